"""Do the probabilities mean what they say: of the items given .8, are four in five right?

Expected calibration error (Naeini, Cooper and Hauskrecht, 2015): items are put into ten bins of
equal width by probability; the error is the mean gap between a bin's mean probability and its
share of right items, weighted by the number of items in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evaluation.matching import attributed, found, jaccard, match
from evaluation.words import Worded

BINS = 10


class Judged(NamedTuple):
    """A probability that was given, and whether the item was right."""

    probability: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Items of one tenth of the scale: how many, their mean probability, the share right."""

    items: int
    probability: float
    right: float


def bins(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """The bins that are not empty, lowest first; probability 1 is in the last."""
    members: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in judged:
        members[min(int(one.probability * BINS), BINS - 1)].append(one)
    return tuple(_bin(several) for several in members if several)


def calibration_error(filled: Sequence[Bin]) -> float:
    """Expected calibration error, 0 (honest) to 1; 0 where there is nothing to judge."""
    items = sum(one.items for one in filled)
    gap = sum(one.items * abs(one.probability - one.right) for one in filled)
    return gap / items if items else 0.0


def judged_attributions(
    gold: Sequence[Worded], predicted: Sequence[Worded], probabilities: Sequence[float]
) -> list[Judged]:
    """Each predicted attribution: right when it is matched with a labelled one."""
    right = {pair.predicted for pair in match(gold, predicted, attributed)}
    return [Judged(given, j in right) for j, given in enumerate(probabilities)]


def judged_sources(
    gold: Sequence[Worded], predicted: Sequence[Worded], probabilities: Sequence[float | None]
) -> list[Judged]:
    """Sources of the predictions whose content was found: right when they overlap by half.

    Those without a probability are left out.
    """
    return [
        Judged(given, jaccard(gold[i].source, predicted[j].source) >= 0.5)
        for i, j in match(gold, predicted, found)
        if (given := probabilities[j]) is not None
    ]


def _bin(members: Sequence[Judged]) -> Bin:
    count = len(members)
    return Bin(
        count,
        sum(one.probability for one in members) / count,
        sum(one.right for one in members) / count,
    )
