"""What tests of faults look at: all that a file answers, and whether it is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.kept import KeptEngagement, KeptStatement
from onrecord.domain.record import Record
from onrecord.errors import NoRecord
from onrecord.store.opening import open_store

Answers = tuple[list[Record], list[KeptStatement], list[KeptEngagement]]


def answers(path: Path) -> Answers:
    """All that a record answers with, groups over reports included. Raises StoreError."""
    store = open_store(path, create=False)
    try:
        with store.view() as view:
            return (
                list(view.records()),
                list(view.statements(StatementsAsked(limit=None))),
                list(view.engagements(EngagementsAsked(limit=None))),
            )
    finally:
        store.close()


def kept(path: Path) -> list[Record]:
    """The records in a file that a process left behind, none where it has made none."""
    try:
        store = open_store(path, create=False)
    except NoRecord:
        return []
    with store.view() as view:
        found = list(view.records())
    store.close()
    return found


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file, its index and its references."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        return not broken and connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
