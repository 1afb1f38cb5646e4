"""``protocol.Store`` over one SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from onrecord.store.engine import WRITING
from onrecord.store.failures import plain_failures
from onrecord.store.viewing import SqliteView
from onrecord.store.writing import SqliteWriter


class SqliteStore:
    """An open record; ``engine`` comes from ``opening.open_engine``."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = str(path)

    @contextmanager
    def view(self) -> Iterator[SqliteView]:
        """See ``protocol.Store``."""
        with plain_failures(self.path), self._engine.connect() as connection, connection.begin():
            yield SqliteView(connection)

    @contextmanager
    def writing(self) -> Iterator[SqliteWriter]:
        """See ``protocol.Store``."""
        with (
            plain_failures(self.path),
            self._engine.connect().execution_options(**WRITING) as connection,
            connection.begin(),
        ):
            writer = SqliteWriter(connection)
            yield writer
            writer.finish()

    def scrub(self) -> bool:
        """See ``protocol.Store``."""
        from onrecord.store.scrubbing import scrub

        with plain_failures(self.path):
            return scrub(self._engine)

    def close(self) -> None:
        """See ``protocol.Store``."""
        self._engine.dispose()
