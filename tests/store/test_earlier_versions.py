"""A file of every version there was, as it was written then, opens today and answers the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.kept import Standing
from onrecord.store import opening
from onrecord.store.opening import VERSION, changing_tables, migrate, open_store
from onrecord.store.protocol import View
from tests.contracts.reports import later, retold, silent
from tests.store.fault_files import is_whole
from tests.store.versions import filled
from tests.store.versions.dump import dumped, load, made_by

FOLDER = Path(filled.__file__).parent
FILES = sorted(FOLDER.glob("*.sql"))
MIGRATIONS = Path(opening.__file__).parent / "migrations"
REVISIONS = sorted(one.revision for one in ScriptDirectory(str(MIGRATIONS)).walk_revisions())
WRITE = "write it with: python -m tests.store.versions"


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    found = tmp_path / "earlier.onrecord"
    load(request.param.read_text(encoding="utf-8"), found)
    return found


def everything(path: Path) -> dict[str, Any]:
    """All that a record answers with."""
    store = open_store(path, create=False)
    with store.view() as view:
        found = all_of(view)
    store.close()
    return found


def all_of(view: View) -> dict[str, Any]:
    said = list(view.statements(StatementsAsked(limit=None)))
    met = list(view.engagements(EngagementsAsked(limit=None)))
    return {
        "counts": view.counts(),
        "records": list(view.records()),
        "statements": said,
        "engagements": met,
        "attestations": view.attestations(one.utterance for one in said),
        "entries": view.entries(one.entry for one in met),
        "Lee": view.named("lee"),
        "found": [one.id for one in view.statements(StatementsAsked(words="harbour walls"))],
        "paragraphs": view.holding_most({("winter storms",): 1.0}, 9),
        "copies": view.copies("copy"),
        "corrections": view.corrections(),
        "tombstones": view.tombstones(),
        "log": view.log(),
        "feed": view.feed_state(filled.FEED),
    }


def test_every_revision_has_its_file() -> None:
    assert [file.stem for file in FILES] == REVISIONS, WRITE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_has_the_tables_of_its_revision(file: Path, tmp_path: Path) -> None:
    """So a revision that was released is not changed: a file would have other tables than it."""
    load(file.read_text(encoding="utf-8"), tmp_path / "then")
    with changing_tables(tmp_path / "today") as connection:
        migrate(connection, MIGRATIONS, file.stem)
    tables = []
    for name in ("then", "today"):
        with closing(sqlite3.connect(tmp_path / name)) as opened:
            tables.append(made_by(opened))
    assert tables[0] == tables[1], f"the revision is not released yet? {WRITE}"


def test_it_is_brought_up_to_date_and_answers_as_one_that_is_made_today(
    path: Path, tmp_path: Path
) -> None:
    filled.fill(tmp_path / "today.onrecord")
    assert everything(path) == everything(tmp_path / "today.onrecord")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert is_whole(path)


def test_it_is_added_to_and_what_was_left_to_be_wiped_is_wiped(path: Path) -> None:
    store = open_store(path, create=False)
    moved = retold(later(), id="moved", url="https://fen.example/moved")
    with store.writing() as writer:
        records = (later(), silent(), moved)
        assert [writer.add(one, "eva") for one in records] == [
            Standing.SAME,
            Standing.RETRACTED,
            Standing.NEW,
        ]
    with store.view() as view:
        assert [one.scrubbed for one in view.tombstones()] == [True]
        assert [one.id for one in view.copies("moved")] == [later().article.id]
    store.close()
    assert is_whole(path)


def test_what_is_dumped_and_loaded_is_the_same(tmp_path: Path) -> None:
    filled.fill(tmp_path / "a.onrecord")
    sql = dumped(tmp_path / "a.onrecord")
    load(sql, tmp_path / "b.onrecord")
    assert everything(tmp_path / "a.onrecord") == everything(tmp_path / "b.onrecord")
    assert dumped(tmp_path / "b.onrecord") == sql
