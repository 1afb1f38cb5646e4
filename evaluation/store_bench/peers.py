"""What SQLite itself does with the same rows and words: the least that adding and finding cost."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from evaluation.store_bench.quotations import Altered
from onrecord.store.pragmas import set_pragmas

_WORD = re.compile(r"\w+")
_INDEX = "words"
_MADE_BY_INDEX = re.compile(rf"{_INDEX}_\w+|sqlite_\w+")


@dataclass(frozen=True, slots=True)
class Raw:
    """``rows`` written with nothing but the driver, in ``seconds``."""

    rows: int
    seconds: float


def insert_rows(source: Path, scratch: Path) -> Raw:
    """All rows of ``source`` into an empty file with the same tables and indexes, at once.

    Nothing is read, packed, grouped or looked up: the rows are ready, one table after the other.
    """
    with (
        closing(sqlite3.connect(source)) as given,
        closing(sqlite3.connect(scratch)) as connection,
    ):
        set_pragmas(connection)
        connection.execute("PRAGMA foreign_keys = OFF")  # tables come in no order
        made = given.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL")
        wanted = [row for row in made.fetchall() if not _MADE_BY_INDEX.fullmatch(row[1])]
        for _, _, sql in wanted:
            connection.execute(sql)
        tables = [name for kind, name, _ in wanted if kind == "table" and name != _INDEX]
        rows = {name: given.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for name, found in rows.items():
            _insert(connection, name, found)
        connection.execute(f"INSERT INTO {_INDEX}(rowid, text) SELECT number, text FROM paragraphs")
        connection.execute("COMMIT")
        return Raw(sum(map(len, rows.values())), time.perf_counter() - begun)


def _insert(connection: sqlite3.Connection, name: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        signs = ", ".join("?" * len(rows[0]))
        connection.executemany(f'INSERT INTO "{name}" VALUES ({signs})', rows)


@dataclass(frozen=True, slots=True)
class LookedUp:
    """One quotation looked up by FTS5 alone: whether its report came first."""

    first: bool
    seconds: float


def look_up(path: Path, quotations: Iterable[Altered]) -> Iterator[LookedUp]:
    """Each quotation by any of its words, ranked by FTS5's own bm25; nothing is compared.

    It tells a paragraph, and neither the statement nor what was altered.
    """
    query = (
        f"SELECT articles.id FROM {_INDEX} JOIN paragraphs ON paragraphs.number = {_INDEX}.rowid"
        " JOIN articles ON articles.number = paragraphs.article"
        f" WHERE {_INDEX} MATCH ? ORDER BY rank LIMIT 1"
    )
    with closing(sqlite3.connect(path)) as connection:
        for one in quotations:
            words = dict.fromkeys(_WORD.findall(one.words))
            begun = time.perf_counter()
            found = connection.execute(query, (" OR ".join(f'"{word}"' for word in words),))
            row = found.fetchone()
            seconds = time.perf_counter() - begun
            yield LookedUp(row is not None and row[0] == one.article, seconds)
