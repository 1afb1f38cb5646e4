"""The answer to where somebody stands."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.archive.asking import Answer
from onrecord.query.changes import Change
from onrecord.query.refusals import Refusal
from onrecord.query.standpoints import Standpoint


@dataclass(frozen=True, slots=True)
class Positions(Answer[Standpoint]):
    """``results``: the positions, the newest first. ``changes``: where one says otherwise than one
    before, and what was said both ways on one day; both of each pair are among ``results``.
    ``refusals``: questions that they would not answer where no statement of theirs says so, the
    newest first; they are compared with nothing."""

    changes: tuple[Change, ...] = ()
    refusals: tuple[Refusal, ...] = ()
