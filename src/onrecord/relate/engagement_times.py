"""When an occasion is: the likeliest time near its words, in whole days or coarser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.domain.time import Grain, Time
from onrecord.relate.engagement_entries import Entry

_WEEK = "-W"
_LAST_DAY = 6


def time_of(entry: Entry, least: float) -> Time | None:
    """The time that dates the entry, where one probably does; a week is given by its days."""
    link = entry.time
    if link is None or link.share < least or link.named.time is None:
        return None
    return _in_days(link.named.time)


def _in_days(time: Time) -> Time:
    """A week as a range of days, as a diary has it: its ISO number says little to people."""
    if time.value is None or _WEEK not in time.value or "/" in time.value:
        return time
    year, week = time.value.split(_WEEK)
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return time
    sunday = monday + timedelta(days=_LAST_DAY)
    return replace(time, value=f"{monday.isoformat()}/{sunday.isoformat()}", grain=Grain.RANGE)
