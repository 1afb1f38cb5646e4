"""The verdict on one place where a quotation's words stand, or nearly."""

from __future__ import annotations

from onrecord.domain.kept import KeptStatement
from onrecord.query.verify.comparing import Compared
from onrecord.query.verify.findings import Finding, Verdict

IN_RECORD = 0.62
"""Similarity from which words are those of the quotation, if perhaps altered."""

COVERED = 0.7
"""So much of the quotation must be told, or nearly."""

ROW = 3
"""Words in a row that have to be the same (all of a shorter quotation): single ones are chance."""

SPOKEN = 0.8
"""Share of the words that must be given as somebody's very words; fewer are the reporter's."""

_RIGHT = (Verdict.EXACT, Verdict.TYPOGRAPHY, Verdict.CUT)


def finding(
    one: Compared, who: frozenset[str] | None, attestations: tuple[KeptStatement, ...]
) -> Finding:
    """``who``: keys of everybody who may be said to have said it; None where nobody is."""
    kept = one.told.statement
    theirs = is_theirs(kept, who)
    bounds = one.steps[0].told_first, one.steps[-1].told_last
    return Finding(
        verdict=_verdict(one, who, theirs) if is_there(one) else Verdict.NOT_IN_RECORD,
        wording=one.wording,
        similarity=one.similarity,
        paragraph=one.told.paragraph,
        statement=kept,
        asked=one.quoted.slice(0, len(one.quoted.words)),
        told=one.told.passage(*bounds, alone=True),
        spoken=one.told.spoken_within(*bounds),
        parts=one.parts,
        theirs=theirs,
        attestations=attestations,
    )


def is_there(one: Compared) -> bool:
    """Whether these are the words, if perhaps altered, and not merely some of them."""
    if one.quoted.short:
        return one.wording in _RIGHT and one.similarity == 1
    longest = max((run.last - run.first for run in one.same), default=0)
    return one.similarity >= IN_RECORD and one.covered >= COVERED and longest >= ROW


def _verdict(one: Compared, who: frozenset[str] | None, theirs: bool | None) -> Verdict:
    kept = one.told.statement
    if kept is None:
        return Verdict.UNATTRIBUTED if one.spoken >= SPOKEN else Verdict.INDIRECT
    if theirs is False and one.wording in _RIGHT:
        return Verdict.OTHER_SPEAKER
    if one.spoken < SPOKEN:
        return Verdict.INDIRECT
    nobody = not kept.speakers and not kept.statement.source.words
    if nobody or (who is not None and theirs is None):
        return Verdict.UNATTRIBUTED
    return one.wording


def is_theirs(kept: KeptStatement | None, who: frozenset[str] | None) -> bool | None:
    """Whether one of ``who`` said it; None where nobody is asked for, or it is not settled."""
    if who is None or kept is None or not kept.speakers:
        return None
    return any(one.key in who for one in kept.speakers)
