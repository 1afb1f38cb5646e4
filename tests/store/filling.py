"""Fills a record in a process of its own, which can be killed: what it is told goes down a pipe."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import alembic.command  # noqa: F401  (so that a forked process has it at once)
from sqlalchemy import Engine, event

import onrecord.store.opening  # noqa: F401
from onrecord.archive import Archive
from onrecord.archive.added import Added, Step
from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record

processes = multiprocessing.get_context("fork")

INSTRUCTIONS = 200
"""Of SQLite's virtual machine: so often a process can be made to die."""


class KnownReader:
    """Reads only what was read before."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records = records
        self.derivation: Derivation = next(iter(records.values())).derivation

    def read(self, article: Article) -> Record:
        return self._records[article.id]


def fill(path: Path, records: Mapping[str, Record], told: Connection | None = None) -> Added:
    """Add all ``records``; the id of each that is said to be done is sent to ``told``."""

    def find(origin: str, **_: Any) -> Iterator[Article]:
        return (one.article for one in records.values())

    def tell(step: Step) -> None:
        if told and step.article:
            told.send(step.article.id)

    with Archive(path, who="Ann", reader=lambda: KnownReader(records), find=find) as archive:
        return archive.add("reports", on_progress=tell)


def fill_and_die(path: Path, records: Mapping[str, Record], told: Connection, at: int) -> None:
    """``fill``, killed at the ``at``-th tick, amid whatever SQLite is doing then."""

    def tick() -> int:
        nonlocal at
        at -= 1
        if at == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    event.listen(Engine, "connect", lambda one, _: one.set_progress_handler(tick, INSTRUCTIONS))
    fill(path, records, told)


def ticks(path: Path, records: Mapping[str, Record], told: Connection) -> None:
    """``fill``; how many ticks it took is sent to ``told``."""
    passed = 0

    def tick() -> int:
        nonlocal passed
        passed += 1
        return 0

    event.listen(Engine, "connect", lambda one, _: one.set_progress_handler(tick, INSTRUCTIONS))
    fill(path, records)
    told.send(passed)


def received(pipe: Connection) -> Iterator[Any]:
    """All that comes down the pipe until nobody holds its other end."""
    try:
        while True:
            yield pipe.recv()
    except EOFError:
        return
