"""The record as its user holds it: the verbs that ask it, and those that change it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from onrecord.archive import retracting
from onrecord.archive.added import Added, OnProgress, Step
from onrecord.archive.adding import Adding, Found
from onrecord.archive.keepable import keepable
from onrecord.archive.questions import Questions
from onrecord.archive.retracting import Retraction
from onrecord.domain.article import Article
from onrecord.domain.kept import Correction


class Archive(Questions):
    """One record of many reports, in one file; a context manager.

    ``path``: the file, which ``add`` and ``watch`` make and nothing else does. ``who``: in whose
    name it is written to. ``reader``, ``find`` and ``register`` stand in for the installed ones.
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
        find = self.find
        for number, origin in enumerate(origins, 1):
            tell(Step(origin, number, len(origins), adding.added))
            for item in find(origin, published=published, stdin=stdin or sys.stdin.buffer):
                whole = keepable(item) if isinstance(item, Article) else item
                yield Found(origin, number, len(origins), whole)

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

    def retract(self, key: str, *, reason: str = "", dry_run: bool = False) -> Retraction:
        """Remove the reports whose id, URL or path is ``key``, and all that is derived from them.

        With ``dry_run`` nothing is removed and what would go is told. Raises NotKept.
        """
        if dry_run:
            return retracting.retraction(self._store(), key)
        return retracting.retract(self._store(), key, self.who, reason)


def _quietly(step: Step) -> None:
    """Nobody is watching."""
