"""Spans turned into sets of word numbers, so that punctuation and blanks never decide a score.

The definitions are those of the scorer that the published figures were made with: a word is a
run of letters and digits, apostrophes inside it included; an attribution is *quoted* when a
double quotation mark stands in its content or within two characters of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from evaluation.linked import Linked
from onrecord.domain.span import Span, Spans

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# A lookahead, so that of three apostrophes in a row both typewriter pairs are seen.
_DOUBLE_MARK = re.compile(r"(?=([\"“”„«»]|''|``))")
_MARK_REACH = 2  # characters outside the content in which a mark still makes it quoted


@dataclass(frozen=True, slots=True)
class Worded:
    """One attribution as word numbers. ``content`` is never empty."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    quoted: bool

    def role(self, role: Role) -> frozenset[int]:
        """The words of ``role``."""
        words: frozenset[int] = getattr(self, role)
        return words


def word_count(text: str) -> int:
    """Number of words in ``text``."""
    return sum(1 for _ in _WORD.finditer(text))


def double_marks(text: str) -> Spans:
    """Where the double quotation marks of ``text`` stand, typewriter pairs included."""
    return tuple(Span(*match.span(1)) for match in _DOUBLE_MARK.finditer(text))


class ScoredText:
    """A report's words and double marks, by which attributions in it are compared.

    ``marks`` are given for a version of a report in which the marks were changed, so that the
    same labels count as quoted as in the original.
    """

    def __init__(self, text: str, marks: Spans | None = None) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._marks = double_marks(text) if marks is None else marks

    def worded(self, linked: Iterable[Linked]) -> tuple[Worded, ...]:
        """The attributions as words; those without a word of content are left out."""
        found = (self._one(one) for one in linked)
        return tuple(one for one in found if one.content)

    def words(self, spans: Spans) -> frozenset[int]:
        """The numbers of the words that ``spans`` touch."""
        numbers: set[int] = set()
        for start, end in spans:
            first = bisect_right(self._ends, start)
            numbers.update(range(first, bisect_left(self._starts, end)))
        return frozenset(numbers)

    def _one(self, linked: Linked) -> Worded:
        return Worded(
            self.words(linked.source),
            self.words(linked.cue),
            self.words(linked.content),
            any(self._touches_mark(span) for span in linked.content),
        )

    def _touches_mark(self, span: Span) -> bool:
        low, high = span.start - _MARK_REACH, span.end + _MARK_REACH
        return any(low <= mark.start and mark.end <= high for mark in self._marks)
