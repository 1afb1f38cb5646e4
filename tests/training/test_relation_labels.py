"""Our labels come back from their lines as they were put in, and only for the text they are of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.exchange import Response
from onrecord.domain.statement import Act
from training.relation_labels import LabelledRelations, labelled_relations
from training.relation_offsets import TEXTS, row_of

DOC = "outlet_2024-09-26_the-bridge"
TEXT = "Ana Ruiz will meet Sam Dale in York. Asked why, Ruiz would not say."
LABELS: dict[str, Any] = {
    "doc": DOC,
    "acts": {"A1": ["declines", "Sam Dale"]},
    "engagements": [
        {
            "kind": "meeting",
            "who": ["Sam Dale"],
            "place": "York",
            "date": None,
            "status": "planned",
            "mentions": [["will meet Sam Dale", "meet"]],
        }
    ],
    "exchanges": [
        {
            "question": "Asked why",
            "asked": "Ana Ruiz",
            "asked_by": None,
            "answers": ["A1"],
            "response": "declined",
        }
    ],
}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A data folder with the one report, and its labels beside it."""
    (tmp_path / TEXTS).mkdir(parents=True)
    (tmp_path / TEXTS / f"{DOC}.txt").write_text(TEXT, "utf-8")
    (tmp_path / "labels.jsonl").write_text(json.dumps(row_of(LABELS, tmp_path)) + "\n")
    return tmp_path


def read(kept: Path) -> LabelledRelations:
    ((text, labels),) = labelled_relations(kept, kept / "labels.jsonl")
    assert text == TEXT
    return labels


def test_words_become_offsets_and_offsets_the_same_words(kept: Path) -> None:
    labels = read(kept)
    (act,), (meeting,), (exchange,) = labels.acts, labels.engagements, labels.exchanges
    assert act.target is not None
    assert exchange.asked is not None
    spans = [act.target, *meeting.who, *meeting.place, exchange.question, exchange.asked]
    spans += [meeting.mentions[0].clause, meeting.mentions[0].head]
    assert [TEXT[span.start : span.end] for span in spans] == [
        *("Sam Dale", "Sam Dale", "York", "Asked why", "Ana Ruiz"),
        *("will meet Sam Dale", "meet"),
    ]


def test_labels_have_the_words_of_the_record(kept: Path) -> None:
    labels = read(kept)
    assert labels.published == "2024-09-26"
    assert (labels.acts[0].attribution, labels.acts[0].act) == (0, Act.DECLINES)
    assert labels.engagements[0].kind is EngagementKind.MEETING
    assert labels.engagements[0].status is Status.PLANNED
    assert labels.exchanges[0].response is Response.DECLINED
    assert labels.exchanges[0].answers == (0,)


def test_labels_of_another_text_are_refused(kept: Path) -> None:
    (kept / TEXTS / f"{DOC}.txt").write_text(TEXT + " More.", "utf-8")
    with pytest.raises(ValueError, match="the-bridge"):
        read(kept)
