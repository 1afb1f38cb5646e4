"""Our own labels of acts, targets, engagements and exchanges on PolNeAR's training reports.

They were made by the rules of the labelled development reports (docs/model-card.md says by whom)
and are kept as offsets only, one report a line of ``labels/relations.jsonl``: code points,
half-open, into the report's text, whose digest is checked. Names are the places where they stand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.exchange import Response
from onrecord.domain.span import Span
from onrecord.domain.statement import Act
from training.corpora import text_of

LABELS = Path(__file__).parent / "labels" / "relations.jsonl"


@dataclass(frozen=True)
class LabelledAct:
    """What the report's i-th attribution does, ``attribution`` from 0; ``target`` names whom."""

    attribution: int
    act: Act
    target: Span | None


@dataclass(frozen=True)
class OccasionMention:
    """A clause that tells of an occasion, and in it the word that names it."""

    clause: Span
    head: Span


@dataclass(frozen=True)
class LabelledEngagement:
    """One occasion; ``mentions`` are all clauses that tell of it, the best one first."""

    kind: EngagementKind
    status: Status
    date: str | None
    who: tuple[Span, ...]
    place: tuple[Span, ...]
    mentions: tuple[OccasionMention, ...]


@dataclass(frozen=True)
class LabelledExchange:
    """A question and its answers, which are attributions, counted from 0."""

    question: Span
    asked: Span | None
    asked_by: Span | None
    answers: tuple[int, ...]
    response: Response


@dataclass(frozen=True)
class LabelledRelations:
    """The labels of one report. ``text``: its path under the data folder."""

    text: str
    published: str
    acts: tuple[LabelledAct, ...]
    engagements: tuple[LabelledEngagement, ...]
    exchanges: tuple[LabelledExchange, ...]


def labelled_relations(
    data: Path, labels: Path = LABELS
) -> Iterator[tuple[str, LabelledRelations]]:
    """Every labelled report: its text and its labels. Raises ValueError on another text."""
    with labels.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = text_of(data / row["text"])
            if digest(text) != row["sha256"]:
                raise ValueError(f"{row['text']} is not the text that was labelled")
            yield text, _relations(row)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _relations(row: dict[str, Any]) -> LabelledRelations:
    return LabelledRelations(
        row["text"],
        row["published"],
        tuple(LabelledAct(n, Act(act), _span(target)) for n, act, target in row["acts"]),
        tuple(_engagement(one) for one in row["engagements"]),
        tuple(_exchange(one) for one in row["exchanges"]),
    )


def _engagement(row: dict[str, Any]) -> LabelledEngagement:
    return LabelledEngagement(
        EngagementKind(row["kind"]),
        Status(row["status"]),
        row["date"],
        tuple(Span(*one) for one in row["who"]),
        tuple(Span(*one) for one in row["place"]),
        tuple(OccasionMention(Span(*clause), Span(*head)) for clause, head in row["mentions"]),
    )


def _exchange(row: dict[str, Any]) -> LabelledExchange:
    return LabelledExchange(
        Span(*row["question"]),
        _span(row["asked"]),
        _span(row["asked_by"]),
        tuple(row["answers"]),
        Response(row["response"]),
    )


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None
