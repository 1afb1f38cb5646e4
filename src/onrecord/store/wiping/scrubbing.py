"""The file wiped of what was retracted, and proven to be: no word of it in any byte.

Deleted rows leave words in four places. The index keeps words of rows that were taken out of it
until it is merged: it is built anew. Pages keep what lay in cells that were moved: VACUUM writes
every page anew from what is there. The write-ahead log keeps old and new pages: it is emptied,
which SQLite does only when nobody reads an earlier moment. Temporary files hold only what stays.

All of it takes as much room as the file again, twice over, and no memory to speak of.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from onrecord.domain.wiping import OnWiping, Stage, Wiping, quietly
from onrecord.errors import StoreError
from onrecord.store.engine import WRITING
from onrecord.store.pragmas import set_pragmas
from onrecord.store.tables.live import stand_in_rows
from onrecord.store.wiping import pending
from onrecord.store.wiping.raw_search import found_in
from onrecord.store.words.counting import count

FILES = ("", "-wal", "-shm", "-journal")
"""What is added to the record's name for each file that SQLite keeps beside it."""

WAIT = 1.0
"""Seconds for which a reader is waited for."""

_REBUILD = text("INSERT INTO words(words) VALUES ('rebuild')")
_UNWIPED = (
    "its words are still found in the file after it was wiped; nothing is lost, and they are in no "
    "answer; please report this defect"
)


def scrub(
    engine: Engine, now: Callable[[], str], wait: float = WAIT, tell: OnWiping = quietly
) -> bool:
    """Wipe what is due; see ``protocol.Store``. Raises StoreError where words are still found.

    ``wait``: seconds for which readers are waited for; with False nothing is lost and the next
    call goes on from there. ``tell`` is told each stage, and of the last how far it is.
    """
    with engine.connect() as connection, connection.begin():
        wanted, emptied = pending.due(connection), pending.is_emptied(connection)
    if not wanted:
        return True
    path = Path(engine.url.database or "")
    try:
        with closing(_own_connection(path, wait)) as own:
            wiped = _wipe(engine, own, tell, emptied)
            if wiped:
                _prove(engine, path, wanted, tell)
                with _writing(engine) as connection:
                    pending.note_wiped(connection, wanted, now())
                _empty_log(own)
    except sqlite3.OperationalError as failure:
        if failure.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return False
        raise
    finally:
        tell(Wiping(Stage.ENDED))
    return wiped


def _wipe(engine: Engine, own: sqlite3.Connection, tell: OnWiping, emptied: bool) -> bool:
    """Write the file anew, unless it is ``emptied``; False while somebody reads the log."""
    if not _empty_log(own):
        return False
    if not emptied:
        _write_anew(engine, own, tell)
    tell(Wiping(Stage.LOG))
    return _empty_log(own)


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        yield connection


def _own_connection(path: Path, wait: float) -> sqlite3.Connection:
    """One of its own: SQLAlchemy begins transactions, in which VACUUM does not run."""
    connection = sqlite3.connect(path, timeout=wait)
    set_pragmas(connection)
    # In memory VACUUM would hold the whole file.
    connection.execute("PRAGMA temp_store = FILE")
    return connection


def _empty_log(connection: sqlite3.Connection) -> bool:
    """Put the write-ahead log into the file and cut it to nothing, unless somebody reads it."""
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _write_anew(engine: Engine, own: sqlite3.Connection, tell: OnWiping) -> None:
    tell(Wiping(Stage.INDEX))
    with _writing(engine) as connection:
        connection.execute(_REBUILD)
        count(connection)
    tell(Wiping(Stage.PAGES))
    own.execute("VACUUM")
    with _writing(engine) as connection:
        pending.note_emptied(connection)


def _prove(engine: Engine, path: Path, wanted: Collection[pending.Due], tell: OnWiping) -> None:
    """Search all bytes of all files. Words that stand in rows by now are others'."""
    files = [path.with_name(path.name + end) for end in FILES]
    passed = _passed(tell, len(wanted) * sum(one.stat().st_size for one in files if one.exists()))
    for one in wanted:
        found: set[bytes] = set()
        for file in files:
            found |= found_in(file, one.windows, one.tombstone, passed)
        if found:
            with engine.connect() as connection, connection.begin():
                found -= stand_in_rows(connection, found)
        if found:
            raise StoreError(str(path), _UNWIPED)


def _passed(tell: OnWiping, of: int) -> Callable[[int], None]:
    """Tells how much was searched, from how many bytes more were."""
    done = 0

    def passed(more: int) -> None:
        nonlocal done
        done += more
        tell(Wiping(Stage.SEARCH, done, of))

    return passed
