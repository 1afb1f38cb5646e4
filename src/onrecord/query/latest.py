"""Which report of several is the latest word on an occasion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.domain.days import day_of_publication
from onrecord.domain.engagement import Status
from onrecord.domain.kept import KeptEngagement

FAR = (
    Status.HYPOTHETICAL,
    Status.SOUGHT,
    Status.PLANNED,
    Status.DECLINED,
    Status.CANCELLED,
    Status.DENIED,
    Status.ONGOING,
    Status.HELD,
)
"""How far an occasion has come, by which reports of one day are ordered: what was planned in the
morning may be held in the evening, never the other way."""


def latest_first(tellings: Sequence[KeptEngagement]) -> list[KeptEngagement]:
    """By day of publication, the latest first; what has none is last.

    Reports of one day are ordered by the moment where all of them give it, else by how far the
    occasion has come in them; ties by id.
    """
    days: dict[str, list[KeptEngagement]] = {}
    for one in tellings:
        days.setdefault(day_of_publication(one.report.published) or "", []).append(one)
    return [one for day in sorted(days, reverse=True) for one in _of_a_day(days[day])]


def _of_a_day(told: list[KeptEngagement]) -> list[KeptEngagement]:
    moments = [_moment(one.report.published) for one in told]
    known = all(one is not None for one in moments)
    keyed = zip((one or "" if known else "" for one in moments), told, strict=True)
    ordered = sorted(
        keyed,
        key=lambda one: (one[0], FAR.index(one[1].engagement.status), one[1].report.id, one[1].id),
    )
    return [one for _, one in reversed(ordered)]


def _moment(published: str | None) -> str | None:
    """A date-time in UTC, which it is where it names no zone; None for a day."""
    if published is None or len(published) <= len("2024-09-26"):
        return None
    try:
        moment = datetime.fromisoformat(published)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment.isoformat()
