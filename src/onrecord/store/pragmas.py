"""What SQLite is told of a record's file: how sure it writes, what it wipes, how much it holds."""

from __future__ import annotations

import sqlite3
import time

APPLICATION_ID = 0x6F6E7265
"""Ours, "onre", in the header of the file: by it a record is told from other SQLite files."""

_CONNECTION = (
    # FULL and not NORMAL: NORMAL survives the death of a program, but loses the last transactions
    # when the power goes, and a report said to be added has to be there. It costs one fsync a
    # transaction, thousands of times less than reading a report.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is deleted is overwritten with zeros at once; scrubbing sees to the copies that are left.
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -65536",  # KiB
    # Sorting leaves no words in temporary files. (Scrubbing sets it otherwise: scrubbing.py.)
    "PRAGMA temp_store = MEMORY",
    # No mmap: a drive that is pulled out would kill the program where it now gets an error.
    "PRAGMA mmap_size = 0",
    "PRAGMA wal_autocheckpoint = 4000",  # pages
    "PRAGMA journal_size_limit = 67108864",  # bytes
)

_TRIES, _PAUSE = 200, 0.01
"""How often a new file is asked for its log while another program makes it, and seconds between."""


def set_pragmas(connection: sqlite3.Connection) -> None:
    """Set up a new connection to a file that is known to be a record, or a new one.

    Transactions are begun by us (``engine``) and not by sqlite3, which would begin them late and
    end them before a change of the tables.
    """
    connection.isolation_level = None
    _use_log(connection)
    for pragma in _CONNECTION:
        connection.execute(pragma)


def _use_log(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; a file that has it already stays as it is.

    Two programs that begin a file at once both want all of it for that: SQLite refuses one of them
    at once, lest they wait for each other for ever, and so it has to ask again.
    """
    for again in range(_TRIES, -1, -1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not again:
                raise
        time.sleep(_PAUSE)
