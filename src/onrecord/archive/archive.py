"""The record as its user holds it: every verb opens what it needs and puts the parts together."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from onrecord.archive import place, retracting
from onrecord.archive.added import Added, OnProgress, Step
from onrecord.archive.adding import Adding, Found, Reads
from onrecord.archive.retracting import Retraction
from onrecord.domain.article import Article
from onrecord.domain.kept import Correction, Counts, KeptEngagement, KeptStatement, LogEntry
from onrecord.domain.record import Record
from onrecord.domain.report import Report
from onrecord.errors import ArticleError, NotKept
from onrecord.store.protocol import Store

Finds = Callable[..., Iterator[Article | ArticleError]]
"""What ``onrecord.articles_from`` does."""


class Archive:
    """One record of many reports, in one file; a context manager.

    ``path``: the file, which ``add`` and ``watch`` make and nothing else does. ``who``: in whose
    name it is written to. ``reader`` and ``find`` stand in for the installed ones.
    The file is opened when it is first asked for. Raises StoreError where it cannot be used.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        who: str | None = None,
        reader: Callable[[], Reads] | None = None,
        find: Finds | None = None,
    ) -> None:
        self.path = place.record_path(path)
        self.who = who or place.who_acts()
        self._make_reader = reader or _installed_reader
        self._find = find
        self._opened: Store | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @cached_property
    def reader(self) -> Reads:
        """Made when something is to be read: that costs some tenths of a second."""
        return self._make_reader()

    def add(
        self,
        origins: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        *,
        published: str | None = None,
        on_progress: OnProgress | None = None,
        stdin: BinaryIO | None = None,
    ) -> Added:
        """Add the reports of files, folders, feeds and addresses; ``-`` is standard input.

        What is there already is not read again unless it would be read otherwise today. Reports
        are kept as they are read, a few at a time, so that whatever ends it, the next run goes on
        from there. ``published``: as for ``onrecord.read``. ``on_progress`` is told each step.
        Errors of single reports are counted and handed back.
        """
        named = [origins] if isinstance(origins, str | os.PathLike) else list(origins)
        tell = on_progress or _quietly
        adding = Adding(self._store_to_fill(), self.reader, self.who, tell)
        return adding.run(
            self._found([os.fspath(one) for one in named], published, stdin, adding, tell)
        )

    def _found(
        self,
        origins: Sequence[str],
        published: str | None,
        stdin: BinaryIO | None,
        adding: Adding,
        tell: OnProgress,
    ) -> Iterator[Found]:
        find = self._find or _installed_find()
        for number, origin in enumerate(origins, 1):
            tell(Step(origin, number, len(origins), adding.added))
            for item in find(origin, published=published, stdin=stdin or sys.stdin.buffer):
                yield Found(origin, number, len(origins), item)

    def correct(self, item: str, changes: Mapping[str, Any], *, note: str = "") -> Correction:
        """Change fields of a statement or engagement, by its id (``s_…``, ``g_…``).

        Raises NotKept, BadCorrection.
        """
        with self._store().writing() as writer:
            return writer.correct(item, changes, self.who, note)

    def undo(self, correction: str) -> Correction:
        """Take a correction (``c_…``) back. Raises NotKept, BadCorrection."""
        with self._store().writing() as writer:
            return writer.undo(correction, self.who)

    def corrections(self, item: str | None = None) -> tuple[Correction, ...]:
        """The corrections of one item, or all, undone ones too, in the order they were made."""
        with self._store().view() as view:
            return view.corrections(item)

    def retract(self, key: str, *, reason: str = "", dry_run: bool = False) -> Retraction:
        """Remove the reports whose id, URL or path is ``key``, and all that is derived from them.

        With ``dry_run`` nothing is removed and what would go is told. Raises NotKept.
        """
        if dry_run:
            return retracting.retraction(self._store(), key)
        return retracting.retract(self._store(), key, self.who, reason)

    def item(self, id: str) -> KeptStatement | KeptEngagement | None:
        """One statement (``s_…``) or engagement (``g_…``); None where it was struck out.

        Raises NotKept for what never was in the record.
        """
        with self._store().view() as view:
            found = view.statement(id) or view.engagement(id)
            if found is None and not view.corrections(id):
                raise NotKept(id, "there is no such statement or engagement in the record")
        return found

    def record(self, article: str) -> Record:
        """The whole record of one report, by its id, with corrections applied. Raises NotKept."""
        with self._store().view() as view:
            found = view.record(article)
        if found is None:
            raise NotKept(article, "there is no such report in the record")
        return found

    def reports(self, key: str) -> tuple[Report, ...]:
        """The reports whose id, URL or path is ``key``."""
        with self._store().view() as view:
            return view.reports(key)

    def copies(self, article: str) -> tuple[Report, ...]:
        """The other reports that are copies of one another with this one, the earliest first."""
        with self._store().view() as view:
            return view.copies(article)

    def log(self, limit: int | None = None) -> tuple[LogEntry, ...]:
        """What was done, the latest first."""
        with self._store().view() as view:
            return view.log(limit)

    def counts(self) -> Counts:
        """How much is kept."""
        with self._store().view() as view:
            return view.counts()

    def _store(self) -> Store:
        """The record that is there. Raises NoRecord, NotARecord."""
        if self._opened is None:
            place.refuse_unless_there(self.path)
            self._opened = _open(self.path)
        return self._opened

    def _store_to_fill(self) -> Store:
        """The record that is there, else a new one."""
        if self._opened is None:
            place.make_room(self.path)
            self._opened = _open(self.path)
        return self._opened


def _open(path: Path) -> Store:
    from onrecord.store.opening import open_store

    return open_store(path)


def _installed_reader() -> Reads:
    from onrecord.pipeline import Reader

    return Reader()


def _installed_find() -> Finds:
    from onrecord.ingest import articles_from

    return articles_from


def _quietly(step: Step) -> None:
    """Nobody is watching."""
