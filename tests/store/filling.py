"""Fills a record in a process of its own, which can be killed: what it is told goes down a pipe."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import alembic.command  # noqa: F401  (so that a forked process has it at once)

import onrecord.store.opening  # noqa: F401
from onrecord.archive import Archive
from onrecord.archive.added import Added, Step
from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record

processes = multiprocessing.get_context("fork")

INSTRUCTIONS = 100
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
    die_at(at)
    fill(path, records, told)


def ticks(act: Callable[..., object], told: Connection, *given: Any) -> None:
    """Does ``act``; how many ticks it took is sent to ``told``."""
    passed = 0

    def tick() -> int:
        nonlocal passed
        passed += 1
        return 0

    _at_every_tick(tick)
    act(*given)
    told.send(passed)


def die_at(tick_number: int) -> None:
    """From now on this process is killed at its ``tick_number``-th tick."""
    left = tick_number

    def tick() -> int:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    _at_every_tick(tick)


def fuse() -> Callable[[int], None]:
    """What is returned lights it: so many ticks later this process is killed, with 0 at once."""
    left = -1

    def tick() -> int:
        nonlocal left
        left -= left > 0
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def light(ticks: int) -> None:
        nonlocal left
        left = ticks
        if not ticks:
            os.kill(os.getpid(), signal.SIGKILL)

    _at_every_tick(tick)
    return light


def counted() -> Callable[[], int]:
    """How many ticks this process has passed, from now on."""
    passed = 0

    def tick() -> int:
        nonlocal passed
        passed += 1
        return 0

    _at_every_tick(tick)
    return lambda: passed


def _at_every_tick(tick: Callable[[], int]) -> None:
    """For every connection that this process opens from now on."""
    connect = sqlite3.connect

    def ticking(*given: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*given, **options)
        connection.set_progress_handler(tick, INSTRUCTIONS)
        return connection

    for module in (sqlite3, sqlite3.dbapi2):  # SQLAlchemy takes the second one's
        module.connect = ticking  # type: ignore[attr-defined]


def received(pipe: Connection) -> Iterator[Any]:
    """All that comes down the pipe until nobody holds its other end."""
    try:
        while True:
            yield pipe.recv()
    except EOFError:
        return
