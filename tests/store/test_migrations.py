"""A file of every earlier version is brought to the newest, with all that it holds."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from onrecord.store import opening
from onrecord.store.engine import WAIT, connect
from onrecord.store.opening import VERSION, changing_tables, migrate, open_engine
from onrecord.store.tables.schema_upkeep import metadata

FOLDER = Path(opening.__file__).parent / "migrations"
REVISIONS = [one.revision for one in reversed([*ScriptDirectory(str(FOLDER)).walk_revisions()])]
LATER = '''
"""A later revision, as one may look."""
from alembic import op
from sqlalchemy import Column, Text

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("articles", Column("section", Text))
    with op.batch_alter_table("articles") as batch:
        batch.alter_column("language", nullable=True)
    {more}
'''


def at(path: Path, revision: str, folder: Path = FOLDER) -> None:
    """Make a file as the program made it when ``revision`` was its newest."""
    with changing_tables(path) as connection:
        migrate(connection, folder, revision)


def fill(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Put one row into every table as its columns ask; returns the rows by table."""
    with closing(connect(path, WAIT).connect()) as connection, connection.begin():
        written: dict[str, list[dict[str, Any]]] = {}
        known = inspect(connection)
        tables = [name for name, _ in known.get_sorted_table_and_fkc_names() if name]
        for name in tables:
            if name == "alembic_version" or name.startswith("words"):
                continue
            row = {
                column["name"]: 1 if column["type"].python_type in (int, float) else f"{name} 1"
                for column in known.get_columns(name)
            }
            signs = ", ".join(f":{column}" for column in row)
            quoted = ", ".join(f'"{column}"' for column in row)
            connection.exec_driver_sql(f'INSERT INTO "{name}" ({quoted}) VALUES ({signs})', row)
            written[name] = [row]
        connection.exec_driver_sql("INSERT INTO words (rowid, text) VALUES (1, 'paragraphs 1')")
    return written


def rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    found = connection.exec_driver_sql(f'SELECT * FROM "{name}"')
    return [dict(one) for one in found.mappings()]


def holds(connection: Connection, written: dict[str, list[dict[str, Any]]]) -> bool:
    """Whether all columns of all rows are there still; there may be new ones beside them."""
    return all(
        before.items() <= after.items()
        for name, one in written.items()
        for before, after in zip(one, rows(connection, name), strict=True)
    )


def later(folder: Path, more: str = "pass") -> Path:
    """The migrations with one more, as a later version of the program would have them."""
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = LATER.format(revision=f"{VERSION + 1:04}", before=f"{VERSION:04}", more=more)
    (folder / "versions" / "v9999_later.py").write_text(text, encoding="utf-8")
    return folder


def test_the_newest_revision_is_the_programs_version() -> None:
    assert [int(one) for one in REVISIONS] == list(range(1, VERSION + 1))


def test_migrating_makes_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    with open_engine(tmp_path / "a.record").connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_name": ours},
        )
        assert compare_metadata(context, metadata) == []


def ours(name: str | None, kind: str, _: object) -> bool:
    """The index of words belongs to FTS5, which SQLAlchemy does not know."""
    return kind != "table" or not str(name).startswith("words")


def test_tables_without_row_ids_stay_so(tmp_path: Path) -> None:
    """What compare_metadata does not look at, and what the size of the file hangs on."""
    wanted = {
        table.name
        for table in metadata.tables.values()
        if not table.dialect_options["sqlite"]["with_rowid"]
    }
    with open_engine(tmp_path / "a.record").connect() as connection:
        made = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE sql LIKE ?", ("%WITHOUT ROWID%",)
        )
        assert {name for name in made.scalars() if not name.startswith("words")} == wanted


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_file_of_each_version_is_brought_to_the_newest(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "a.record"
    at(path, revision)
    written = fill(path)
    assert len(written) >= 20
    with open_engine(path).connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == VERSION
        assert holds(connection, written)
        found = connection.exec_driver_sql("SELECT rowid FROM words WHERE words MATCH 'paragraph'")
        assert found.scalars().all() == [1]


def test_a_later_version_upgrades_a_file_of_today(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    open_engine(path).dispose()
    written = fill(path)
    at(path, "head", later(tmp_path / "migrations"))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
        assert connection.execute("SELECT section FROM articles").fetchall() == [(None,)]
    with connect(path, WAIT).connect() as connection:
        assert holds(connection, written)


def test_an_upgrade_that_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    open_engine(path).dispose()
    written = fill(path)
    with pytest.raises(ZeroDivisionError):
        at(path, "head", later(tmp_path / "migrations", more="1 / 0"))
    with open_engine(path).connect() as connection:
        assert holds(connection, written)
        assert "section" not in {one["name"] for one in inspect(connection).get_columns("articles")}


def test_a_file_that_has_no_revision_yet_is_completed(tmp_path: Path) -> None:
    """Alembic's own table alone, as a program that died while making a file could leave it."""
    path = tmp_path / "a.record"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
        connection.commit()
    with open_engine(path).connect() as connection:
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())
