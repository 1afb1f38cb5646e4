"""The quotation as it is asked: its words, without what only stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.span import Span
from onrecord.errors import BadQuotation
from onrecord.query.verify.words import Word, find_words

LONGEST = 10_000
"""Code points; a longer text is no quotation but a report."""

SHORT = 3
"""Words up to which nothing but the very words counts: the rest would be chance."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """``words``: without ellipses; ``gaps``: numbers of the words before which one stands.

    ``span``: from the first word to the last, in code points.
    """

    text: str
    words: tuple[Word, ...]
    gaps: frozenset[int]

    @property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by."""
        return tuple(word.key for word in self.words)

    @property
    def short(self) -> bool:
        """Whether there are too few words to take near ones for them."""
        return len(self.words) <= SHORT

    def slice(self, first: int, last: int) -> Span:
        """Code points of the words ``[first, last)`` with the space behind; all of them for all."""
        start = self.words[first].start if first else 0
        end = self.words[last].start if last < len(self.words) else len(self.text)
        return Span(start, max(start, end))


def quoted(text: str) -> Quoted:
    """Read a quotation. Raises BadQuotation where it is too long or has no word."""
    if len(text) > LONGEST:
        raise BadQuotation(
            f"the quotation has {len(text):,} characters, more than {LONGEST:,}: check it in parts"
        )
    words: list[Word] = []
    gaps: set[int] = set()
    for word in find_words(text):
        if word.gap:
            gaps.add(len(words))
        elif words or word.key != "?":
            words.append(word)
    while words and words[-1].key == "?":
        words.pop()
    if not words:
        raise BadQuotation("there is no word in the quotation: give the words that are to be found")
    return Quoted(text, tuple(words), frozenset(gap for gap in gaps if 0 < gap < len(words)))
