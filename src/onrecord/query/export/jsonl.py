"""JSON Lines: one record a line (docs/record.md), and after them one line a tombstone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.domain.kept import KeptEngagement, KeptStatement
from onrecord.query.export.exported import Exported, OnReport, quietly, reports
from onrecord.query.export.tombstones import tombstone_data
from onrecord.query.export.wording import Wording, digest_of, entity_id
from onrecord.store.protocol import View

TOMBSTONE = "onrecord-tombstone/1"
"""The schema of a tombstone's line."""

Data = dict[str, Any]


def jsonl(view: View, wording: Wording, tell: OnReport = quietly) -> Iterator[bytes]:
    """The lines."""
    for one in reports(view, tell):
        yield _line(_record(one, wording))
    for tombstone in view.tombstones():
        yield _line({"schema": TOMBSTONE, **tombstone_data(tombstone)})


def _line(data: Data) -> bytes:
    """To the letter, as ``Record.to_json`` has it: lone surrogates stay, escaped."""
    try:
        return json.dumps(data, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return json.dumps(data).encode("ascii") + b"\n"


def _record(one: Exported, wording: Wording) -> Data:
    data = one.record.to_dict()
    if not wording.with_text:
        _withhold(data, one, wording)
    for entity in data["entities"]:
        entity["key"] = entity_id(one.people[entity["id"]])
    _mark(data["statements"], one.statements, one, wording)
    _mark(data["engagements"], one.engagements, one, wording)
    for statement, kept in zip(data["statements"], one.statements, strict=True):
        statement["utterance"] = kept.utterance
        statement["content_sha256"] = digest_of(kept.statement.content)
    for engagement, told in zip(data["engagements"], one.engagements, strict=True):
        engagement["entry"] = told.entry
        engagement["evidence_sha256"] = digest_of(told.engagement.evidence)
    return data


def _mark(
    items: Sequence[Data],
    kept: Iterable[KeptStatement | KeptEngagement],
    one: Exported,
    wording: Wording,
) -> None:
    """Beside the local id the one that holds everywhere, and what people decided."""
    for item, known in zip(items, kept, strict=True):
        item["item"] = known.id
        item["corrections"] = [wording.correction(each) for each in one.corrected(known.id)]


def _withhold(data: Data, one: Exported, wording: Wording) -> None:
    """Take every word of the report out of its record."""
    article = data["article"]
    article["text"] = article["title"] = None
    for byline in article["byline"]:
        byline["role"] = None
    for entity in data["entities"]:
        entity["name"] = wording.name(one.people[entity["id"]])
        for role in entity["roles"]:
            role["title"] = None
        if entity["name"] is None:
            entity["identity"] = None
    for engagement in data["engagements"]:
        engagement["place"] = None
