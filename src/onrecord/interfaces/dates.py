"""Days and spans of days as people read them: "Thu 26 Sep 2024", "September 2024"."""

from __future__ import annotations

from calendar import day_abbr, month_abbr, month_name
from datetime import date

from onrecord.domain.days import Days, days_of
from onrecord.domain.time import Grain, Time

_WITHIN_A_DAY = (
    Grain.MORNING,
    Grain.MIDDAY,
    Grain.AFTERNOON,
    Grain.EVENING,
    Grain.NIGHT,
)
_ORDINALS = ("first", "second", "third", "fourth")


def when_words(when: Time | None) -> str | None:
    """The time as people read it, with the clock or the part of the day; None without a value."""
    if when is None or when.value is None:
        return None
    words = value_words(when.value)
    if when.clock:
        return f"{words}, {when.clock}"
    return f"{words}, {when.grain}" if when.grain in _WITHIN_A_DAY else words


def said_when(when: Time | None) -> str | None:
    """The same after "said": "on Thu 26 Sep 2024", "in May 2024"."""
    words = when_words(when)
    value = (when and when.value) or ""
    if "/" in value or days_of(value) is None:
        return words
    if len(value) == len("2024-09-26"):
        return f"on {words}"
    return f"in the {words}" if "W" in value or "Q" in value else f"in {words}"


def value_words(value: str) -> str:
    """An ISO 8601 value in words; as it is where it names no days ("P3D")."""
    days = days_of(value)
    if days is None:
        return value
    if "/" in value:
        return _range(value, days)
    if "W" in value:
        return f"week of {day_words(days.first)}"
    if "Q" in value:
        return f"{_ORDINALS[int(value[-1]) - 1]} quarter of {days.first.year}"
    if len(value) == len("2024"):
        return str(days.first.year)
    if len(value) == len("2024-09"):
        return f"{month_name[days.first.month]} {days.first.year}"
    return day_words(days.first)


def day_words(day: date) -> str:
    """ "Thu 26 Sep 2024": the weekday too, because that is what reports name days by."""
    return f"{day_abbr[day.weekday()]} {short_day(day)}"


def short_day(day: date) -> str:
    """ "26 Sep 2024"."""
    return f"{day.day} {month_abbr[day.month]} {day.year}"


def _range(value: str, days: Days) -> str:
    begin, end = value.split("/")
    if len(begin) == len(end) == len("2024-09-26"):
        same = days.first.year == days.last.year
        first = day_words(days.first).rsplit(" ", 1)[0] if same else day_words(days.first)
        return f"{first} to {day_words(days.last)}"
    return f"{value_words(begin)} to {value_words(end)}"
