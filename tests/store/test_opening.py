"""A record's file is made whole, known again, and refused in plain words where it is none."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from onrecord.errors import Busy, NoRecord, NotARecord
from onrecord.store.engine import WRITING
from onrecord.store.failures import plain_failures
from onrecord.store.opening import VERSION, open_engine
from onrecord.store.pragmas import APPLICATION_ID
from onrecord.store.tables.schema_upkeep import metadata, notes


def pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_a_new_file_has_all_tables_and_says_whose_it_is(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "a.record")
    with engine.connect() as connection:
        there = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars())
    assert set(metadata.tables) | {"words"} <= there
    assert pragma(engine, "application_id") == APPLICATION_ID
    assert pragma(engine, "user_version") == VERSION


def test_an_empty_file_is_a_new_record(tmp_path: Path) -> None:
    (tmp_path / "a.record").touch()
    assert pragma(open_engine(tmp_path / "a.record"), "user_version") == VERSION


def test_a_name_with_signs_of_an_address_is_a_file_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "a b%20?mode=ro#é.record"
    open_engine(path).dispose()
    assert path.stat().st_size > 0
    assert pragma(open_engine(path, create=False), "user_version") == VERSION


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_every_connection_is_set_up(tmp_path: Path, name: str, value: object) -> None:
    assert pragma(open_engine(tmp_path / "a.record"), name) == value


def test_where_there_is_none_it_says_how_to_begin_one(tmp_path: Path) -> None:
    with pytest.raises(NoRecord, match="onrecord add"):
        open_engine(tmp_path / "a.record", create=False)
    assert not (tmp_path / "a.record").exists()


def test_another_programs_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE visits (url)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotARecord, match="another program's file"):
        open_engine(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"x", b"no record\n", b"<html>" * 5000, bytes(8192)])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.record"
    path.write_bytes(content)
    with pytest.raises(NotARecord, match="damaged or is no record"):
        open_engine(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="folder"):
        open_engine(tmp_path)


def test_a_newer_file_asks_for_a_newer_program(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    engine = open_engine(path)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION + 1}")
        connection.commit()
    engine.dispose()
    with pytest.raises(NotARecord, match="newer version of On Record"):
        open_engine(path)


def test_a_truncated_file_is_told_from_a_record(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    open_engine(path).dispose()
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(NotARecord, match="backup"):
        open_engine(path)


def test_opening_what_is_up_to_date_does_not_load_alembic(tmp_path: Path) -> None:
    open_engine(tmp_path / "a.record").dispose()
    program = (
        "import sys, pathlib; from onrecord.store.opening import open_engine;"
        "open_engine(pathlib.Path(sys.argv[1])); sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "a.record")], check=True)


def test_programs_that_make_one_file_at_once_all_end_well(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from onrecord.store.opening import open_engine;"
        "open_engine(pathlib.Path(sys.argv[1])).connect().close()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "a.record")]
    running = [subprocess.Popen(command) for _ in range(3)]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert pragma(open_engine(tmp_path / "a.record"), "user_version") == VERSION


def test_making_that_fails_half_way_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.record"
    with monkeypatch.context() as patched:
        patched.setattr("onrecord.store.pragmas.APPLICATION_ID", "no number")
        with pytest.raises(Exception, match="syntax error"):
            open_engine(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    connection.close()
    assert pragma(open_engine(path), "user_version") == VERSION


def test_a_view_is_one_moment_whatever_is_written_meanwhile(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "a.record")
    with engine.connect() as reader:
        assert reader.execute(select(notes)).all() == []
        with engine.connect().execution_options(**WRITING) as writer, writer.begin():
            writer.execute(insert(notes).values(name="n", value="v"))
        assert reader.execute(select(notes)).all() == []
    with engine.connect() as reader:
        assert reader.execute(select(notes)).all() == [("n", "v")]


def test_a_second_writer_is_told_who_is_in_its_way(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    first, second = open_engine(path), open_engine(path, wait=0.05)
    with (
        first.connect().execution_options(**WRITING) as one,
        one.begin(),
        pytest.raises(Busy, match="another program is writing"),
        plain_failures("a.record"),
        second.connect().execution_options(**WRITING) as two,
    ):
        two.begin()
