"""Connections to a record's file, and transactions that begin when we say so.

As SQLAlchemy's documentation of pysqlite advises: sqlite3 is kept from beginning transactions by
itself, and ``BEGIN`` is sent when SQLAlchemy begins one.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from onrecord.store.pragmas import set_pragmas

WAIT = 30.0
"""Seconds for which another program's writing is waited for."""

WRITING = {"onrecord_writing": True}
"""Execution options of a connection whose transactions write: they take the lock at once, so that
two writers wait for each other instead of failing in the middle."""


def connect(path: Path, wait: float) -> Engine:
    """An engine for the file at ``path``, which is known to be a record, or new."""
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        connect_args={"timeout": wait},
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: sqlite3.Connection, _: object) -> None:
    set_pragmas(connection)


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("onrecord_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
