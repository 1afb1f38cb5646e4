"""The days that a time's value covers: what the diary is ordered, drawn and exported by."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_FORMS = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)|-Q(?P<quarter>[1-4]))?",
    re.ASCII,
)


class Days(NamedTuple):
    """From ``first`` to ``last``, both included."""

    first: date
    last: date


@lru_cache(maxsize=4096)
def days_of(value: str | None) -> Days | None:
    """The days of an ISO 8601 day, week, month, quarter, year or range of such ("a/b").

    None where there is no value, for a length of time ("P3D"), for what is on no calendar
    ("2024-02-31"), and for a range that ends before it begins.
    """
    if not value:
        return None
    begin, _, end = value.partition("/")
    first, last = _single(begin), _single(end if "/" in value else begin)
    if first is None or last is None or last.last < first.first:
        return None
    return Days(first.first, last.last)


def day_of_publication(published: str | None) -> str | None:
    """The ISO day of an ISO date or date-time, as its own clock has it; None for anything else."""
    day = (published or "")[:10]
    return day if len(day) == 10 and days_of(day) else None


def _single(value: str) -> Days | None:
    found = _FORMS.fullmatch(value)
    if not found:
        return None
    try:
        return _on_calendar({name: int(part) for name, part in found.groupdict().items() if part})
    except (ValueError, OverflowError):  # no such day, or none that a date can hold
        return None


def _on_calendar(parts: dict[str, int]) -> Days:
    year = parts["year"]
    if "week" in parts:
        week = parts["week"]
        return Days(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))
    if "day" in parts:
        day = date(year, parts["month"], parts["day"])
        return Days(day, day)
    first, last = 1, 12
    if "month" in parts:
        first = last = parts["month"]
    elif "quarter" in parts:
        first, last = 3 * parts["quarter"] - 2, 3 * parts["quarter"]
    start = date(year, first, 1)
    return Days(start, date(year, last, monthrange(year, last)[1]))
