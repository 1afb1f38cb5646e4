"""Reads what labelled records say beside their speakers: acts, engagements and exchanges.

``FOLDER/00.json`` holds ``engagements`` and ``exchanges`` (and ``speakers``, speaker_labels.py),
``FOLDER/00.acts.json`` the act and the target of every attribution. Evidence and questions are
given by their words; they stand where these first occur in the report.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.brat import LabelledReport, labelled_reports, published_on
from evaluation.linked import Linked
from evaluation.results import Json
from onrecord.domain.span import Span

_NOWHERE = Span(-1, -1)


@dataclass(frozen=True, slots=True)
class ActLabel:
    """What one labelled attribution does; ``act`` is None where that was not labelled."""

    key: str
    linked: Linked
    act: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class EngagementLabel:
    """One labelled occasion; ``date`` is an ISO value or None."""

    kind: str
    who: tuple[str, ...]
    place: str | None
    date: str | None
    status: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class ExchangeLabel:
    """One labelled question; ``answers`` are keys of attributions."""

    question: Span
    asked: str | None
    asked_by: str | None
    answers: tuple[str, ...]
    response: str


@dataclass(frozen=True, slots=True)
class RecordReport:
    """A report and what is labelled in it."""

    stem: str
    text: str
    acts: tuple[ActLabel, ...]
    engagements: tuple[EngagementLabel, ...]
    exchanges: tuple[ExchangeLabel, ...]

    @property
    def published(self) -> str | None:
        """The ISO date of publication."""
        return published_on(self.stem)


def record_reports(folder: Path, polnear: Path) -> tuple[RecordReport, ...]:
    """The reports of ``folder``, in the order of its files; their texts lie in ``polnear``.

    Raises FileNotFoundError when there are none or a text is missing.
    """
    paths = sorted(path for path in folder.glob("*.json") if path.stem.isdigit())
    if not paths:
        raise FileNotFoundError(f"{folder}: no labelled records (00.json ...) in it")
    by_stem = {report.stem: report for report in labelled_reports(polnear)}
    return tuple(_report(path, by_stem) for path in paths)


def _report(path: Path, by_stem: dict[str, LabelledReport]) -> RecordReport:
    data = json.loads(path.read_text(encoding="utf-8"))
    if data["doc"] not in by_stem:
        raise FileNotFoundError(f"{path}: the text of {data['doc']} is not there")
    report = by_stem[data["doc"]]
    return RecordReport(
        report.stem,
        report.text,
        tuple(_acts(data, _acts_of(path), report)),
        tuple(_engagement(one, report.text) for one in data["engagements"]),
        tuple(_exchange(one, report.text) for one in data["exchanges"]),
    )


def _acts_of(path: Path) -> Json:
    beside = path.with_name(f"{path.stem}.acts.json")
    acts: Json = json.loads(beside.read_text(encoding="utf-8"))["acts"] if beside.exists() else {}
    return acts


def _acts(data: Json, acts: Json, report: LabelledReport) -> Iterator[ActLabel]:
    for key in data["speakers"]:
        one = acts.get(key, {})
        linked = report.labels[int(key[1:]) - 1]
        yield ActLabel(key, linked, one.get("act"), one.get("target"))


def _engagement(one: Json, text: str) -> EngagementLabel:
    return EngagementLabel(
        one["kind"],
        tuple(one["who"]),
        one["place"],
        one["date"],
        one["status"],
        _located(one["evidence"], text),
    )


def _exchange(one: Json, text: str) -> ExchangeLabel:
    return ExchangeLabel(
        _located(one["question"], text),
        one["asked"],
        one["asked_by"],
        tuple(one["answers"]),
        one["response"],
    )


def _located(words: str, text: str) -> Span:
    start = text.find(words)
    return Span(start, start + len(words)) if start >= 0 else _NOWHERE
