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

    ``text``: all that was asked; of it, this is ``[start, end)`` in code points.
    """

    text: str
    words: tuple[Word, ...]
    gaps: frozenset[int]
    start: int
    end: int

    @property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by."""
        return tuple(word.key for word in self.words)

    @property
    def short(self) -> bool:
        """Whether there are too few words to take near ones for them."""
        return len(self.words) <= SHORT

    def spelled(self, number: int) -> str:
        """A word as it was typed, without the square brackets of a mended one."""
        word = self.words[number]
        return self.text[word.start : word.end].replace("[", "").replace("]", "")

    def slice(self, first: int, last: int) -> Span:
        """Code points of the words ``[first, last)`` with the space behind; all of them for all."""
        start = self._before(first) if first else self.start
        return Span(start, max(start, self._before(last)))

    def part(self, first: int, last: int) -> Quoted:
        """The words ``[first, last)`` as a quotation of its own."""
        gaps = frozenset(gap - first for gap in self.gaps if first < gap < last)
        return Quoted(self.text, self.words[first:last], gaps, *self.slice(first, last))

    def _before(self, number: int) -> int:
        if number >= len(self.words):
            return self.end
        start = self.words[number].start
        return start - (self.text[max(0, start - 1) : start] == "[")


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
        elif not _is_sic(word) and (words or word.key != "?"):
            words.append(word)
    while words and words[-1].key == "?":
        words.pop()
    if not words:
        raise BadQuotation("there is no word in the quotation: give the words that are to be found")
    inner = frozenset(gap for gap in gaps if 0 < gap < len(words))
    return Quoted(text, tuple(words), inner, 0, len(text))


def _is_sic(word: Word) -> bool:
    return word.bracketed and word.key == "sic"
