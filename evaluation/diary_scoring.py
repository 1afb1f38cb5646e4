"""The diary: engagements that were read against the labelled ones.

Labels and predictions are paired one to one, the best first. A pair's kinds agree in class
(diary_classes.yaml), and either those who take part overlap by half, or the evidence overlaps and
somebody takes part in both. Figures:

- ``diary``: precision, recall and F1 of the pairs;
- ``status``: right among the pairs; ``date`` and ``place``: among the pairs whose label has one.
  A date is right when its ISO value is the label's, a place when two of its names share a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from evaluation.calibration import Judged
from evaluation.measuring import Calibration
from evaluation.pairing import pairs
from evaluation.record_labels import EngagementLabel, RecordReport
from evaluation.same_name import names_in, shared_names
from evaluation.scoring import Count, Figure, Share
from onrecord.domain.engagement import Engagement
from onrecord.domain.record import Record

_CLASS: dict[str, str] = yaml.safe_load(
    Path(__file__).with_name("diary_classes.yaml").read_text(encoding="utf-8")
)["classes"]
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Entry:
    """A label, the engagement that is it, and whom the engagement names; one of both may lack."""

    stem: str
    label: EngagementLabel | None
    engagement: Engagement | None
    who: tuple[str, ...] = ()

    @property
    def paired(self) -> bool:
        """Whether it is labelled and was found."""
        return self.label is not None and self.engagement is not None


@dataclass(frozen=True, slots=True)
class DiaryFigures:
    """How well the diary is kept on a set of reports."""

    diary: Figure
    status: Share
    date: Share
    place: Share
    calibration: Calibration


def diary_entries(report: RecordReport, record: Record) -> list[Entry]:
    """Every labelled and every predicted engagement, each once."""
    names = {entity.id: entity.name for entity in record.entities}
    read = [
        Entry(report.stem, None, one, tuple(names.get(each, "") for each in one.participants))
        for one in record.engagements
    ]
    paired = pairs(report.engagements, read, likeness)
    labelled = [
        Entry(report.stem, one, read[paired[i]].engagement, read[paired[i]].who)
        if i in paired
        else Entry(report.stem, one, None)
        for i, one in enumerate(report.engagements)
    ]
    taken = set(paired.values())
    return labelled + [one for j, one in enumerate(read) if j not in taken]


def score_diary(entries: Iterable[Entry]) -> DiaryFigures:
    """All figures over the entries of a set of reports."""
    everything = list(entries)
    both = [
        (one.label, one.engagement)
        for one in everything
        if one.label is not None and one.engagement is not None
    ]
    labelled = sum(one.label is not None for one in everything)
    read = [one for one in everything if one.engagement is not None]
    return DiaryFigures(
        Figure.of(Count(len(both), len(read), len(both), labelled)),
        Share.of_all(label.status == engagement.status for label, engagement in both),
        Share.of_all(right_date(label, engagement) for label, engagement in both if label.date),
        Share.of_all(right_place(label, engagement) for label, engagement in both if label.place),
        Calibration.of(
            Judged(one.engagement.probability, one.paired)
            for one in read
            if one.engagement is not None
        ),
    )


def right_date(label: EngagementLabel, engagement: Engagement) -> bool:
    """Whether the engagement has the label's ISO value."""
    return engagement.when is not None and engagement.when.value == label.date


def right_place(label: EngagementLabel, engagement: Engagement) -> bool:
    """Whether a name of the label's place and one of the engagement's share a word."""
    return any(
        set(one) & set(other)
        for one in names_in((label.place or "").replace(",", ";"))
        for other in names_in(", ".join(engagement.place.pieces).replace(",", ";"))
    )


def likeness(label: EngagementLabel, entry: Entry) -> float:
    """How good a pair they are, 0 where they are none."""
    engagement = entry.engagement
    if engagement is None or _CLASS.get(label.kind) != _CLASS.get(engagement.kind):
        return 0.0
    who = shared_names(label.who, entry.who)
    overlap = any(
        label.evidence.start < end and start < label.evidence.end
        for start, end in engagement.evidence.spans
    )
    return who + overlap if who >= _HALF or (overlap and who > 0) else 0.0
