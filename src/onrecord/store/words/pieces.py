"""A text cut into the paragraphs that are kept and indexed: together they are all of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from onrecord.domain.span import Span

LONGEST = 4000
"""Code points; a paragraph that is longer is cut at a blank, so that finding it says where."""

_BY_BLANK_LINES = re.compile(r"\S.*?(?:\n[^\S\n]*(?:\n\s*)+|\Z)|\s+", re.DOTALL)
_BY_LINES = re.compile(r"[^\n]*\n\s*|[^\n]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_CUT = re.compile(rf"\S.{{0,{LONGEST}}}(?:\s+|\Z)|\S{{1,{LONGEST}}}|\s+", re.DOTALL)


def pieces(text: str) -> tuple[str, ...]:
    """``text`` in pieces that join to it: paragraphs with the blanks behind them.

    Paragraphs are what blank lines part; in a text without one, lines.
    """
    parts = _BY_BLANK_LINES if _BLANK_LINE.search(text) else _BY_LINES
    return tuple(piece for found in parts.finditer(text) for piece in _bounded(found.group()))


def _bounded(piece: str) -> Iterator[str]:
    if len(piece) <= LONGEST:
        yield piece
    else:
        yield from (found.group() for found in _CUT.finditer(piece))


class Pieces:
    """Pieces by where they begin: ``starts`` in code points of the whole text."""

    def __init__(self, text: str) -> None:
        self.texts = pieces(text)
        self.starts: list[int] = []
        start = 0
        for piece in self.texts:
            self.starts.append(start)
            start += len(piece)

    def of(self, spans: Iterable[Span]) -> set[int]:
        """The places in ``texts`` of the pieces that ``spans`` reach into."""
        found: set[int] = set()
        for start, end in spans:
            first = bisect_right(self.starts, start) - 1
            last = bisect_right(self.starts, max(start, end - 1)) - 1
            found.update(range(first, last + 1))
        return found
