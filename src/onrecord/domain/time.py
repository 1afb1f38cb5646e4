"""When: words of a report that name a day, a span of days, a length of time or a habit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import Passage


class TimeKind(StrEnum):
    """What the words name; the four types of TIMEX3 (ISO-TimeML)."""

    DATE = "date"
    TIME = "time"
    """A part of a day, or a moment by the clock: "Friday night", "3 p.m."."""
    DURATION = "duration"
    """A length that is laid down nowhere: "three years"."""
    SET = "set"
    """What returns: "every Thursday"."""


class Grain(StrEnum):
    """How fine the words are, from fine to coarse."""

    MINUTE = "minute"
    HOUR = "hour"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    """From one day to another."""


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression. Offsets are code points.

    ``value``: ISO 8601 in the proleptic Gregorian calendar: a day "2024-09-26", a week "2024-W39",
    a month "2024-09", a quarter "2024-Q3" (as TIMEX3 has it), a year "2024", a range of days or
    months "2024-09-23/2024-09-26", a duration "P3D"; None where the text does not settle it.
    The part of the day is not in the value but in ``grain``, the clock in ``clock`` ("15:00").
    ``why``: where ``value`` is None, why; a word of docs/relate.md.
    ``probability``: that the value (None too) is right.
    """

    words: Passage
    kind: TimeKind
    value: str | None
    grain: Grain | None = None
    clock: str | None = None
    why: str | None = None
    probability: float = 1.0
