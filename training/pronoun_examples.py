"""Labelled reports -> examples as tensors, by way of the very survey that reading goes through."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from evaluation.pronoun_labels import Labelled, Truth
from onrecord.domain.tagging import References
from onrecord.domain.words import Words
from onrecord.identify.pronoun_features import FEATURES, NONE_FEATURES
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.identify.pronoun_sites import NOBODY, Kind, Site
from onrecord.identify.pronouns import Answer, Survey, answers
from training.pronoun_model import Example
from training.pronoun_states import Shown


@dataclass(frozen=True, eq=False)
class Report:
    """A labelled report and what the network showed of it. ``weight``: of each of its labels."""

    labelled: Labelled
    shown: Shown
    weight: float


@dataclass(frozen=True, eq=False)
class Reading:
    """What resolves pronouns: the scorer, and the projections (None: not by them)."""

    scorer: PronounScorer
    projections: dict[str, np.ndarray] | None

    def answers(self, report: Report) -> list[Answer]:
        """Every pronoun of a report gone through."""
        labelled, shown = report.labelled, report.shown
        survey = Survey.of(Words(labelled.article), labelled.anchors, shown.spoken)
        return list(answers(survey, self._references(shown), self.scorer))

    def _references(self, shown: Shown) -> References | None:
        if self.projections is None:
            return None
        states, w = shown.states.astype(np.float32), self.projections
        return References(
            states @ w["asks.weight"].T + w["asks.bias"],
            states @ w["answers.weight"].T + w["answers.bias"],
        )


def example(report: Report, reading: Reading) -> Example | None:
    """The tensors of one report; what is known of chains while it is read comes from ``reading``.

    None where no pronoun of it is labelled and asked for.
    """
    asked = [one for one in reading.answers(report) if one.question]
    number = {one.pronoun.first: at for at, one in enumerate(asked)}
    chains = 1 + max((anchor.chain for anchor in report.labelled.anchors), default=NOBODY)
    right = torch.stack(
        [_right(report.labelled.truths.get(one.pronoun.first), chains) for one in asked]
        or [torch.zeros(chains + 1)]
    )
    if not right.any():
        return None
    states = report.shown.states
    sites: list[tuple[int, Site]] = [
        (at, site) for at, one in enumerate(asked) if one.question for site in one.question.sites
    ]
    return Example(
        name=report.labelled.name,
        pairs=_stacked([one.question.pairs for one in asked if one.question], len(FEATURES)),
        none=_stacked(
            [one.question.none[None] for one in asked if one.question], len(NONE_FEATURES)
        ),
        asked=_states(states, [one.pronoun.first for one in asked]),
        last=_states(states, [site.last - 1 for _, site in sites]),
        after=_states(states, [min(site.last, len(states) - 1) for _, site in sites]),
        owner=_longs([at for at, _ in sites]),
        link=_longs(
            [number[site.first] if site.kind is Kind.PRONOUN else NOBODY for _, site in sites]
        ),
        chain=_longs([chains if site.chain == NOBODY else site.chain for _, site in sites]),
        right=right,
        weight=torch.full((len(right),), report.weight),
    )


def _right(truth: Truth | None, chains: int) -> Tensor:
    row = torch.zeros(chains + 1)
    if truth is None:
        return row
    if truth.right:
        row[list(truth.right)] = 1
    elif truth.wrong:
        row[:] = 1
        row[list(truth.wrong)] = 0
    else:
        row[-1] = 1
    return row


def _stacked(rows: list[np.ndarray], width: int) -> Tensor:
    return torch.from_numpy(np.concatenate([np.zeros((0, width), np.float32), *rows]))


def _states(states: np.ndarray, words: list[int]) -> Tensor:
    return torch.from_numpy(states[np.array(words, np.int64)].astype(np.float32))


def _longs(numbers: list[int]) -> Tensor:
    return torch.tensor(numbers, dtype=torch.long)
