"""A record's file as SQL that people can read, and that makes the same file again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

_PRAGMAS = ("application_id", "user_version")
_INDEX = "words"
"""The index of words is FTS5's: it is built from what it is of, and its own tables are not told."""


def dumped(path: Path) -> str:
    """The whole file, a statement a line but for what makes tables."""
    with closing(sqlite3.connect(path)) as connection:
        return "".join(f"{line};\n" for line in _lines(connection))


def load(sql: str, path: Path) -> None:
    """Make the file that was ``dumped``."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def made_by(connection: sqlite3.Connection) -> list[str]:
    """What makes its tables and indices, in an order that does not hang on how they were made."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    kept = [row for row in rows if row[1] == _INDEX or not row[1].startswith(f"{_INDEX}_")]
    ordered = sorted(kept, key=lambda row: (row[0] != "table", row[1]))
    return ["\n".join(line.rstrip() for line in sql.strip().splitlines()) for _, _, sql in ordered]


def _lines(connection: sqlite3.Connection) -> Iterator[str]:
    for name in _PRAGMAS:
        [value] = connection.execute(f"PRAGMA {name}").fetchone()
        yield f"PRAGMA {name} = {value}"
    yield "PRAGMA foreign_keys = OFF"
    yield "BEGIN"
    yield from made_by(connection)
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    for (name,) in names.fetchall():
        if not name.startswith(_INDEX):
            yield from _rows(connection, name)
    yield f"INSERT INTO {_INDEX}({_INDEX}) VALUES ('rebuild')"
    yield "COMMIT"


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    listed = ", ".join(f'"{name}"' for name in columns)
    quoted = " || ', ' || ".join(f'quote("{name}")' for name in columns)
    for (values,) in connection.execute(f'SELECT {quoted} FROM "{table}" ORDER BY {listed}'):
        yield f'INSERT INTO "{table}" ({listed}) VALUES ({values})'
