"""A record filled with generated reports through ``Archive.add``, as fast as they can be kept."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from evaluation.store_bench.stream import BATCH, Stream
from onrecord.archive import Archive
from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record
from onrecord.store.opening import open_engine
from onrecord.store.tables.schema_upkeep import metadata

BATCHES = 10
"""So many are generated, then added by one call."""


@dataclass(frozen=True, slots=True)
class Added:
    """One call of ``Archive.add``: what was there before and after, and what it took.

    ``seconds``: by the wall; ``cpu``: of this process. Neither has the time of generating.
    """

    before: int
    statements: int
    seconds: float
    cpu: float


class ReadyReader:
    """Hands out records that are there already, in place of reading."""

    def __init__(self, derivation: Derivation) -> None:
        self.derivation = derivation
        self._records: dict[str, Record] = {}

    def prepare(self, records: Sequence[Record]) -> None:
        """What is read next."""
        self._records = {one.article.id: one for one in records}

    @property
    def ready(self) -> list[Article]:
        """The articles of what is read next."""
        return [one.article for one in self._records.values()]

    def read(self, article: Article) -> Record:
        """The record of ``article``, once."""
        return self._records.pop(article.id)


def fill(path: Path, stream: Stream, many: int) -> Iterator[Added]:
    """Add reports until ``path`` has ``many`` statements; tells of every call.

    Goes on where an earlier run stopped, at a whole batch.
    """
    reader = ReadyReader(next(stream.batch(0)).derivation)

    def find(*_: Any, **__: Any) -> Iterator[Article]:
        return iter(reader.ready)

    with Archive(path, who="bench", reader=lambda: reader, find=find) as archive:
        archive.add([])
        counts = archive.counts()
        number, there = counts.articles // BATCH, counts.statements
        while there < many:
            batches = _batches(stream, number, many - there)
            reader.prepare([record for batch in batches for record in batch])
            seconds, cpu = time.perf_counter(), time.process_time()
            archive.add(["generated"])
            seconds, cpu = time.perf_counter() - seconds, time.process_time() - cpu
            before, there = there, archive.counts().statements
            number += len(batches)
            yield Added(before, there, seconds, cpu)


def _batches(stream: Stream, first: int, statements: int) -> list[list[Record]]:
    """Batches from the ``first`` on, until they have so many statements."""
    found: list[list[Record]] = []
    while len(found) < BATCHES and statements > 0:
        found.append(list(stream.batch(first + len(found))))
        statements -= sum(len(one.statements) for one in found[-1])
    return found


def rows_by_table(path: Path) -> dict[str, int]:
    """How many rows each table has. Entries of indexes, that of words too, are not rows."""
    engine = open_engine(path, create=False)
    try:
        with engine.connect() as connection:
            return {name: _many(connection, name) for name in sorted(metadata.tables)}
    finally:
        engine.dispose()


def _many(connection: Connection, name: str) -> int:
    return connection.scalar(select(func.count()).select_from(metadata.tables[name])) or 0
