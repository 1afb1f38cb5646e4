"""No word of a report leaves without text, in any format; the same record is the same bytes."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from onrecord.archive import Archive
from onrecord.query.export.formats import Format
from onrecord.store.opening import open_store
from tests.contracts.reports import ferry, harbour, later
from tests.query.export.reports import FLOOD, ZOE, flood

GONE = ("after all", "No meeting", "never sail")
"""Words that stand only in the report that was retracted, or in the statement struck out."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    path = tmp_path_factory.mktemp("kept") / "record.sqlite"
    store = open_store(path)
    with store.writing() as writer:
        for record in (harbour(), ferry(), later(), flood()):
            writer.add(record, "ann")
    with store.view() as view:
        said, met = view.items(flood().article.id)
        struck = view.items(harbour().article.id)[0][1].id
    with store.writing() as writer:
        writer.correct(said[0].id, {"source": "Cy Dow", "target": ""}, "Ann Lee", "heard it")
        writer.correct(met[0].id, {"place": "Wick Hall"}, "Ann Lee", "was there")
        writer.correct(struck, {"struck": True}, "Ann Lee", "no statement")
        writer.remove(later().article.id, "Ann Lee", "asked by the publisher")
    store.close()
    return Archive(path, register=lambda: None)


def written(archive: Archive, format: Format, folder: Path, text: bool) -> dict[str, bytes]:
    """All files of an export, by name; Parquet unpacked, since it is compressed."""
    if format is Format.FTM:
        pytest.importorskip("followthemoney", reason="needs followthemoney: make ftm installs it")
    out = folder / "out"
    archive.export(format, out, text=text)
    files = [out] if out.is_file() else sorted(out.iterdir())
    return {one.name: one.read_bytes() for one in files}


def legible(files: dict[str, bytes]) -> bytes:
    """Everything that can be read in them, with lines that a calendar folds put together."""
    parts = []
    for name, content in files.items():
        parts.append(name.encode())
        if name.endswith(".parquet"):
            content = repr(pq.read_table(io.BytesIO(content)).to_pylist()).encode()
        parts.append(content.replace(b"\r\n ", b""))
    return b"\n".join(parts)


@pytest.mark.parametrize("format", Format)
def test_without_text_no_word_of_a_report_is_in_any_byte(
    archive: Archive, format: Format, tmp_path: Path
) -> None:
    found = legible(written(archive, format, tmp_path, text=False))
    assert not re.findall(rb"(?i)zq\w*", found)
    for words in ("harbour wall", "met Bo Roe", "Mayor on wall", "Wall and ferry", *GONE):
        assert words.encode() not in found


@pytest.mark.parametrize("format", Format)
def test_with_text_the_words_are_there_and_names_are_both_ways(
    archive: Archive, format: Format, tmp_path: Path
) -> None:
    found = legible(written(archive, format, tmp_path, text=True)).decode().lower()
    words = {"jsonl": set(re.findall(r"zq\w+", FLOOD.lower()))}.get(format, {"zqmet"})
    assert all(word in found for word in words)
    for each in GONE:
        assert each.lower() not in found or format in NAMES_TEXT


NAMES_TEXT = (Format.CSV, Format.PARQUET, Format.JSONL, Format.JSONLD, Format.FTM, Format.BRAT)
"""Formats that hold the text of a report, in which what was struck out still stands."""


@pytest.mark.parametrize("format", Format)
def test_names_days_and_tombstones_go_out_without_text(
    archive: Archive, format: Format, tmp_path: Path
) -> None:
    found = legible(written(archive, format, tmp_path, text=False)).decode()
    tombstone = later().article.id
    assert tombstone in found or tombstone.replace("_", "-") in found
    if format is not Format.BRAT:  # there a name stands only where Wikidata has it
        assert "Bo Roe" in found
    names = {ZOE, ascii_of(ZOE), repr(ZOE)[1:-1]}
    assert any(name in found for name in names)


def ascii_of(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode()


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize("text", [True, False], ids=["text", "no-text"])
def test_the_same_record_is_the_same_bytes(
    archive: Archive, format: Format, text: bool, tmp_path: Path
) -> None:
    both: list[Any] = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        both.append(written(archive, format, tmp_path / name, text))
    assert both[0] == both[1]
    assert both[0]
