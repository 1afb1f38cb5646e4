"""Signs that can be quotation marks, and what each of them can be where it stands.

Apostrophes, inches and elisions look like marks and are none; a straight mark looks the same on
both sides. What stands before and after a sign says which of these it can be.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.domain.span import Span
from onrecord.resources import word_list

MARK = re.compile(r"``|''|[“”„‟«»\"‘’‚‛']")
LETTERS = re.compile(r"\w+")
DECADE = re.compile(r"\d\ds?")
CLOSING_OF = {
    "“": "”",
    "„": "”“",
    "‟": "”",
    "«": "»",
    '"': '"',
    "``": "''",
    "''": "''",
    "‘": "’",
    "‚": "’‘",
    "‛": "’",
    "'": "'",
}
SINGLE = frozenset("‘’‚‛'")
BEFORE_OPENING = frozenset("([{<—–-/…:;“„\"'‘«`")
AFTER_CLOSING = frozenset(")]}>—–-/….,;:!?”\"'’»")
ENDS_SPEECH = frozenset(".,!?…—–")


class Mark(NamedTuple):
    """One quotation-mark-like sign and what its neighbours allow it to be."""

    start: int
    end: int
    sign: str
    may_open: bool
    may_close: bool


@cache
def _elisions() -> frozenset[str]:
    return frozenset(word_list("segment", "elisions")["elisions"])


def find_marks(text: str, paragraph: Span) -> list[Mark]:
    """The signs of one paragraph that can be quotation marks; apostrophes inside words cannot."""
    return [
        mark
        for match in MARK.finditer(text, *paragraph)
        if (mark := _mark(text, paragraph, match)).may_open or mark.may_close
    ]


def _mark(text: str, paragraph: Span, match: re.Match[str]) -> Mark:
    start, end = match.span()
    sign = match.group()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    opens_here = before.isspace() or before in BEFORE_OPENING
    closes_here = after.isspace() or after in AFTER_CLOSING
    if sign in ("“", "„", "‟", "«", "``"):
        return Mark(start, end, sign, True, sign in "“«" and not opens_here)
    if sign in ("”", "»"):
        return Mark(start, end, sign, False, True)
    if sign == "''":
        return Mark(start, end, sign, opens_here and not after.isspace(), True)
    if sign in SINGLE:
        return _single(text, paragraph, match, opens_here, closes_here)
    inches = before.isdigit() and not closes_here
    may_open = opens_here and not after.isspace() and not inches
    return Mark(
        start, end, sign, may_open or (not closes_here and not inches), not may_open or closes_here
    )


def _single(
    text: str, paragraph: Span, match: re.Match[str], opens_here: bool, closes_here: bool
) -> Mark:
    start, end = match.span()
    sign = match.group()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    may_open = (
        sign != "’" and opens_here and not after.isspace() and not _elided(text, end, paragraph.end)
    )
    may_close = (
        sign in "’'‘"
        and not before.isspace()
        and not after.isalnum()
        and not (sign == "‘" and opens_here)
    )
    return Mark(start, end, sign, may_open, may_close and (closes_here or not after.isalnum()))


def _elided(text: str, start: int, stop: int) -> bool:
    """Whether the word after an apostrophe is one with a letter left out: 'tis, 'em, '90s."""
    found = LETTERS.match(text, start, stop)
    word = found.group().lower() if found else ""
    return word in _elisions() or bool(DECADE.fullmatch(word))
