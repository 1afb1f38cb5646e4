"""``protocol.Store`` over one SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from onrecord.domain.wiping import OnWiping, Wiping, quietly
from onrecord.errors import StoreError
from onrecord.store.adding.writing import SqliteWriter, utc_now
from onrecord.store.asking.viewing import SqliteView
from onrecord.store.engine import WRITING
from onrecord.store.failures import plain_failures
from onrecord.store.wiping.pending import is_due


class SqliteStore:
    """An open record; ``engine`` comes from ``opening.open_engine``.

    ``on_wiping`` is told how far the file is wiped, whenever it is.
    """

    def __init__(self, engine: Engine, path: Path, on_wiping: OnWiping = quietly) -> None:
        self._engine = engine
        self._tell = on_wiping
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
            due = is_due(connection)
            yield writer
            writer.finish()
        if due:
            self._wipe_what_was_left()

    def scrub(self) -> bool:
        """See ``protocol.Store``."""
        from onrecord.store.wiping.scrubbing import scrub

        with plain_failures(self.path):
            return scrub(self._engine, utc_now, tell=self._tell)

    def _wipe_what_was_left(self) -> None:
        """What an earlier retraction could not wipe, if that goes without waiting for anybody.

        What was written is kept whatever becomes of it.
        """
        from onrecord.store.wiping.scrubbing import scrub

        with suppress(StoreError), plain_failures(self.path):
            scrub(self._engine, utc_now, wait=0.0, tell=self._tell_of_earlier)

    def _tell_of_earlier(self, step: Wiping) -> None:
        self._tell(replace(step, earlier=True))

    def close(self) -> None:
        """See ``protocol.Store``."""
        self._engine.dispose()
