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

PLACES_AT_LAST = 100_000
"""The same for a quotation of nothing but common words, once nothing was found otherwise."""

ENOUGH = 40.0
"""Weight of the words that are looked for; more tell nothing new. Some four rare words have it."""

OF_PAIRS = 80.0
"""The same for pairs, which say in part what other pairs say."""

WHOLE = 6
"""Words in a row, the rarest in the middle, that are looked for as they stand."""

_WORD = re.compile(r"\w+")

EVERYWHERE = 1e8
"""Paragraphs of the largest record that is thought of: by it words weigh."""


class Clue(NamedTuple):
    """``words`` that stand near one another. ``places``: so many are gone through for them."""

    words: tuple[str, ...]
    weight: float
    places: float


def candidates(view: View, quoted: Quoted) -> tuple[Paragraph, ...]:
    """Paragraphs, the most promising first."""
    typed, counts = _words(view, quoted)
    clues = [*_chosen(_rare(counts), PLACES, ENOUGH)]
    if not _tell_enough(clues):
        clues += _whole(typed, counts, quoted.gaps)
        clues += _chosen(_pairs(typed, counts, quoted.gaps), PLACES, OF_PAIRS)
    return _holding(view, clues)


def candidates_at_last(view: View, quoted: Quoted) -> tuple[Paragraph, ...]:
    """Those that have three of the words in a row, however common these are.

    None where there were rare words enough: what holds them was found already.
    """
    typed, counts = _words(view, quoted)
    if _tell_enough(_chosen(_rare(counts), PLACES, ENOUGH)):
        return ()
    return _holding(view, _chosen(_rows(typed, counts, quoted.gaps), PLACES_AT_LAST, OF_PAIRS))


def _words(view: View, quoted: Quoted) -> tuple[list[str], Mapping[str, int]]:
    """The words as they were typed, and how common those are that an index knows."""
    typed = [quoted.spelled(number) for number in range(len(quoted.words))]
    return typed, view.frequencies({word for word in typed if is_indexed(word)})


def _holding(view: View, clues: Iterable[Clue]) -> tuple[Paragraph, ...]:
    weights: dict[tuple[str, ...], float] = {}
    for clue in clues:
        weights[clue.words] = max(clue.weight, weights.get(clue.words, 0.0))
    return view.holding_most(weights, MOST) if weights else ()


def _chosen(clues: Iterable[Clue], most: float, enough: float) -> Iterator[Clue]:
    """Those that tell most for what they cost; ``most``: places that are gone through."""
    known = 0.0
    for clue in sorted(clues, key=lambda one: one.places / one.weight):
        most, known = most - clue.places, known + clue.weight
        if most < 0:
            break
        yield clue
        if known >= enough:
            break


def _tell_enough(clues: Iterable[Clue]) -> bool:
    return sum(clue.weight for clue in clues) >= ENOUGH


def _whole(typed: list[str], counts: Mapping[str, int], gaps: frozenset[int]) -> Iterator[Clue]:
    """What stands between ellipses as it is: the very words come first, however common."""
    bounds = sorted({0, len(typed), *gaps})
    for first, last in pairwise(bounds):
        words = [word for word in typed[first:last] if counts.get(word)]
        if len(words) > 2 and len(words) == sum(word in counts for word in typed[first:last]):
            words = _around_the_rarest(words, counts)
            yield Clue((" ".join(words),), sum(_weight(counts[word]) for word in words), 0)


def _around_the_rarest(words: list[str], counts: Mapping[str, int]) -> list[str]:
    rarest = min(range(len(words)), key=lambda at: counts[words[at]])
    first = max(0, min(rarest - WHOLE // 2, len(words) - WHOLE))
    return words[first : first + WHOLE]


def _rare(counts: Mapping[str, int]) -> Iterator[Clue]:
    for word, many in counts.items():
        if many:
            yield Clue((word,), _weight(many), many)


def _pairs(typed: list[str], counts: Mapping[str, int], gaps: frozenset[int]) -> Iterator[Clue]:
    """Words with the next and the one after that."""
    for at, word in enumerate(typed):
        for other in (at + 1, at + 2):
            if other < len(typed) and gaps.isdisjoint(range(at + 1, other + 1)):
                yield from _near((word, typed[other]), counts)


def _rows(typed: list[str], counts: Mapping[str, int], gaps: frozenset[int]) -> Iterator[Clue]:
    """Three words at a time."""
    for at in range(len(typed) - 2):
        if gaps.isdisjoint((at + 1, at + 2)):
            yield from _near(tuple(typed[at : at + 3]), counts)


def _near(words: tuple[str, ...], counts: Mapping[str, int]) -> Iterator[Clue]:
    """Words as a clue, if all of them are known: a swapped neighbour does not hide them."""
    places = [counts.get(word, 0) for word in words]
    if all(places) and len({*words}) == len(words):
        # Their lists are gone through where they meet, which is quicker than to weigh them. Words
        # that are drawn to each other stand together more often than chance has it.
        yield Clue(tuple(sorted(words)), sum(map(_weight, places)) / 2, min(places) / 4)


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
