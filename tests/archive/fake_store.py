"""A store in memory that knows only what adding and retracting ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.domain.article import Article
from onrecord.domain.kept import LogEntry, Standing, Tombstone
from onrecord.domain.record import Derivation, Record
from onrecord.domain.report import Report

NEWER = Derivation("test", "2", "", "")
OLDER = Derivation("test", "1", "", "")


class FakeStore:
    """``transactions``: the ids of the reports that each of them kept."""

    path = "in memory"

    def __init__(self, fails_after: int | None = None, error: Exception | None = None) -> None:
        self.records: dict[str, Record] = {}
        self.retracted: set[str] = set()
        self.transactions: list[list[str]] = []
        self.views = 0
        self._fails_after, self._error = fails_after, error
        self._drafts: dict[str, Record] = {}

    @contextmanager
    def view(self) -> Iterator[FakeStore]:
        self.views += 1
        yield self

    @contextmanager
    def writing(self) -> Iterator[FakeStore]:
        if self._fails_after is not None and len(self.transactions) >= self._fails_after:
            assert self._error
            raise self._error
        self._drafts = {}
        yield self
        self.records |= self._drafts
        self.transactions.append(list(self._drafts))

    def standing(self, article: Article, derivation: Derivation) -> Standing:
        if article.id in self.retracted:
            return Standing.RETRACTED
        if article.id not in self.records:
            return Standing.NEW
        known = self.records[article.id].derivation
        return Standing.SAME if known == derivation else Standing.STALE

    def add(self, record: Record, who: str) -> Standing:
        standing = self.standing(record.article, record.derivation)
        self._drafts[record.article.id] = record
        return standing

    def reports(self, key: str) -> tuple[Report, ...]:
        found = [one.article for one in self.records.values()]
        return tuple(Report.of(one) for one in found if key in (one.id, one.url))

    def tombstones(self) -> tuple[Tombstone, ...]:
        return ()

    def log(self, limit: int | None = None) -> tuple[LogEntry, ...]:
        return ()


class FakeReader:
    """Reads anything into an empty record; ``misbehaves`` names what it raises for which report."""

    def __init__(
        self,
        derivation: Derivation = NEWER,
        misbehaves: dict[str, BaseException] | None = None,
    ) -> None:
        self.derivation = derivation
        self.read_ids: list[str] = []
        self._misbehaves = misbehaves or {}

    def read(self, article: Article) -> Record:
        if article.id in self._misbehaves:
            raise self._misbehaves[article.id]
        self.read_ids.append(article.id)
        return Record(article, (), self.derivation)
