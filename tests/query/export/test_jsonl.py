"""JSON lines: each a record as docs/record.md has it, with what an export adds."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from onrecord.query.export.jsonl import jsonl
from tests.contracts.reports import ferry, harbour
from tests.query.export.conftest import WITH_TEXT, WITHOUT, Kept
from tests.query.export.reports import FLOOD, flood
from tests.query.fake_view import FakeView


def lines(kept: Kept, wording: Any = WITH_TEXT) -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(jsonl(kept.view, wording)).splitlines()]


@pytest.fixture(scope="module")
def records(kept: Kept) -> dict[str, dict[str, Any]]:
    found = (one for one in lines(kept) if one["schema"] == "onrecord/1")
    return {one["article"]["id"]: one for one in found}


def test_a_line_is_the_record_and_adds_to_it(records: Any) -> None:
    line, record = records[flood().article.id], flood().to_dict()
    assert {name: line[name] for name in ("article", "exchanges", "times")} == {
        name: record[name] for name in ("article", "exchanges", "times")
    }
    for name in ("entities", "statements", "engagements"):
        for found, given in zip(line[name], record[name], strict=True):
            assert given.items() <= found.items()


def test_spans_slice_the_text_on_every_line(records: Any) -> None:
    text = records[flood().article.id]["article"]["text"]
    assert text == FLOOD
    for found, said in zip(
        records[flood().article.id]["statements"], flood().statements, strict=True
    ):
        assert tuple(text[s:e] for s, e in found["content"]) == said.content.pieces


def test_corrections_stand_on_their_item(records: Any, kept: Kept) -> None:
    said, met = (records[harbour().article.id][one] for one in ("statements", "engagements"))
    assert [one["item"] for one in said] == [kept.corrected]
    [correction] = said[0]["corrections"]
    assert (said[0]["act"], correction["who"], correction["note"]) == (
        "demands",
        "Ann Lee",
        "heard it",
    )
    assert met[0]["place"] == met[0]["corrections"][0]["after"]["place"] == "Wick Hall, Ely"


def test_the_last_lines_are_tombstones(kept: Kept) -> None:
    *others, last = lines(kept)
    assert last["schema"] == "onrecord-tombstone/1"
    assert last["article"] == kept.retracted
    assert {one["schema"] for one in others} == {"onrecord/1"}


def test_without_text_offsets_and_digests_stay(kept: Kept) -> None:
    line = next(one for one in lines(kept, WITHOUT) if one.get("article", {}) != kept.retracted)
    statement = line["statements"][0]
    assert line["article"]["text"] is None
    assert len(line["article"]["text_sha256"]) == 64
    assert statement["content"]
    assert len(statement["content_sha256"]) == 64


def test_half_letters_stay_as_they_are() -> None:
    record = ferry()
    text = record.article.text + "\ud83d"
    odd = replace(record, article=replace(record.article, text=text))
    [line] = b"".join(jsonl(FakeView([odd]), WITH_TEXT)).splitlines()
    assert json.loads(line)["article"]["text"] == text
