"""The record as its user holds it: the verbs that ask it, and those that change it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from onrecord.archive import retracting
from onrecord.archive.added import Added, OnProgress, OnVisit, Step
from onrecord.archive.adding import Adding
from onrecord.archive.addresses import LeftOut, left_out
from onrecord.archive.correcting import with_people
from onrecord.archive.interrupts import held_back
from onrecord.archive.questions import Questions
from onrecord.archive.retracting import Retraction
from onrecord.domain.kept import Correction

if TYPE_CHECKING:
    from onrecord.archive.watched import Visits


class Archive(Questions):
    """One record of many reports, in one file; a context manager.

    ``path``: the file, which ``add`` and ``watch`` make and nothing else does. ``who``: in whose
    name it is written to. ``on_wiping`` is told how far the file is wiped of what was retracted,
    by ``retract`` or by whatever writes next. The other parts stand in for the installed ones.
    The file is opened when it is first asked for. Raises StoreError where it cannot be used.
    """

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
        from onrecord.archive.finding import Finding, listed_origins

        named = [origins] if isinstance(origins, str | os.PathLike) else list(origins)
        tell = on_progress or _quietly
        adding = Adding(self._store_to_fill(), self.reader, self.who, tell)
        finding = Finding(
            self.find, lambda: self.fetcher, stdin or sys.stdin.buffer, self._left_out
        )
        listing = listed_origins(os.fspath(one) for one in named)
        adding.added = Added(skipped=listing.skipped)

        def begins(origin: str, number: int, of: int) -> None:
            tell(Step(origin, number, of, adding.added))

        return adding.run(finding.found(listing, published, begins))

    def _left_out(self, address: str, published: str | None) -> LeftOut | None:
        with self._store_to_fill().view() as view:
            return left_out(view, address, published, self.reader.derivation)

    def watch(
        self,
        feeds: str | Iterable[str],
        *,
        every: float | None = None,
        on_progress: OnProgress | None = None,
        on_visit: OnVisit | None = None,
        on_wait: Callable[[datetime], object] | None = None,
    ) -> Added:
        """Visit feeds and add what is new in them: addresses, or files with one a line.

        ``every``: again and again, so many seconds from one round to the next, until it is
        interrupted; else once. ``on_visit`` is told each visit, and what it added is kept by then;
        ``on_wait`` when the next round is. Between rounds the file is let go of. Raises RunError,
        and KeyboardInterrupt after keeping what is read by then.
        """
        from onrecord.archive.watched import Rounds

        rounds = Rounds(self._visits, self.close, self.fetcher.clock, on_visit or _quietly)
        named = (feeds,) if isinstance(feeds, str) else tuple(feeds)
        return rounds.run(named, every, on_progress or _quietly, on_wait or _quietly)

    def _visits(self, tell: OnProgress) -> Visits:
        from onrecord.archive.watched import Visits

        return Visits(self._store_to_fill(), self.reader, self.who, self.fetcher, tell)

    def correct(self, item: str, changes: Mapping[str, Any], *, note: str = "") -> Correction:
        """Change fields of a statement or engagement, by its id (``s_…``, ``g_…``).

        Of a statement ``source``, ``target``, ``act``, ``said_on``; of an engagement ``status``,
        ``when``, ``place``; ``struck`` of both. "" and None: not settled. ``source`` and ``target``
        are names or ids. Raises NotKept, BadCorrection.
        """
        with held_back(), self._store().writing() as writer:
            settled = with_people(writer, changes, self.register)
            return writer.correct(item, settled, self.who, note)

    def undo(self, correction: str) -> Correction:
        """Take a correction (``c_…``) back. Raises NotKept, BadCorrection."""
        with held_back(), self._store().writing() as writer:
            return writer.undo(correction, self.who)

    def retract(self, key: str, *, reason: str = "", dry_run: bool = False) -> Retraction:
        """Remove the reports whose id, URL or path is ``key``, and all that is derived from them.

        With ``dry_run`` nothing is removed and what would go is told. Raises NotKept.
        """
        if dry_run:
            return retracting.retraction(self._store(), key, self.find)
        return retracting.retract(self._store(), key, self.find, self.who, reason)


def _quietly(told: object) -> None:
    """Nobody is watching."""
