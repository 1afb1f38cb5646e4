"""The tables as CSV and Parquet, read back by the csv module and by pyarrow."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.query.export.csv_tables import csv_stream, write_csv
from onrecord.query.export.datapackage import datapackage
from onrecord.query.export.item_tables import STATEMENTS
from onrecord.query.export.parquet_tables import GROUP, TableFile, write_parquet
from onrecord.query.export.report_tables import MENTIONS, TOMBSTONES
from onrecord.query.export.table_rows import TABLES, Row, rows, statement_rows
from onrecord.query.export.tables import Column, Kind, Table
from tests.contracts.reports import harbour
from tests.query.export.conftest import WITH_TEXT, WITHOUT, Kept
from tests.query.export.reports import FLOOD, ZOE, flood

Files = dict[str, io.BytesIO]


class Held(io.BytesIO):
    """A file whose content outlives its closing."""

    def close(self) -> None:
        self.flush()


def opening() -> tuple[Files, Any]:
    files: Files = {}

    def opens(name: str) -> BinaryIO:
        files[name] = Held()
        return files[name]

    return files, opens


@pytest.fixture(scope="module")
def as_csv(kept: Kept) -> dict[str, list[dict[str, str]]]:
    files, opens = opening()
    write_csv(rows(kept.view, WITH_TEXT), opens)
    return {
        name.removesuffix(".csv"): list(
            csv.DictReader(io.StringIO(file.getvalue().decode(), newline=""), strict=True)
        )
        for name, file in files.items()
    }


@pytest.fixture(scope="module")
def as_parquet(kept: Kept) -> dict[str, Any]:
    files, opens = opening()
    write_parquet(rows(kept.view, WITH_TEXT), opens)
    return {name.removesuffix(".parquet"): pq.read_table(file) for name, file in files.items()}


def spans_of(cell: str) -> list[tuple[int, int]]:
    pairs = (one.split() for one in cell.split(";") if one)
    return [(int(start), int(end)) for start, end in pairs]


def test_the_spans_of_csv_slice_the_text_to_the_words(as_csv: Any) -> None:
    texts = {one["article"]: one["text"] for one in as_csv["articles"]}
    assert texts[flood().article.id] == FLOOD
    seen = 0
    for table, words in (("statements", "content"), ("engagements", "evidence")):
        for row in as_csv[table]:
            text = texts[row["article"]]
            pieces = [text[start:end] for start, end in spans_of(row[f"{words}_spans"])]
            assert " ".join(pieces) == row[words]
            seen += len(pieces)
    for row in as_csv["mentions"]:
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["words"]
    assert seen >= 8


def test_parquet_has_types_and_holds_what_csv_holds(as_csv: Any, as_parquet: Any) -> None:
    assert {name: len(table) for name, table in as_csv.items()} == {
        name: table.num_rows for name, table in as_parquet.items()
    }
    row = next(
        one for one in as_parquet["statements"].to_pylist() if one["article"] == flood().article.id
    )
    assert row["said_first"] == date(2024, 5, 1)
    assert row["said_last"] == date(2024, 5, 2)
    pieces = [FLOOD[one["start"] : one["end"]] for one in row["content_spans"]]
    assert pieces == list(flood().statements[0].content.pieces)
    assert row["speaker_name"] == ZOE
    types = {one.name: str(one.type) for one in as_parquet["statements"].schema}
    assert types["said_first"] == "date32[day]"
    assert types["content_spans"].startswith("list<element: struct<start: int32 not null")
    assert types["probability"] == "double"
    assert types["corrected"] == "bool"


def test_a_correction_is_applied_flagged_and_told(as_csv: Any, kept: Kept) -> None:
    row = next(one for one in as_csv["statements"] if one["statement"] == kept.corrected)
    assert (row["speaker_name"], row["act"], row["corrected"]) == ("Cy Dow", "demands", "true")
    told = {one["item"]: one for one in as_csv["corrections"]}
    assert told[kept.corrected]["who"] == "Ann Lee"
    assert json.loads(told[kept.corrected]["after"])["act"] == "demands"
    place = next(one for one in as_csv["engagements"] if one["engagement"] == kept.planned)
    assert (place["place"], place["place_spans"]) == ("Wick Hall, Ely", "")


def test_what_is_struck_out_is_in_no_row_and_what_is_retracted_in_one(
    as_csv: Any, kept: Kept
) -> None:
    assert kept.struck not in {one["statement"] for one in as_csv["statements"]}
    assert kept.retracted not in {one["article"] for one in as_csv["articles"]}
    [tombstone] = as_csv["tombstones"]
    assert tombstone["article"] == kept.retracted
    assert tombstone["reason"] == "asked by the publisher"
    assert all(one[:2] in ("s_", "g_") for one in tombstone["items"].split(" "))


def test_every_reference_finds_its_row(as_csv: Any) -> None:
    keys = {table.name: {row[table.key[0]] for row in as_csv[table.name]} for table in TABLES}
    for table in TABLES:
        for column, other in table.refers.items():
            assert {row[column] for row in as_csv[table.name]} <= keys[other]
    entities = {one["entity"] for one in as_csv["entities"]}
    for table, column in (("speakers", "entity"), ("participants", "entity")):
        assert {row[column] for row in as_csv[table]} <= entities


def test_the_data_package_names_the_columns_that_there_are(as_csv: Any) -> None:
    package = json.loads(datapackage("csv", True))
    for resource in package["resources"]:
        fields = [one["name"] for one in resource["schema"]["fields"]]
        table = next(one for one in TABLES if one.name == resource["name"])
        assert fields == [one.name for one in table.columns]
        for row in as_csv[resource["name"]]:
            assert list(row) == fields
    assert b"without the words" in datapackage("parquet", False)


def test_a_line_ends_and_is_quoted_as_rfc_4180_has_it(kept: Kept) -> None:
    whole = b"".join(csv_stream(STATEMENTS, statement_rows(kept.view, WITH_TEXT)))
    assert whole.startswith(b"statement,article,local,")
    assert whole.endswith(b"\r\n")
    assert '"“Zqwater \U0001f30a\U0001f30a came\nlate'.encode() in whole
    assert b",it was =zqsum(1)," in whole


def test_without_text_the_columns_stay_and_the_words_go(kept: Kept) -> None:
    whole = b"".join(csv_stream(STATEMENTS, statement_rows(kept.view, WITHOUT)))
    read = list(csv.DictReader(io.StringIO(whole.decode(), newline="")))
    assert {row["content"] for row in read} == {""}
    assert all(len(row["content_sha256"]) == 64 for row in read)
    assert "Ann Lee" in {row["speaker_name"] for row in read}


WORDS: Table[str] = Table(
    "words", "", (), (Column("word", Kind.STRING, "", lambda one: one, True),), {}
)


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), max_size=20))
def test_any_words_come_back_from_csv(words: list[str]) -> None:
    made = (Row(WORDS, WORDS.row(one, True)) for one in words)
    whole = b"".join(csv_stream(WORDS, made))
    read = csv.reader(io.StringIO(whole.decode("utf-8"), newline=""), strict=True)
    assert [row[0] for row in read] == ["word", *words]


def test_half_a_letter_becomes_one_replacement_so_that_offsets_hold() -> None:
    [_, cell] = b"".join(csv_stream(WORDS, [Row(WORDS, ["a\ud83db"])])).decode().split("\r\n")[:2]
    assert cell == "a\ufffdb"


def test_parquet_is_written_in_groups() -> None:
    file = Held()
    written = TableFile(TOMBSTONES, file)
    empty: list[Any] = ["t", "a", "x", "y", None, "w", "d", "r", ("s_1", "g_2"), "{}", True]
    for _ in range(GROUP + 1):
        written.write(list(empty))
    written.close()
    read = pq.ParquetFile(file)
    assert read.metadata.num_row_groups == 2
    assert read.read().to_pylist()[-1]["items"] == ["s_1", "g_2"]


def test_columns_say_what_they_mean_in_parquet_too(as_parquet: Any) -> None:
    field = as_parquet["mentions"].schema.field("rule")
    about = next(one.about for one in MENTIONS.columns if one.name == "rule")
    assert field.metadata[b"description"].decode() == about


def test_an_occasion_of_one_day_has_it_as_its_first_and_last(as_parquet: Any) -> None:
    found: Iterator[dict[str, Any]] = iter(as_parquet["engagements"].to_pylist())
    row = next(one for one in found if one["article"] == harbour().article.id)
    assert row["first"] == row["last"] == date(2024, 5, 6)
    assert row["evidence_spans"] == [
        {"start": start, "end": end}
        for start, end in (Span(*one) for one in harbour().engagements[0].evidence.spans)
    ]
