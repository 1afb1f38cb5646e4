"""Exports put in their place: whole or not at all, and never over what is not theirs."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.errors import ExportError
from onrecord.store.opening import open_store
from tests.contracts.reports import ferry, harbour, later


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    (tmp_path / "kept").mkdir()
    store = open_store(tmp_path / "kept" / "record.sqlite")
    with store.writing() as writer:
        for record in (harbour(), ferry(), later()):
            writer.add(record, "ann")
    store.close()
    with Archive(tmp_path / "kept" / "record.sqlite", register=lambda: None) as opened:
        yield opened


def left(folder: Path) -> list[str]:
    """What is in a folder besides the record."""
    return sorted(one.name for one in folder.iterdir() if one.name != "kept")


def fail_after(reports: int) -> object:
    def tell(done: int, of: int) -> None:
        if done >= reports:
            raise KeyboardInterrupt

    return tell


@pytest.mark.parametrize("format", ["jsonl", "jsonld", "annotations", "ics", "csv", "brat"])
def test_what_is_broken_off_leaves_the_older_export_alone(
    archive: Archive, format: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    if format != "brat":
        archive.export(format, out)
        before = {one: one.read_bytes() for one in tmp_path.rglob("out*") if one.is_file()}
    else:
        before = {}
    there = left(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        archive.export(format, out, on_progress=fail_after(1))  # type: ignore[arg-type]
    assert left(tmp_path) == there
    assert all(one.read_bytes() == content for one, content in before.items())


def test_an_older_export_of_tables_is_replaced_as_a_whole(archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out"
    archive.export("csv", out)
    whole = {one.name for one in out.iterdir()}
    (out / "articles.csv").write_text("old")
    (out / "mentions.csv").unlink()
    archive.export("csv", out)
    assert {one.name for one in out.iterdir()} == whole
    assert (out / "articles.csv").read_text() != "old"
    assert left(tmp_path) == ["out"]


@pytest.mark.parametrize("format", ["csv", "parquet", "brat"])
def test_a_folder_with_something_else_in_it_is_left_alone(
    archive: Archive, format: str, tmp_path: Path
) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"notes\.txt.*name a folder that is new or empty"):
        archive.export(format, out)
    assert [one.name for one in out.iterdir()] == ["notes.txt"]


def test_a_brat_folder_is_not_replaced_since_somebody_may_have_annotated_in_it(
    archive: Archive, tmp_path: Path
) -> None:
    archive.export("brat", tmp_path / "out")
    with pytest.raises(ExportError, match="it would be lost"):
        archive.export("brat", tmp_path / "out")


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_the_record_itself_is_not_replaced(archive: Archive, end: str) -> None:
    out = archive.path.with_name(archive.path.name + end)
    with pytest.raises(ExportError, match="this is the record itself"):
        archive.export("jsonl", out)
    assert archive.counts().articles == 3


def test_places_that_cannot_be_written_are_named_with_what_to_do(
    archive: Archive, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="name a place in a folder that is there"):
        archive.export("jsonl", tmp_path / "none" / "out.jsonl")
    with pytest.raises(ExportError, match="it is a folder; name a file"):
        archive.export("jsonl", tmp_path / "folder")
    with pytest.raises(ExportError, match="it is a file, and this is written as a folder"):
        archive.export("csv", tmp_path / "file")
    assert left(tmp_path) == ["file", "folder"]


def test_a_link_is_followed_and_stays(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    archive.export("jsonl", tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len((tmp_path / "real.jsonl").read_text().splitlines()) == 3


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_table_alone_has_its_tombstones_beside_it(
    archive: Archive, format: str, tmp_path: Path
) -> None:
    out, beside = tmp_path / f"said.{format}", tmp_path / f"said.tombstones.{format}"
    assert archive.export(format, out).tombstones == 0
    assert left(tmp_path) == [out.name]
    archive.retract(later().article.id, reason="asked")
    written = archive.export(format, out)
    assert (written.reports, written.tombstones, written.beside) == (2, 1, beside)
    assert later().article.id.encode() in beside.read_bytes()


def test_a_stream_of_one_table_says_that_it_carries_no_tombstones(archive: Archive) -> None:
    archive.retract(later().article.id, reason="asked")
    assert not archive.export("csv", io.BytesIO()).carried
    assert archive.export("jsonl", io.BytesIO()).carried


def test_later_exports_carry_the_tombstone_and_not_the_report(archive: Archive) -> None:
    archive.retract(later().article.id, reason="asked")
    stream = io.BytesIO()
    archive.export("jsonl", stream)
    *records, tombstone = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert later().article.id not in {one["article"]["id"] for one in records}
    assert tombstone["article"] == later().article.id


def test_brat_is_no_stream(archive: Archive) -> None:
    with pytest.raises(ExportError, match="name a folder for it"):
        archive.export("brat", io.BytesIO())


def test_without_its_library_followthemoney_says_how_to_get_it(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "onrecord.query.export.ftm", raising=False)
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(ExportError, match=r'pip install "onrecord\[ftm\]"'):
        archive.export("ftm", tmp_path / "out.jsonl")
    assert left(tmp_path) == []


def test_a_format_that_is_none_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="xml"):
        archive.export("xml", tmp_path / "out.xml")


def test_every_report_is_told(archive: Archive) -> None:
    told: list[tuple[int, int]] = []
    archive.export("jsonl", io.BytesIO(), on_progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
