"""Opening a record's file: whose it is, of which version, made or brought up to date if need be.

A file is made, and brought to a newer version, in one transaction: whole or not at all, and two
programs that do it at once wait for one another. Alembic is only imported when there is something
to do, as it takes long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from onrecord.domain.wiping import OnWiping, quietly
from onrecord.errors import NoRecord, NotARecord, StoreError
from onrecord.store.engine import WAIT, WRITING, connect
from onrecord.store.failures import DAMAGED, plain_failures
from onrecord.store.pragmas import APPLICATION_ID
from onrecord.store.sqlite import SqliteStore

VERSION = 1
"""Of the tables: the number of the newest revision in ``migrations``."""

_SMALLEST = 512
"""Bytes of a file that SQLite looks at."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_store(
    path: Path, create: bool = True, wait: float = WAIT, on_wiping: OnWiping = quietly
) -> SqliteStore:
    """The store at ``path``; arguments and errors are those of ``open_engine``.

    ``on_wiping`` is told how far the file is wiped, whenever it is.
    """
    return SqliteStore(open_engine(path, create, wait), path, on_wiping)


def open_engine(path: Path, create: bool = True, wait: float = WAIT) -> Engine:
    """The record at ``path``, in the newest version; a new one where there is none.

    ``wait``: seconds for which another program's writing is waited for. Raises NoRecord where
    there is none and ``create`` is False; NotARecord for another program's file, a damaged one or
    one of a newer version, all of which are left as they are; Busy, DiskFull, StoreError.
    """
    where = str(path)
    with plain_failures(where):
        version = _version(path, where, create, wait)
        if version < VERSION:
            _bring_up_to_date(path, where, wait)
        return connect(path, wait)


def _version(path: Path, where: str, create: bool, wait: float) -> int:
    """The version of the file's tables, 0 for a new file. Nothing is written to a file of others:
    therefore this connection is one that sets nothing."""
    if path.is_dir():
        raise NotARecord(where, "this is a folder; name a file in it")
    if path.exists():
        _refuse_scraps(path, where)
    elif not create:
        raise NoRecord(where, "there is no record here yet; `onrecord add` begins one")
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    with closing(sqlite3.connect(address, uri=True, timeout=wait)) as connection:
        owner, version, tables = connection.execute(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
            " FROM pragma_application_id, pragma_user_version"
        ).fetchone()
    return checked(where, owner, version, tables)


def _refuse_scraps(path: Path, where: str) -> None:
    """SQLite itself takes any file of less than 512 bytes for an empty one, and writes over it.

    The file is not opened for that: closing it again would let go of the locks that SQLite holds
    on it for this process (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise StoreError(where, f"it cannot be read: {error.strerror}") from error
    if 0 < size < _SMALLEST:
        raise NotARecord(where, DAMAGED)


def checked(where: str, owner: int, version: int, tables: int) -> int:
    """``version``, if a file with such a header is ours and not newer than the program."""
    if owner != APPLICATION_ID:
        if owner or tables:
            raise NotARecord(where, "this is another program's file; name another one")
        return 0
    if version > VERSION:
        raise NotARecord(
            where,
            f"it was written by a newer version of On Record (its tables are number {version}, "
            f"this program knows {VERSION}); install the newest: pip install --upgrade onrecord",
        )
    return version


def _bring_up_to_date(path: Path, where: str, wait: float) -> None:
    with changing_tables(path, wait) as connection:
        # Another program may have done it while we waited for the lock.
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version < VERSION:
            migrate(connection)
        elif version > VERSION:
            checked(where, APPLICATION_ID, version, 0)


@contextmanager
def changing_tables(path: Path, wait: float = WAIT) -> Iterator[Connection]:
    """A transaction in which tables can be replaced by others of the same name.

    For that SQLite must not look at foreign keys while it lasts, and can only be told so before it
    begins; instead they are looked at when it ends.
    """
    engine = connect(path, wait)
    event.listen(engine, "connect", _ignore_foreign_keys)
    try:
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            yield connection
            if dangling := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise NotARecord(str(path), f"{DAMAGED} (table {dangling[0]})")
    finally:
        engine.dispose()


def _ignore_foreign_keys(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")


def migrate(connection: Connection, folder: Path = _MIGRATIONS, to: str = "head") -> None:
    """Bring the tables to revision ``to`` in the transaction that ``connection`` is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
