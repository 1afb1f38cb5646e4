"""Text of strangers made safe to print: nothing in it that a terminal would obey.

A report may hold escape sequences that move the cursor, retitle the window or hide words, and
marks that turn the direction of writing (CVE-2021-42574). They are shown, not sent.
"""

from __future__ import annotations

import re

_PICTURES = 0x2400
"""Unicode's control pictures: the sign for control character n stands at U+2400 + n."""

_REPLACEMENT = 0xFFFD
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SHOWN = (
    {code: _PICTURES + code for code in range(32)}
    | {0x7F: _PICTURES + 0x21, ord("\t"): ord(" "), ord("\n"): ord("\n")}
    | dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT)
    | dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACEMENT)
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def inert(text: str) -> str:
    """``text`` with line ends as ``\\n`` and every other control character made visible."""
    lines = _LINE_ENDS.sub("\n", text).translate(_SHOWN)
    return _SURROGATES.sub(chr(_REPLACEMENT), lines)


def one_line(text: str, longest: int = 300) -> str:
    """``text`` inert, on one line, cut after ``longest`` code points with an ellipsis."""
    line = " ".join(inert(text[: 4 * longest]).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
