"""Precision, recall and F1 of attributions over a set of reports.

Figures: ``token_source``, ``token_cue``, ``token_content`` (words, micro-averaged over reports);
``attribution``, ``found``, ``strict`` (see matching.py) and the same three over quoted
attributions only, where recall counts quoted labels and precision quoted predictions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.matching import Accept, attributed, exact, found, match
from evaluation.words import ROLES, Role, Worded

_MATCHES: dict[str, Accept] = {"attribution": attributed, "found": found, "strict": exact}


@dataclass(slots=True)
class Count:
    """What precision and recall are made of. The two right counts differ for quoted ones only."""

    right_predicted: int = 0
    predicted: int = 0
    right_gold: int = 0
    gold: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1, each 0..1."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, count: Count) -> Figure:
        """The figure that ``count`` amounts to; nothing right is 0, not an error."""
        precision = count.right_predicted / count.predicted if count.predicted else 0.0
        recall = count.right_gold / count.gold if count.gold else 0.0
        both = precision + recall
        return cls(precision, recall, 2 * precision * recall / both if both else 0.0)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``of`` are right."""

    right: int
    of: int

    @classmethod
    def of_all(cls, verdicts: Iterable[bool]) -> Share:
        """The share of the true ones."""
        everything = list(verdicts)
        return cls(sum(everything), len(everything))

    @property
    def value(self) -> float:
        """0..1; 0 where there is nothing to be right in."""
        return self.right / self.of if self.of else 0.0


ReportPair = tuple[Sequence[Worded], Sequence[Worded]]


def score(reports: Iterable[ReportPair]) -> dict[str, Figure]:
    """All figures over ``reports``, each a pair of labelled and predicted attributions."""
    counts = _Counts()
    for gold, predicted in reports:
        for role in ROLES:
            counts.add_words(role, gold, predicted)
        for name, accept in _MATCHES.items():
            counts.add_matches(name, accept, gold, predicted)
    return {name: Figure.of(count) for name, count in counts.named.items()}


class _Counts:
    def __init__(self) -> None:
        names = [f"token_{role}" for role in ROLES]
        names += [prefix + name for name in _MATCHES for prefix in ("", "quoted_")]
        self.named = {name: Count() for name in names}

    def add_words(self, role: Role, gold: Sequence[Worded], predicted: Sequence[Worded]) -> None:
        labelled, guessed = _union(role, gold), _union(role, predicted)
        right = len(labelled & guessed)
        self._add(f"token_{role}", right, len(guessed), right, len(labelled))

    def add_matches(
        self, name: str, accept: Accept, gold: Sequence[Worded], predicted: Sequence[Worded]
    ) -> None:
        pairs = match(gold, predicted, accept)
        self._add(name, len(pairs), len(predicted), len(pairs), len(gold))
        self._add(
            f"quoted_{name}",
            sum(predicted[pair.predicted].quoted for pair in pairs),
            sum(one.quoted for one in predicted),
            sum(gold[pair.gold].quoted for pair in pairs),
            sum(one.quoted for one in gold),
        )

    def _add(
        self, name: str, right_predicted: int, predicted: int, right_gold: int, gold: int
    ) -> None:
        count = self.named[name]
        count.right_predicted += right_predicted
        count.predicted += predicted
        count.right_gold += right_gold
        count.gold += gold


def _union(role: Role, attributions: Sequence[Worded]) -> frozenset[int]:
    return frozenset().union(*(one.role(role) for one in attributions))
