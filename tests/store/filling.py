"""Fills a record in a process of its own, which can be killed: what it is told goes down a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import onrecord.store.opening  # noqa: F401  (so that a forked process has it at once)
from onrecord.archive import Archive
from onrecord.archive.added import Step
from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record


class KnownReader:
    """Reads only what was read before."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records = records
        self.derivation: Derivation = next(iter(records.values())).derivation

    def read(self, article: Article) -> Record:
        return self._records[article.id]


def fill(path: Path, records: Mapping[str, Record], told: Connection | None = None) -> None:
    """Add all ``records``; the id of each that is said to be done is sent to ``told``."""

    def find(origin: str, **_: Any) -> Iterator[Article]:
        return (one.article for one in records.values())

    def tell(step: Step) -> None:
        if told and step.article:
            told.send(step.article.id)

    with Archive(path, who="Ann", reader=lambda: KnownReader(records), find=find) as archive:
        archive.add("reports", on_progress=tell)
