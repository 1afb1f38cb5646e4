"""The days that a value covers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.days import day_of_publication, days_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-09-26", "2024-09-26", "2024-09-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-W39", "2024-09-23", "2024-09-29"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("1848", "1848-01-01", "1848-12-31"),
        ("2024-09-23/2024-09-26", "2024-09-23", "2024-09-26"),
        ("2024-09/2024-11", "2024-09-01", "2024-11-30"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [
        *(None, "", "P3D", "XXXX-WXX-4", "2024-02-31", "2024-13", "2023-W53", "2024-Q5", "0000"),
        *("2024-09-26/2024-09-23", "2024-09-26/", "/2024-09-26", "2024/2025/2026", "٢٠٢٤"),
        *("2024-09-26T15:00", "2024-9-6", "20240926", "9999-W53"),
    ],
)
def test_what_names_no_days_covers_none(value: str | None) -> None:
    assert days_of(value) is None


@given(st.dates(), st.integers(0, 400))
def test_a_range_of_days_covers_them_from_the_first_to_the_last(day: date, length: int) -> None:
    last = min(day.toordinal() + length, date.max.toordinal())
    value = f"{day.isoformat()}/{date.fromordinal(last).isoformat()}"
    assert days_of(value) == (day, date.fromordinal(last))


@given(st.dates(date(1970, 1, 5), date(2100, 1, 1)))
def test_a_week_begins_on_monday_and_holds_its_days(day: date) -> None:
    year, week, _ = day.isocalendar()
    days = days_of(f"{year}-W{week:02}")
    assert days
    assert days.first <= day <= days.last == days.first + timedelta(6)


@given(st.text(max_size=25))
def test_any_string_is_answered(value: str) -> None:
    days = days_of(value)
    assert days is None or days.first <= days.last


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-09-26", "2024-09-26"),
        ("2024-09-26T23:30:00-05:00", "2024-09-26"),
        ("2024-02-31", None),
        ("2024", None),
        (None, None),
    ],
)
def test_a_report_is_published_on_the_day_of_its_own_clock(
    published: str | None, day: str | None
) -> None:
    assert day_of_publication(published) == day
