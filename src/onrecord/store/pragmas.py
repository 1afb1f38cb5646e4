"""What SQLite is told of a record's file: how sure it writes, what it wipes, how much it holds."""

from __future__ import annotations

import sqlite3

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


def set_pragmas(connection: sqlite3.Connection) -> None:
    """Set up a new connection to a file that is known to be a record, or a new one.

    Transactions are begun by us (``engine``) and not by sqlite3, which would begin them late and
    end them before a change of the tables.
    """
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    for pragma in _CONNECTION:
        connection.execute(pragma)
