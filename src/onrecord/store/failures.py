"""What SQLite says when it fails, said for people: what is wrong, where, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from onrecord.errors import Busy, DiskFull, NotARecord, StoreError

DAMAGED = (
    "the file is damaged or is no record; put a copy from a backup in its place, "
    "or move it away and add the reports again"
)
_BUSY = "another program is writing to it; try again when that has finished"
_FULL = "no room is left to write; nothing of what was begun is kept; make room and try again"
_INPUT_OUTPUT = (
    "the system cannot read or write the file ({reason}); nothing of what was begun is kept; "
    "look after the drive, then try again"
)
_READ_ONLY = (
    "the file or its folder must not be written to; give yourself permission to write there, "
    "or copy the record to a folder of your own"
)
_UNOPENED = (
    "the file cannot be opened ({reason}); see that its folder is there and that you may "
    "read and write in it"
)


@contextmanager
def plain_failures(where: str) -> Iterator[None]:
    """Turn failures of the database into errors of ours; ``where`` names the file.

    Raises Busy, DiskFull, NotARecord or StoreError. What is no failure of the file but a mistake of
    the program goes through as it is.
    """
    try:
        yield
    except DBAPIError as failure:
        if (plain := _plain(where, failure.orig)) is None:
            raise
        raise plain from failure
    except sqlite3.Error as failure:
        if (plain := _plain(where, failure)) is None:
            raise
        raise plain from failure


def _plain(where: str, failure: BaseException | None) -> StoreError | None:
    """The error of ours for one of SQLite's, by the lower byte of its code (sqlite.org/rescode)."""
    code = getattr(failure, "sqlite_errorcode", None)
    if code is None:
        # Python itself found bytes in a text that are no UTF-8.
        undecodable = "Could not decode to UTF-8" in str(failure)
        return NotARecord(where, DAMAGED) if undecodable else None
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return Busy(where, _BUSY)
        case sqlite3.SQLITE_FULL:
            return DiskFull(where, _FULL)
        case sqlite3.SQLITE_IOERR:
            return DiskFull(where, _INPUT_OUTPUT.format(reason=failure))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return NotARecord(where, DAMAGED)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return StoreError(where, _READ_ONLY)
        case sqlite3.SQLITE_CANTOPEN:
            return StoreError(where, _UNOPENED.format(reason=failure))
    return None
