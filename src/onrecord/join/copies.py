"""Which reports are copies of one another: syndicated, edited a little, or cut.

Reports are compared by their shingles, runs of five words. Words in quotation marks count apart:
two independent reports of one event quote the same sentences, so what makes a copy is that the
reporter's own words are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onrecord.join.wording import Hashes, distinct, smallest, wording

RUN = 5
"""Words in a shingle by which likeness is measured."""

BAND_RUN = 7
"""Words in a shingle that makes a band: shorter ones are shared by chance."""

ROWS = 64
"""Bands of a report at most."""

FEWEST_ROWS = 24
"""Bands of a short report, if it has so many shingles."""

THINNED = 16
"""Shingles of a report for each band."""

SHARED = 0.35
"""So much of the shorter report's own words a longer one has to have."""

FEWEST = 24
"""Shingles of own words below which a report is compared by all of its words."""

NEARLY_ALL = 0.8
"""So much of them it must then share."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the wording of two texts is; shares of different shingles, 0..1.

    ``resemblance``: of both, those that both have (Jaccard). ``containment``: of the shorter
    text's, those that the longer has too. ``own``: the same outside of its quotation marks; None
    where too few of its words are.
    """

    resemblance: float
    containment: float
    own: float | None


@dataclass(frozen=True, slots=True, eq=False)
class _Shingles:
    every: Hashes
    own: Hashes


def bands(text: str) -> tuple[int, ...]:
    """Up to ``ROWS`` integers of 63 bits; two texts that share none are taken for no copies.

    They are the smallest hashes of its shingles (a bottom-k sketch; Broder 1997): a text that is
    cut out of another keeps those of the other's that lie in it.
    """
    shingles = _worded(text).shingles(BAND_RUN)
    return smallest(shingles, min(ROWS, max(FEWEST_ROWS, len(shingles) // THINNED)))


def are_copies(one: str, other: str) -> bool:
    """Whether one of two texts was made from the other, or both from a third."""
    found = likeness(one, other)
    return found.containment >= NEARLY_ALL if found.own is None else found.own >= SHARED


def likeness(one: str, other: str) -> Likeness:
    """How alike two texts are worded, in whichever order they are given."""
    both = _shingles(one), _shingles(other)
    short, long = sorted(both, key=lambda each: (len(each.every), each.every.tobytes()))
    if not len(short.every):
        return Likeness(0.0, 0.0, None)
    shared = len(np.intersect1d(short.every, long.every, assume_unique=True))
    own = np.isin(short.own, long.every, assume_unique=True)
    return Likeness(
        shared / (len(short.every) + len(long.every) - shared),
        shared / len(short.every),
        float(own.mean()) if len(own) >= FEWEST else None,
    )


@lru_cache(maxsize=256)
def _shingles(text: str) -> _Shingles:
    words = _worded(text)
    every = words.shingles(RUN)
    return _Shingles(distinct(every), distinct(every[words.own(RUN)]))


_worded = lru_cache(maxsize=256)(wording)
"""Those of a new report are asked for twice: for its bands and for likeness."""
