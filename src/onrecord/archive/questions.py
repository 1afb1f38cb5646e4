"""What a record is asked; each verb settles whom names mean and hands on to its query."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.archive.asking import Answer, ask, beyond, named_by
from onrecord.archive.opened import OpenRecord
from onrecord.archive.positions import Positions
from onrecord.domain.asked import MANY, EngagementsAsked, StatementsAsked
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.kept import Correction, Counts, KeptEngagement, KeptStatement, LogEntry
from onrecord.domain.record import Record
from onrecord.domain.report import Report
from onrecord.domain.statement import Act
from onrecord.errors import NotKept
from onrecord.query.attested import Attested
from onrecord.query.changes import changes
from onrecord.query.diary import diary
from onrecord.query.entries import Entry
from onrecord.query.refusals import refusals
from onrecord.query.said import said
from onrecord.query.standpoints import standpoints
from onrecord.query.verify.findings import Verification
from onrecord.query.verify.verifying import verify
from onrecord.query.whom import whom

if TYPE_CHECKING:
    from onrecord.archive.exporting import Written
    from onrecord.query.export.exported import OnReport


class Questions(OpenRecord):
    """The verbs that change nothing."""

    def said(
        self,
        words: str = "",
        *,
        by: str | None = None,
        to: str | None = None,
        since: str | None = None,
        until: str | None = None,
        acts: Iterable[Act] = (),
        outlet: str | None = None,
        least: float = 0.0,
        limit: int | None = MANY,
    ) -> Answer[Attested]:
        """What was said about ``words``, ``by`` whom and ``to`` whom, each utterance once.

        The newest first. ``since`` and ``until`` are ISO days. See ``domain.asked``.
        """
        with self._store().view() as view:
            asked = StatementsAsked(
                words=words,
                since=since,
                until=until,
                acts=frozenset(acts),
                outlet=outlet,
                least=least,
                limit=beyond(limit),
            )
            about = named_by(view, words, self.register)
            return ask(
                view,
                (by, to),
                self.register,
                lambda keys: said(view, replace(asked, by=keys(by), to=keys(to)), about),
                limit,
            )

    def positions(
        self,
        name: str,
        *,
        on: str | None = None,
        since: str | None = None,
        until: str | None = None,
        least: float = 0.0,
        limit: int | None = None,
    ) -> Positions:
        """Where ``name`` stands, ``on`` a topic: each utterance once, the newest first, and where
        they said otherwise than before. Questions that they would not answer are told beside them.

        Changes are looked for among the ``results`` only. ``least``: of the statement.
        """
        with self._store().view() as view:
            asked = StatementsAsked(
                words=on or "", since=since, until=until, least=least, limit=beyond(limit)
            )
            about = named_by(view, on or "", self.register)
            found = ask(
                view,
                (name,),
                self.register,
                lambda keys: standpoints(view, replace(asked, by=keys(name)), about),
                limit,
            )
            person = found.meant[name].person
            refused = tuple(refusals(view, replace(asked, by=person.keys))) if person else ()
            return Positions(
                found.results,
                found.more or (limit is not None and len(refused) > limit),
                found.meant,
                changes(found.results),
                refused[:limit],
            )

    def diary(
        self,
        who: str | None = None,
        beside: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        statuses: Iterable[Status] = (),
        kinds: Iterable[EngagementKind] = (),
        least: float = 0.0,
        limit: int | None = MANY,
    ) -> Answer[Entry]:
        """Occasions, each once, with what every report tells of it; the latest first."""
        with self._store().view() as view:
            asked = EngagementsAsked(
                since=since,
                until=until,
                statuses=frozenset(statuses),
                kinds=frozenset(kinds),
                least=least,
                limit=beyond(limit),
            )
            return ask(
                view,
                (who, beside),
                self.register,
                lambda keys: diary(view, replace(asked, who=keys(who), beside=keys(beside))),
                limit,
            )

    def verify(
        self, quotation: str, *, by: str | None = None, limit: int | None = 5
    ) -> Verification:
        """Whether the words of ``quotation`` are in the record, where, and how they differ.

        ``by``: who is said to have said them. Raises BadQuotation where there are no words in it,
        or too many.
        """
        with self._store().view() as view:
            meant = whom(view, by, self.register) if by else None
            return verify(view, quotation, meant, limit)

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

    def corrections(self, item: str | None = None) -> tuple[Correction, ...]:
        """The corrections of one item, or all, undone ones too, in the order they were made."""
        with self._store().view() as view:
            return view.corrections(item)

    def export(
        self,
        format: str,
        out: str | os.PathLike[str] | BinaryIO,
        *,
        text: bool = True,
        on_progress: OnReport | None = None,
    ) -> Written:
        """Write the whole record as ``format``: csv, parquet, jsonl, jsonld, ics, ftm …

        ``out``: a file or folder, which is put in its place when it is whole, or a stream of bytes.
        Without ``text`` no word of a report is written, only offsets and digests.
        ``on_progress`` is told how many reports are done, and of how many. See docs/exports.md.
        Raises ExportError.
        """
        from onrecord.archive.exporting import export
        from onrecord.query.export.exported import quietly
        from onrecord.query.export.formats import Format

        target = Path(out) if isinstance(out, str | os.PathLike) else out
        return export(self._store(), Format(format), target, text, on_progress or quietly)
