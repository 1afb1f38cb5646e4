"""Our times as TIMEX3 annotates them: one type and one value for each, ranges as their two ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.span import Span
from onrecord.domain.time import Grain, Time, TimeKind

_REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
_PARTS = {
    Grain.MORNING: "TMO",
    Grain.MIDDAY: "TMI",
    Grain.AFTERNOON: "TAF",
    Grain.EVENING: "TEV",
    Grain.NIGHT: "TNI",
}
_UNITS = {
    Grain.MINUTE: "TXM",
    Grain.HOUR: "TXH",
    Grain.DAY: "XD",
    Grain.NIGHT: "XD",
    Grain.WEEK: "XW",
    Grain.WEEKEND: "XW",
    Grain.MONTH: "XM",
    Grain.QUARTER: "XQ",
    Grain.YEAR: "XY",
    Grain.DECADE: "XE",
    Grain.CENTURY: "XC",
}
_SEASONS = {"03": "SP", "06": "SU", "09": "FA", "12": "WI"}
_BETWEEN = re.compile(r"\s*(?:-{1,2}|[–—]|\bto\b|\band\b|\bor\b|\bthrough\b|\buntil\b)\s*")
_THIS = re.compile(r"(?:earlier|later)\b.*\b(week|month|year)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: ``span`` in code points, ``value`` "" where it has none."""

    span: Span
    type: str
    value: str


def timexes(time: Time) -> Iterator[Timex]:
    """One for each time; two for a range whose words name both of its ends."""
    span = time.words.spans[0]
    ends = _ends(time)
    if ends is None:
        yield Timex(span, time.kind.value.upper(), _value(time))
        return
    between, first, last = ends
    yield Timex(Span(span.start, span.start + between.start()), "DATE", first)
    yield Timex(Span(span.start + between.end(), span.end), "DATE", last)


def _ends(time: Time) -> tuple[re.Match[str], str, str] | None:
    """The words between the two ends of a range, and the ends as TIMEX3 writes them."""
    if time.grain is not Grain.RANGE or not time.value or "/" not in time.value:
        return None
    between = _BETWEEN.search(time.words.text)
    if between is None or _THIS.search(time.words.text):
        return None
    first, last = time.value.split("/")
    return between, first, last


def _value(time: Time) -> str:
    if time.value is None:
        if time.kind is TimeKind.DURATION and time.grain in _UNITS:
            return "P" + _UNITS[time.grain]
        return _REFERENCES.get(time.why or "", "")
    if time.kind in (TimeKind.DURATION, TimeKind.SET):
        return time.value
    return _date_value(time, time.value)


def _date_value(time: Time, value: str) -> str:
    first = value.split("/")[0]
    if time.clock:
        return f"{value}T{time.clock[:5]}"
    if time.grain in _PARTS:
        return value + _PARTS[time.grain]
    if time.grain is Grain.WEEKEND:
        return _week(first) + "-WE"
    if time.grain is Grain.SEASON:
        return f"{first[:4]}-{_SEASONS[first[5:7]]}"
    if time.grain is Grain.DECADE:
        return first[:3]
    if time.grain is Grain.CENTURY:
        return first[:2]
    if time.grain is Grain.RANGE and (unit := _THIS.search(time.words.text)):
        return {"week": _week(first), "month": first[:7], "year": first[:4]}[unit[1].lower()]
    return value


def _week(day: str) -> str:
    import datetime

    year, week, _ = datetime.date.fromisoformat(day).isocalendar()
    return f"{year:04}-W{week:02}"
