"""The diary as iCalendar, read back by icalendar."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import icalendar
import pytest

from onrecord.query.export.ics import ics
from tests.query.export.conftest import WITH_TEXT, WITHOUT, Kept


def read(kept: Kept, wording: Any = WITH_TEXT) -> Any:
    return icalendar.Calendar.from_ical(b"".join(ics(kept.view, wording)))


@pytest.fixture(scope="module")
def events(kept: Kept) -> list[Any]:
    return list(read(kept).walk("VEVENT"))


def test_each_dated_occasion_is_there_once_the_latest_first(events: list[Any]) -> None:
    assert [one["dtstart"].dt for one in events] == [
        date(2024, 5, 10),
        date(2024, 5, 7),
        date(2024, 5, 6),
        datetime(2024, 5, 3, 15, 0),
    ]
    assert len({one["uid"] for one in events}) == 4


def test_two_reports_of_one_occasion_are_one_entry_with_a_persons_place(events: list[Any]) -> None:
    monday = events[2]
    assert monday["location"] == "Wick Hall, Ely"
    assert monday["status"] == "CONFIRMED"
    assert "place decided by Ann Lee" in monday["description"]


def test_tombstones_stand_in_the_calendar_itself(kept: Kept) -> None:
    told = json.loads(read(kept)["x-onrecord-tombstone"])
    assert told["article"] == kept.retracted


def test_without_text_days_names_and_statuses_stay(kept: Kept) -> None:
    events = list(read(kept, WITHOUT).walk("VEVENT"))
    assert [one["x-onrecord-status"] for one in events] == ["denied", "cancelled", "held", "held"]
    assert not any("location" in one for one in events)
    assert events[2]["summary"] == "Meeting: Bo Roe, Ann Lee"


def test_progress_counts_every_engagement(kept: Kept) -> None:
    told: list[tuple[int, int]] = []
    list(ics(kept.view, WITH_TEXT, lambda done, of: told.append((done, of))))
    assert told[-1] == (6, 6)
