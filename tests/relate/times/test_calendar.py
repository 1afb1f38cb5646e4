"""Arithmetic of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.time import Grain
from onrecord.relate.times import calendar

GRAINS = [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE]
NEAR = st.dates(min_value=date(1000, 1, 1), max_value=date(3000, 1, 1))


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2038, "2038-04-25")],
)
def test_easter_falls_where_the_church_has_it(year: int, day: str) -> None:
    assert calendar.easter(year).isoformat() == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    easter = calendar.easter(year)
    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


@given(NEAR, st.sampled_from(GRAINS))
def test_a_day_lies_in_the_period_around_it(day: date, grain: Grain) -> None:
    period = calendar.around(day, grain)
    assert period.first <= day <= period.last


@given(NEAR, st.sampled_from(GRAINS), st.integers(-50, 50))
def test_periods_of_a_grain_follow_on_each_other(day: date, grain: Grain, count: int) -> None:
    one = calendar.shift(day, grain, count)
    assert calendar.shift(one.first, grain, 1).first.toordinal() == one.last.toordinal() + 1
    assert calendar.shift(one.first, grain, -count) == calendar.around(day, grain)


def test_the_same_day_of_a_shorter_month_is_its_last() -> None:
    assert calendar.move(date(2024, 1, 31), Grain.MONTH, 1) == date(2024, 2, 29)


def test_a_week_is_written_with_the_year_it_belongs_to() -> None:
    assert calendar.around(date(2024, 12, 31), Grain.WEEK).value == "2025-W01"


@pytest.mark.parametrize(("nth", "day"), [(1, 2), (3, 16), (-1, 30), (-2, 23)])
def test_a_weekday_is_counted_from_either_end_of_its_month(nth: int, day: int) -> None:
    assert calendar.nth_weekday(2024, 9, 0, nth) == date(2024, 9, day)
