"""Arithmetic of the calendar: periods by their grain, shifted, and as they are written."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.domain.time import Grain

_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.YEAR: 12}
_MONTHS |= {Grain.DECADE: 120, Grain.CENTURY: 1200}
_LENGTHS = {Grain.DAY: len("2024-09-26"), Grain.MONTH: len("2024-09"), Grain.YEAR: len("2024")}
_ENDS = {Grain.WEEKEND: Grain.DAY, Grain.SEASON: Grain.MONTH}
_ENDS |= {Grain.DECADE: Grain.YEAR, Grain.CENTURY: Grain.YEAR}
_DAYS = {Grain.DAY: 1, Grain.WEEKEND: 7, Grain.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both in it; ``grain`` says what they make up.

    ``ends``: of a range, what it runs from and to: days, months or years.
    """

    grain: Grain
    first: date
    last: date
    ends: Grain = Grain.DAY

    @property
    def value(self) -> str:
        """As ``domain.time.Time.value`` writes it: the shortest form of the grain."""
        if self.grain in _ENDS or self.grain is Grain.RANGE:
            length = _LENGTHS[_ENDS.get(self.grain, self.ends)]
            first, last = self.first.isoformat()[:length], self.last.isoformat()[:length]
            return first if first == last else f"{first}/{last}"
        year = f"{self.first.year:04}"
        if self.grain is Grain.WEEK:
            week = self.first.isocalendar()
            return f"{week.year:04}-W{week.week:02}"
        if self.grain is Grain.MONTH:
            return f"{year}-{self.first.month:02}"
        if self.grain is Grain.QUARTER:
            return f"{year}-Q{(self.first.month + 2) // 3}"
        if self.grain is Grain.YEAR:
            return year
        return self.first.isoformat()


def day(when: date) -> Period:
    """One day."""
    return Period(Grain.DAY, when, when)


def month(year: int, number: int) -> Period:
    """A month; raises ValueError for a number outside 1..12 or a year outside 1..9999."""
    last = calendar.monthrange(year, number)[1]
    return Period(Grain.MONTH, date(year, number, 1), date(year, number, last))


def quarter(year: int, number: int) -> Period:
    """A quarter of the calendar year; raises ValueError outside 1..4."""
    return _months(Grain.QUARTER, year, 3 * number - 2, 3)


def season(year: int, first_month: int) -> Period:
    """Three months of the northern hemisphere; a winter by the year of its December."""
    return _months(Grain.SEASON, year, first_month, 3)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(Grain.YEAR, date(number, 1, 1), date(number, 12, 31))


def decade(first: int) -> Period:
    """Ten years from ``first``."""
    return Period(Grain.DECADE, date(first, 1, 1), date(first + 9, 12, 31))


def century(number: int) -> Period:
    """The 20th century is 1901 to 2000."""
    return Period(Grain.CENTURY, date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))


def _months(grain: Grain, number: int, first_month: int, count: int) -> Period:
    start = date(number, first_month, 1)
    end = _add_months(start, count - 1)
    return Period(grain, start, month(end.year, end.month).last)


def _add_months(when: date, count: int) -> date:
    """The same day of another month, or its last day where that month is shorter."""
    number = when.year * 12 + when.month - 1 + count
    last = calendar.monthrange(number // 12, number % 12 + 1)[1]
    return date(number // 12, number % 12 + 1, min(when.day, last))


def around(when: date, grain: Grain) -> Period:
    """The period of ``grain`` that ``when`` lies in; weeks begin on Monday."""
    monday = when - timedelta(when.weekday())
    if grain is Grain.WEEK:
        return Period(grain, monday, monday + timedelta(6))
    if grain is Grain.WEEKEND:
        return Period(grain, monday + timedelta(5), monday + timedelta(6))
    if grain is Grain.MONTH:
        return month(when.year, when.month)
    if grain is Grain.QUARTER:
        return quarter(when.year, (when.month + 2) // 3)
    if grain is Grain.YEAR:
        return year(when.year)
    if grain is Grain.DECADE:
        return decade(when.year // 10 * 10)
    if grain is Grain.CENTURY:
        return century((when.year + 99) // 100)
    return day(when)


def move(when: date, grain: Grain, count: int) -> date:
    """``count`` units of ``grain`` later; raises OverflowError or ValueError beyond year 9999."""
    if grain in _MONTHS:
        return _add_months(when, _MONTHS[grain] * count)
    return when + timedelta(_DAYS.get(grain, 0) * count)


def shift(when: date, grain: Grain, count: int) -> Period:
    """The period of ``grain`` that lies ``count`` of them after the one of ``when``."""
    return around(move(when, grain, count), grain)


def shift_period(period: Period, grain: Grain, count: int) -> Period:
    """``period`` moved by so many units, at its own grain unless the unit is finer."""
    moved = move(period.first, grain, count)
    if period.grain is Grain.SEASON:
        return season(moved.year, moved.month)
    if period.grain is Grain.RANGE:
        return Period(Grain.RANGE, moved, move(period.last, grain, count), period.ends)
    return around(moved, period.grain)


def nth_weekday(year: int, month_: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, counted from its end where ``nth`` is negative."""
    if nth < 0:
        last = month(year, month_).last
        return last - timedelta((last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    first = date(year, month_, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday: the Gregorian rule of Meeus, Jones and Butcher (Meeus 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month_, day_ = divmod(h + n - 7 * m + 114, 31)
    return date(year, month_, day_ + 1)
