"""Which paragraphs may hold a quotation: those that hold most of its rare words and word pairs.

A slip of the keyboard or a changed word takes a clue away, never a paragraph: what holds the other
clues is found all the same. Common words tell nothing alone and are costly to look up; next to each
other they tell something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import log
from typing import NamedTuple

from onrecord.domain.kept import Paragraph
from onrecord.query.verify.quoted import Quoted
from onrecord.query.verify.words import is_indexed
from onrecord.store.protocol import View

MOST = 40
"""Paragraphs that are looked at."""

PLACES = 12_000
"""Places in the index that are gone through for a quotation, as far as that can be foreseen."""

PLACES_AT_LAST = 150_000
"""The same for a quotation of nothing but common words, once nothing was found otherwise."""

CLUES = 16
"""Words and pairs of words that are looked for; more tell nothing new."""

WHOLE = 12
"""Words in a row that are looked for as they stand."""

_WORD = re.compile(r"\w+")

EVERYWHERE = 1e8
"""Paragraphs of the largest record that is thought of: by it words weigh."""


class Clue(NamedTuple):
    """Words that follow one another. ``places``: so many are gone through to find them."""

    words: str
    weight: float
    places: float


def candidates(view: View, quoted: Quoted) -> tuple[Paragraph, ...]:
    """Paragraphs, the most promising first."""
    typed, counts = _words(view, quoted)
    found = [*_whole(typed, counts, quoted.gaps)]
    found += _chosen(_clues(typed, counts, quoted.gaps), PLACES)
    return _holding(view, found)


def candidates_at_last(view: View, quoted: Quoted) -> tuple[Paragraph, ...]:
    """Those that have three of the words in a row, however common these are."""
    typed, counts = _words(view, quoted)
    return _holding(view, _chosen(_rows(typed, counts, quoted.gaps, 3), PLACES_AT_LAST))


def _words(view: View, quoted: Quoted) -> tuple[list[str], Mapping[str, int]]:
    """The words as they were typed, and how common those are that an index knows."""
    typed = [quoted.spelled(number) for number in range(len(quoted.words))]
    return typed, view.frequencies({word for word in typed if is_indexed(word)})


def _holding(view: View, clues: Iterable[Clue]) -> tuple[Paragraph, ...]:
    weights: dict[str, float] = {}
    for clue in clues:
        weights[clue.words] = max(clue.weight, weights.get(clue.words, 0.0))
    return view.holding_most(weights, MOST) if weights else ()


def _chosen(clues: Iterable[Clue], most: float) -> Iterator[Clue]:
    """Those that tell most for what they cost; ``most``: places that are gone through."""
    left = most
    for clue in sorted(clues, key=lambda one: one.places / one.weight)[:CLUES]:
        left -= clue.places
        if left < 0:
            break
        yield clue


def _whole(typed: list[str], counts: Mapping[str, int], gaps: frozenset[int]) -> Iterator[Clue]:
    """What stands between ellipses as it is: the very words come first, however common."""
    bounds = sorted({0, len(typed), *gaps})
    for first, last in pairwise(bounds):
        words = [word for word in typed[first:last] if word in counts][:WHOLE]
        if len(words) > 2 and all(counts[word] for word in words):
            yield Clue(" ".join(words), sum(_weight(counts[word]) for word in words), 0)


def _clues(typed: list[str], counts: Mapping[str, int], gaps: frozenset[int]) -> Iterator[Clue]:
    for word, many in counts.items():
        if many:
            yield Clue(word, _weight(many), many)
    yield from _rows(typed, counts, gaps, 2)


def _rows(
    typed: list[str], counts: Mapping[str, int], gaps: frozenset[int], length: int
) -> Iterator[Clue]:
    """Words that follow one another."""
    for at in range(len(typed) - length + 1):
        row = typed[at : at + length]
        places = [counts.get(word, 0) for word in row]
        if all(places) and gaps.isdisjoint(range(at + 1, at + length)):
            # Their lists are gone through where they meet, and words that are drawn to each other
            # stand together more often than chance has it.
            yield Clue(" ".join(row), sum(map(_weight, places)) / 2, min(places) / 2)


def _weight(places: int) -> float:
    """What it tells to find a word: the rarer, the more (Spärck Jones 1972)."""
    return log(EVERYWHERE / places)


def rough_likeness(asked: str, near: Iterable[Paragraph]) -> list[int]:
    """How many words each paragraph has in common with ``asked``, in the same order."""
    from rapidfuzz.distance import LCSseq

    words = _rough_words(asked)
    return [LCSseq.similarity(words, _rough_words(one.text)) for one in near]


def _rough_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
