"""Reads who spoke from labelled records: one JSON file a report, beside PolNeAR's attributions.

``{"doc": STEM, "speakers": {"A1": {"who": "Ann Hill", "kind": "person"}, ...}}``: A1 is the first
attribution of the annotator that is scored against (brat.py); ``who`` is null where the text names
nobody.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from evaluation.brat import LabelledReport, labelled_reports, published_on
from evaluation.linked import Linked
from evaluation.results import Json


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """One labelled attribution and who is its source: ``who`` may be several, ``;`` between."""

    key: str
    who: str | None
    kind: str
    linked: Linked


@dataclass(frozen=True, slots=True)
class SpeakerReport:
    """A report and the speakers of its attributions."""

    stem: str
    text: str
    labels: tuple[SpeakerLabel, ...]

    @property
    def published(self) -> str | None:
        """The ISO date of publication."""
        return published_on(self.stem)


def speaker_reports(folder: Path, polnear: Path) -> tuple[SpeakerReport, ...]:
    """The reports of ``folder``, in the order of its files.

    Raises FileNotFoundError when there are none or their texts are not in ``polnear``.
    """
    paths = sorted(folder.glob("[0-9][0-9].json"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no labelled records (00.json ...) in it")
    by_stem = {report.stem: report for report in labelled_reports(polnear)}
    return tuple(_report(json.loads(path.read_text(encoding="utf-8")), by_stem) for path in paths)


def _report(data: Json, by_stem: dict[str, LabelledReport]) -> SpeakerReport:
    report = by_stem[data["doc"]]
    labels = tuple(
        SpeakerLabel(key, one["who"], one["kind"], report.labels[int(key[1:]) - 1])
        for key, one in data["speakers"].items()
    )
    return SpeakerReport(report.stem, report.text, labels)
