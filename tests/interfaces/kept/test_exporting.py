"""``onrecord export`` as a person runs it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from onrecord.archive import Archive
from onrecord.interfaces.cli import app
from onrecord.store.opening import open_store
from tests.contracts.reports import ferry, harbour, later


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("kept") / "record.sqlite"
    store = open_store(found)
    with store.writing() as writer:
        for record in (harbour(), ferry(), later()):
            writer.add(record, "ann")
    store.close()
    with Archive(found, register=lambda: None) as archive:
        archive.retract(later().article.id, reason="asked")
    return found


def run(path: Path, *options: object) -> Result:
    return CliRunner().invoke(app, ["export", "--record", str(path), *map(str, options)])


@pytest.mark.parametrize("format", ["csv", "jsonl", "jsonld", "ics", "annotations"])
def test_without_a_place_it_goes_to_standard_output(path: Path, format: str) -> None:
    done = run(path, "--format", format)
    assert done.exit_code == 0
    assert "harbour wall" in done.stdout.replace("\n ", "").replace("\r", "") or format == "ics"
    assert "written" not in done.stderr


def test_a_table_on_standard_output_says_what_it_cannot_carry(path: Path) -> None:
    done = run(path, "--format", "csv")
    assert done.stderr == (
        "onrecord: 1 report retracted; a table alone does not say which: export to a folder\n"
    )


def test_parquet_goes_down_a_pipe(path: Path) -> None:
    done = run(path, "--format", "parquet")
    assert pq.read_table(io.BytesIO(done.stdout_bytes)).num_rows == 3


def test_brat_asks_for_a_folder(path: Path) -> None:
    done = run(path, "--format", "brat")
    assert done.exit_code == 2
    assert "--out" in done.stderr


def test_parquet_is_not_thrown_at_a_terminal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.interfaces.kept import exporting

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(exporting.sys, "stdout", Terminal())
    archive: Any = None
    with pytest.raises(Exception, match="nothing for a terminal"):
        exporting.export_to(archive, exporting.Format.PARQUET, None, True)


def test_what_was_written_is_said(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "years.jsonl"
    done = run(path, "--format", "jsonl", "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"onrecord: {out}: 2 reports written\n"
    assert len(out.read_text().splitlines()) == 3


def test_the_tombstones_beside_a_table_are_named(path: Path, tmp_path: Path) -> None:
    done = run(path, "--format", "csv", "-o", tmp_path / "said.csv")
    assert f"{tmp_path / 'said.tombstones.csv'}: 1 tombstone" in done.stderr


def test_without_text_there_are_no_words(path: Path) -> None:
    done = run(path, "--format", "jsonl", "--no-text")
    assert "harbour wall" not in done.stdout
    assert json.loads(done.stdout.splitlines()[0])["article"]["text"] is None


def test_what_stands_in_the_way_is_said_without_a_traceback(path: Path, tmp_path: Path) -> None:
    done = run(path, "--format", "jsonl", "--out", path)
    assert done.exit_code == 1
    assert done.stderr == (f"onrecord: {path}: this is the record itself; name another place\n")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a").write_text("")
    assert "it would be lost" in run(path, "--format", "csv", "-o", tmp_path / "mine").stderr


def test_a_record_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = run(tmp_path / "none", "--format", "jsonl")
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())
