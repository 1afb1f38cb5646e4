"""Every report judged by what was fitted on the others: the diary's parts, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.tagging import TaggedOccasion
from onrecord.network.occasion_head import OccasionHead
from onrecord.relate.engagements.engagements import engagement, participants
from onrecord.relate.engagements.entries import Entry, entry_features
from onrecord.relate.engagements.merging import merged
from onrecord.relate.engagements.occasions import Occasion, occasions
from onrecord.relate.engagements.scorers import Scorer, Scorers
from training.occasion_examples import (
    Example,
    Row,
    as_pairs,
    heads_of,
    link_rows,
    matched,
    same_rows,
)
from training.occasion_model import Arrays, Labelled, fitted
from training.occasion_reports import Report
from training.occasion_scorers import Recipe, fitted_scorer

FOLDS = 5
ALL = FOLDS
"""The place of what was fitted on every report."""
LINK = Recipe(hidden=24)
SAME = Recipe(hidden=16)
ENTRY = Recipe(hidden=12)


def labelled(report: Report) -> Labelled:
    """A report's candidate words with their labels."""
    kinds, statuses, heads = list(EngagementKind), list(Status), heads_of(report)
    labels = [
        report.engagements[heads[word]] if word in heads else None
        for word in report.reading.at.tolist()
    ]
    return Labelled(
        report.reading.rows.astype(np.float32),
        np.array([1 + kinds.index(one.kind) if one else 0 for one in labels], np.int64),
        np.array([statuses.index(one.status) if one else -1 for one in labels], np.int64),
    )


def fold_heads(reports: Sequence[Report], seeds: int) -> list[Arrays]:
    """A head for each fold, fitted on the others, and one fitted on every report."""
    several = [labelled(one) for one in reports]
    together = Labelled(
        np.concatenate([one.rows for one in several]),
        np.concatenate([one.kinds for one in several]),
        np.concatenate([one.statuses for one in several]),
    )
    fold = np.concatenate([np.full(len(one.reading.at), one.number % FOLDS) for one in reports])
    heads = []
    for number in range(FOLDS + 1):
        heads.append(fitted(together.where(fold != number), seeds=seeds))
        print(f"head {number + 1} of {FOLDS + 1}", flush=True)
    return heads


def tagged(report: Report, head: Arrays) -> tuple[TaggedOccasion, ...]:
    """What a head says of a report."""
    rows = report.reading.rows.astype(np.float32)
    return tuple(OccasionHead(head).occasions(rows, report.reading.at))


@dataclass
class Fitted:
    """Scorers by name, for each fold fitted on the others, the last on every report."""

    least: NDArray[np.float32]
    parts: list[dict[str, Arrays]] = field(default_factory=lambda: [{} for _ in range(FOLDS + 1)])

    def fit(self, name: str, rows: Sequence[Row], recipe: Recipe) -> None:
        for number, part in enumerate(self.parts):
            chosen = [row for row in rows if row[3] % FOLDS != number]
            part[name] = fitted_scorer(as_pairs(chosen), recipe)

    def arrays(self, fold: int) -> Arrays:
        """The arrays of ``Scorers``; a scorer that is not fitted yet says nothing."""
        found = {"least": self.least}
        for name, arrays in self.parts[fold].items():
            found.update({f"{name}.{key}": array for key, array in arrays.items()})
        return found

    def scorers(self, report: Report) -> Scorers:
        """Those that have not seen the report."""
        return Scorers(self.arrays(report.number % FOLDS))


def fit_links(examples: Sequence[Example], fits: Fitted) -> list[list[Occasion]]:
    """Fit who, where and when; what every report's words then tell."""
    for name, rows in link_rows(examples).items():
        fits.fit(name, rows, LINK)
    return [occasions(one.scene, one.tagged, fits.scorers(one.report)) for one in examples]


def fit_same(
    examples: Sequence[Example], found: Sequence[list[Occasion]], fits: Fitted
) -> list[list[Entry]]:
    """Fit what joins; every report's entries."""
    rows = [
        row for one, several in zip(examples, found, strict=True) for row in same_rows(one, several)
    ]
    fits.fit("same", rows, SAME)
    return [
        entries_of(one, several, fits.scorers(one.report))
        for one, several in zip(examples, found, strict=True)
    ]


def entries_of(example: Example, found: list[Occasion], scorers: Scorers) -> list[Entry]:
    """The entries of one report that have somebody to take part."""
    several = merged(example.scene, found, scorers.same, scorers.least_same)
    entries = [Entry.of(example.scene, one) for one in several]
    return [one for one in entries if participants(example.scene, one, scorers)]


def entry_rows(
    examples: Sequence[Example], entries: Sequence[list[Entry]], fits: Fitted
) -> list[Row]:
    """Rows of all entries: whether each is a label's."""
    rows: list[Row] = []
    for example, several in zip(examples, entries, strict=True):
        right = set(matched(example.report, made(example, several, fits)).values())
        number = example.report.number
        rows += [
            (entry_features(example.scene, one), (number, at), at in right, number)
            for at, one in enumerate(several)
        ]
    return rows


def made(example: Example, entries: list[Entry], fits: Fitted) -> list[Engagement]:
    """The entries as engagements."""
    scorers = fits.scorers(example.report)
    return [
        engagement(
            example.scene,
            f"g{at}",
            one,
            0.5,
            participants(example.scene, one, scorers),
            scorers,
            example.report.published,
        )
        for at, one in enumerate(entries, 1)
    ]


def shares(rows: Sequence[Row], fits: Fitted) -> list[float]:
    """Of each entry how probable it is, as said by what has not seen its report."""
    found = [0.0] * len(rows)
    for fold in range(FOLDS):
        at = [number for number, row in enumerate(rows) if row[3] % FOLDS == fold]
        scored = Scorer(fits.parts[fold]["entry"]).shares([rows[number][0] for number in at])
        for number, share in zip(at, scored, strict=True):
            found[number] = share
    return found
