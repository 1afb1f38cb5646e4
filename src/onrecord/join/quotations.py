"""Which statements of different reports are the same words of the same person.

Newspapers set other marks around a quotation, cut it shorter, splice it, mend a word. Sentences
that are merely similar are not the same words. Where only some words stand in quotation marks,
they alone are compared: what stands around them is the reporter's.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.join.wording import Hashes, Wording, folded, runs, smallest, wording

FEWEST = 5
"""Words in a row that two quotations must share: fewer are said by many."""

ROWS = 12
"""Bands of a quotation at most."""

RUN = 3
"""Words in a row that count as shared."""

SAME = 0.75
"""So much of the shorter quotation's words has to be in such runs."""

LONG, SAME_IF_LONG = 8, 0.65
"""So much of them is enough where so many words in a row are shared."""


class Shared(NamedTuple):
    """What two quotations have in common.

    ``share``: of the shorter one's words, those in runs that the longer one has too, 0..1.
    ``longest``: words in the longest row of them.
    """

    share: float
    longest: int


class Difference(NamedTuple):
    """Words in one quotation where another has others; either may be none.

    ``place``, ``other_place``: number of the word before which each begins.
    """

    place: int
    words: tuple[str, ...]
    other_place: int
    other_words: tuple[str, ...]


def bands(words: str) -> tuple[int, ...]:
    """Up to ``ROWS`` integers of 63 bits, none for too few words to tell.

    Two quotations that share none are taken for different ones.
    """
    return bands_of(said(wording(words)))


def bands_of(words: Hashes) -> tuple[int, ...]:
    """The same of words that are given."""
    return smallest(runs(words, FEWEST), ROWS)


def same_quotation(one: str, other: str) -> bool:
    """Whether both are the same words but for what newspapers change, in whichever order."""
    return are_same(shared(one, other))


def are_same(found: Shared) -> bool:
    """Whether what two quotations share makes them the same words."""
    enough = SAME_IF_LONG if found.longest >= LONG else SAME
    return found.longest >= FEWEST and found.share >= enough


def shared(one: str, other: str) -> Shared:
    """What two quotations have in common, in whichever order they are given."""
    return shared_words(said(wording(one)), said(wording(other)))


def shared_words(one: Hashes, other: Hashes) -> Shared:
    """The same of words that are given."""
    both = one, other
    short, long = sorted(both, key=lambda each: (len(each), each.tobytes()))
    if len(short) < FEWEST:
        return Shared(0.0, 0)
    found = _in_runs(short, long)
    return Shared(float(found.mean()), _longest(found))


def said(found: Wording) -> Hashes:
    """The words in quotation marks; all where there are none, or no others."""
    some = found.quoted.any() and not found.quoted.all()
    return found.words[found.quoted] if some else found.words


def differences(one: str, other: str) -> tuple[Difference, ...]:
    """Where the wordings differ, in reading order; words as they are compared."""
    from rapidfuzz.distance import Indel

    first, second = tuple(folded(one)), tuple(folded(other))
    same = [each for each in Indel.opcodes(first, second) if each.tag == "equal"]
    begins = [(0, 0), *((each.src_end, each.dest_end) for each in same)]
    ends = [*((each.src_start, each.dest_start) for each in same), (len(first), len(second))]
    return tuple(
        Difference(here, first[here:end], there, second[there:other_end])
        for (here, there), (end, other_end) in zip(begins, ends, strict=True)
        if (here, there) != (end, other_end)
    )


def _in_runs(short: Hashes, long: Hashes) -> NDArray[np.bool_]:
    """Which words of ``short`` are in a run of ``RUN`` words that ``long`` has too."""
    found = np.zeros(len(short), dtype=np.bool_)
    for place in np.flatnonzero(np.isin(runs(short, RUN), runs(long, RUN))):
        found[place : place + RUN] = True
    return found


def _longest(shared: NDArray[np.bool_]) -> int:
    """Words in the longest row of shared ones."""
    ends = np.flatnonzero(np.diff(np.concatenate(([False], shared, [False])).astype(np.int8)))
    return int((ends[1::2] - ends[::2]).max(initial=0))
