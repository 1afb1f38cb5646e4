"""Words: the units that are tagged. Every character that is not white space is in exactly one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.domain.span import Span

# A mark that belongs to the letter or sign before it: accents, variation selectors, skin tones.
_MARK = r"[\u0300-\u036F\uFE0E\uFE0F\U0001F3FB-\U0001F3FF]"
_LETTERS = rf"\w(?:\w|{_MARK})*"
WORD = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}                          # U.S. and a.m.
  | \d+(?:[.,:]\d+)*\w*                           # 1,000 and 2.5m and 10:30
  | {_LETTERS}(?:['’](?!s\b){_LETTERS})*          # don't, O’Neill; the 's of a possessive apart
  | ['’]s\b(?<=\w..)                              # 's after a word
  | ``|''                                         # typewriter quotation marks
  | \.\.\.+                                       # an ellipsis
  | \S(?:{_MARK}|\u200D\S)*                       # any other sign, a joined emoji whole
    """,
    re.VERBOSE,
)


def find_words(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the words between ``start`` and ``end``, in reading order. Total on any string."""
    for match in WORD.finditer(text, start, end):
        yield Span(*match.span())
