"""Which statements of different reports are the same words of the same person.

Newspapers set other marks around a quotation, cut it shorter, mend a word. Sentences that are
merely similar are not the same words.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.join.wording import folded, smallest, wording

FEWEST = 5
"""Words below which nothing tells whether two quotations are the same."""

ROWS = 8
"""Bands of a quotation at most."""

RUN = 3
"""Words that a band is made of."""

SAME = 0.8
"""So much of the shorter quotation has to stand in the longer, in order."""


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

    Two quotations that share none are not the same.
    """
    found = wording(words)
    return smallest(found.shingles(RUN), ROWS) if len(found.words) >= FEWEST else ()


def same_quotation(one: str, other: str) -> bool:
    """Whether both are the same words but for what newspapers change."""
    from rapidfuzz.distance import LCSseq

    short, long = sorted((tuple(folded(one)), tuple(folded(other))), key=lambda each: len(each))
    if len(short) < FEWEST:
        return False
    needed = int(np.ceil(SAME * len(short)))
    return LCSseq.similarity(short, long, score_cutoff=needed) >= needed


def differences(one: str, other: str) -> tuple[Difference, ...]:
    """Where the wordings differ, in reading order; words as they are compared."""
    from rapidfuzz.distance import Indel

    first, second = tuple(folded(one)), tuple(folded(other))
    return tuple(
        Difference(
            each.src_start,
            first[each.src_start : each.src_end],
            each.dest_start,
            second[each.dest_start : each.dest_end],
        )
        for each in Indel.opcodes(first, second)
        if each.tag != "equal"
    )
