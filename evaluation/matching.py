"""Which predicted attribution is which labelled one: one to one, the best overlaps first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from evaluation.words import Worded

Accept = Callable[[Worded, Worded], bool]

_ENOUGH = 0.5


class Pair(NamedTuple):
    """Indexes of a labelled attribution and of the predicted one matched with it."""

    gold: int
    predicted: int


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared words over all words; two empty sets are the same set."""
    union = one | other
    return len(one & other) / len(union) if union else 1.0


def found(gold: Worded, predicted: Worded) -> bool:
    """The content overlaps by half, whoever the source."""
    return jaccard(gold.content, predicted.content) >= _ENOUGH


def attributed(gold: Worded, predicted: Worded) -> bool:
    """Content and source overlap by half each, or neither has a source."""
    return found(gold, predicted) and jaccard(gold.source, predicted.source) >= _ENOUGH


def exact(gold: Worded, predicted: Worded) -> bool:
    """Content and source have the same words."""
    return gold.content == predicted.content and gold.source == predicted.source


def match(gold: Sequence[Worded], predicted: Sequence[Worded], accept: Accept) -> list[Pair]:
    """Pairs that ``accept`` holds for, greedily by content overlap, each side used once."""
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    pairs = []
    for _, i, j in _candidates(gold, predicted, accept):
        if i in free_gold and j in free_predicted:
            free_gold.remove(i)
            free_predicted.remove(j)
            pairs.append(Pair(i, j))
    return pairs


def _candidates(
    gold: Sequence[Worded], predicted: Sequence[Worded], accept: Accept
) -> list[tuple[float, int, int]]:
    """Acceptable pairs, largest overlap first; ties go to the later ones, as in the original."""
    pairs = [
        (jaccard(one.content, other.content), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if one.content & other.content and accept(one, other)
    ]
    return sorted(pairs, reverse=True)
