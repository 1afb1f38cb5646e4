"""Opening a record's file: whose it is, of which version, made or brought up to date if need be.

A file is made, and brought to a newer version, in one transaction: whole or not at all, and two
programs that do it at once wait for one another. Alembic is only imported when there is something
to do, as it takes long.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from onrecord.errors import NoRecord, NotARecord
from onrecord.store.engine import WAIT, WRITING, connect
from onrecord.store.failures import plain_failures
from onrecord.store.pragmas import APPLICATION_ID

VERSION = 1
"""Of the tables: the number of the newest revision in ``migrations``."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(path: Path, create: bool = True, wait: float = WAIT) -> Engine:
    """The record at ``path``, in the newest version; a new one where there is none.

    ``wait``: seconds for which another program's writing is waited for. Raises NoRecord where
    there is none and ``create`` is False; NotARecord for another program's file, a damaged one or
    one of a newer version, all of which are left as they are; Busy, DiskFull, StoreError.
    """
    where = str(path)
    with plain_failures(where):
        version = _version(path, where, create, wait)
        engine = connect(path, wait)
        if version < VERSION:
            _bring_up_to_date(engine, where)
        return engine


def _version(path: Path, where: str, create: bool, wait: float) -> int:
    """The version of the file's tables, 0 for a new file. Nothing is written to a file of others:
    therefore this connection is one that sets nothing."""
    if path.is_dir():
        raise NotARecord(where, "this is a folder; name a file in it")
    if not create and not path.exists():
        raise NoRecord(where, "there is no record here yet; `onrecord add` begins one")
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    with closing(sqlite3.connect(address, uri=True, timeout=wait)) as connection:
        owner, version, tables = connection.execute(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
            " FROM pragma_application_id, pragma_user_version"
        ).fetchone()
    return checked(where, owner, version, tables)


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


def _bring_up_to_date(engine: Engine, where: str) -> None:
    try:
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            # Another program may have done it while we waited for the lock.
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if version < VERSION:
                migrate(connection)
            elif version > VERSION:
                checked(where, APPLICATION_ID, version, 0)
    except BaseException:
        engine.dispose()
        raise


def migrate(connection: Connection, folder: Path = _MIGRATIONS, to: str = "head") -> None:
    """Bring the tables to revision ``to`` in the transaction that ``connection`` is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
