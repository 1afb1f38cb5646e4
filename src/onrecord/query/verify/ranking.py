"""Which of several places is the one that was asked for: the nearest, then the earliest."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.domain.days import days_of
from onrecord.domain.report import Report
from onrecord.query.verify.comparing import Compared
from onrecord.query.verify.findings import Finding, Verdict

HARDLY = 0.4
"""Similarity below which a place is not even near."""

THEIRS = 0.1
"""What the right speaker counts in similarity, where one is asked for."""

_BY_WORDING = (
    Verdict.EXACT,
    Verdict.TYPOGRAPHY,
    Verdict.CUT,
    Verdict.SPLICED,
    Verdict.ALTERED,
)
_BY_VERDICT = (
    *_BY_WORDING,
    Verdict.OTHER_SPEAKER,
    Verdict.UNATTRIBUTED,
    Verdict.INDIRECT,
    Verdict.NOT_IN_RECORD,
)


def best_first(found: Iterable[Compared]) -> list[Compared]:
    """Those that are near at all: by similarity, whose very words they are, and date."""
    near = (one for one in found if one.similarity >= HARDLY)
    return sorted(near, key=_nearness)


def in_order(found: Iterable[Finding], by_whom: bool) -> list[Finding]:
    """Findings, the best first; ``by_whom``: whether it was asked for somebody's words."""

    def key(one: Finding) -> tuple[object, ...]:
        theirs = THEIRS if by_whom and one.theirs else 0.0
        return (
            one.verdict is Verdict.NOT_IN_RECORD,
            -round(one.similarity + theirs, 3),
            _BY_VERDICT.index(one.verdict),
            *_published(one.earliest),
        )

    return sorted(found, key=key)


def _nearness(one: Compared) -> tuple[object, ...]:
    return (
        -round(one.similarity, 3),
        -round(one.spoken, 1),
        _BY_WORDING.index(one.wording),
        one.told.statement is None,
        *_published(one.told.report),
    )


def _published(report: Report) -> tuple[bool, str, str]:
    """The earliest first, those without a day last."""
    return days_of(report.published) is None, report.published or "", report.id
