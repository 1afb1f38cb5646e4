"""Days of the diary: a week as its days, and whether a time lies before or after publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from onrecord.domain.time import Grain, Time

_WEEK = "-W"
_SUNDAY = timedelta(days=6)
_DAY = len("2024-09-26")


class Side(Enum):
    """Where a time lies, seen from the day of publication."""

    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"
    """The same day, a span that holds it, no value, or no day of publication."""


def side_of(value: str | None, published: str | None) -> Side:
    """``value``: ISO day, month, year or range of them; ``published``: ISO date or date-time."""
    if not value or not published or not value[:4].isdigit():
        return Side.UNKNOWN
    day = published[:_DAY]
    start, _, end = value.partition("/")
    if start > day[: len(start)]:
        return Side.AFTER
    last = end or start
    return Side.BEFORE if last < day[: len(last)] else Side.UNKNOWN


def in_days(time: Time) -> Time:
    """A week as a range of days, as a diary has it: its ISO number says little to people."""
    if time.value is None or _WEEK not in time.value or "/" in time.value:
        return time
    year, _, week = time.value.partition(_WEEK)
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return time
    days = f"{monday.isoformat()}/{(monday + _SUNDAY).isoformat()}"
    return replace(time, value=days, grain=Grain.RANGE)
