"""The diary as iCalendar, read back with the library that others read it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.record import Record
from onrecord.domain.time import Grain
from onrecord.query.calendar import STATUS, calendar, dated
from tests.interfaces.fakes import Called, Known, Met, When, record_of

TEXT = "Ana Ruiz and Bo Lind met in Town Hall, Malaga on Wednesday then at some time or never"
WHO = [
    Known("Ana Ruiz", [Called("Ana Ruiz")], wikidata="Q1"),
    Known("Bo Lind", [Called("Bo Lind")]),
]
ON_WEDNESDAY = When("on Wednesday", "2024-09-25")


def record_with(*met: Met, published: str | None = "2024-09-26", text: str = TEXT) -> Record:
    article = Article(id="a1", text=text, outlet="The Example", title="T", published=published)
    return record_of(article, (), WHO, met)


def met(**more: Any) -> Met:
    return Met(
        **{"told": "Ana Ruiz and Bo Lind met", "who": ("e1", "e2"), "when": ON_WEDNESDAY} | more
    )


def read_back(*records: Record) -> list[Any]:
    events = [event for record in records for event in dated(record).events]
    return list(icalendar.Calendar.from_ical(calendar(events)).walk("VEVENT"))


def test_a_day_is_an_entry_for_the_whole_of_it() -> None:
    [event] = read_back(record_with(met(place=["Town Hall", "Malaga"])))
    assert event["summary"] == "Meeting: Ana Ruiz, Bo Lind"
    assert event["dtstart"].dt == date(2024, 9, 25)
    assert event["dtend"].dt == date(2024, 9, 26)
    assert event["location"] == "Town Hall, Malaga"
    assert event["transp"] == "TRANSPARENT"
    assert "“Ana Ruiz and Bo Lind met”" in event["description"]
    assert "The Example · T · 2024-09-26" in event["description"]


def test_a_range_ends_on_the_day_after_its_last() -> None:
    [event] = read_back(record_with(met(when=When("on", "2024-09-30/2024-10-02", Grain.RANGE))))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2024, 9, 30), date(2024, 10, 3))


def test_a_clock_is_kept_as_the_report_has_it_without_a_zone_or_an_end() -> None:
    [event] = read_back(record_with(met(when=When("on", "2024-09-25", Grain.HOUR, "15:30"))))
    assert event["dtstart"].dt == datetime(2024, 9, 25, 15, 30)
    assert "dtend" not in event


@pytest.mark.parametrize("clock", ["25:00", "3 p.m.", "", "15:00+02:00"])
def test_a_clock_that_is_none_leaves_the_day(clock: str) -> None:
    [event] = read_back(record_with(met(when=When("on", "2024-09-25", Grain.HOUR, clock))))
    assert event["dtstart"].dt == date(2024, 9, 25)


@pytest.mark.parametrize(
    "value", [None, "2024-09", "2024", "2024-W39", "2024-Q3", "P3D", "2024-02-31", "9999-12-31"]
)
def test_nothing_without_a_day_is_given_one(value: str | None) -> None:
    found = dated(record_with(met(when=When("at some time", value)), met(when=None), met()))
    assert (len(found.events), found.left_out) == (1, 2)


@pytest.mark.parametrize("status", Status)
def test_the_status_is_a_calendars_and_ours_stands_beside_it(status: Status) -> None:
    [event] = read_back(record_with(met(status=status, kind=EngagementKind.CALL)))
    assert event["status"] == STATUS[status]
    assert event["x-onrecord-status"].to_ical().decode() == status
    assert str(event["summary"]).startswith(
        "Call" if status == "held" else f"{status} call".title()[0]
    )


def test_only_what_took_place_or_does_is_confirmed_and_only_what_is_off_is_cancelled() -> None:
    of = {name: {status for status in Status if STATUS[status] == name} for name in STATUS.values()}
    assert of["CONFIRMED"] == {Status.HELD, Status.ONGOING}
    assert of["CANCELLED"] == {Status.CANCELLED, Status.DECLINED}


def test_the_same_record_gives_the_same_bytes_stamped_with_its_own_day() -> None:
    one = calendar(dated(record_with(met())).events)
    assert one == calendar(dated(record_with(met())).events)
    assert b"DTSTAMP:20240926T000000Z" in one


@pytest.mark.parametrize(
    ("published", "stamp"),
    [
        ("2024-09-26T18:02:00+01:00", b"20240926T170200Z"),
        ("2024-09-26T18:02:00", b"20240926T180200Z"),
        (None, b"19700101T000000Z"),
        ("0001-01-01T00:00:00+10:00", b"19700101T000000Z"),
    ],
)
def test_the_stamp_is_the_moment_of_publication_in_utc(published: str | None, stamp: bytes) -> None:
    assert b"DTSTAMP:" + stamp in calendar(dated(record_with(met(), published=published)).events)


def uid(record: Record) -> str:
    return str(read_back(record)[0]["uid"])


def test_an_entry_is_known_by_what_it_means_and_not_by_where_it_stands() -> None:
    known = uid(record_with(met()))
    assert uid(record_with(met(), text=f"Today: {TEXT}")) == known
    assert uid(record_with(met(who=("e2", "e1"), status=Status.PLANNED, probability=0.1))) == known
    assert uid(record_with(met(kind=EngagementKind.CALL))) != known
    assert uid(record_with(met(when=When("on Wednesday", "2024-09-24")))) != known
    assert uid(record_with(met(who=("e1",)))) != known


def test_two_entries_of_one_meaning_are_one() -> None:
    assert len(read_back(record_with(met(), met()))) == 1


def test_two_reports_each_have_their_own_entry_by_day() -> None:
    later = record_with(met(when=When("on Wednesday", "2024-10-02")))
    other = replace(later, article=replace(later.article, id="a2"))
    events = read_back(other, record_with(met()))
    assert [event["dtstart"].dt.day for event in events] == [25, 2]


def test_a_stranger_adds_no_line() -> None:
    text = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\x1b\u2028\ud800 y"
    article = Article(id=text, text=text, title=text, outlet=text, url="javascript:alert(1)")
    known = Known(text, [Called("x")])
    one = Met(text, who=("e1",), place=text, when=When("y", "2024-09-25"))
    stream = calendar(dated(record_of(article, (), [known], [one])).events)
    assert stream.count(b"\r\nEND:VEVENT\r\n") == 1
    assert b"\x1b" not in stream
    assert b"URL" not in stream
    [event] = read_back(record_of(article, (), [known], [one]))
    assert "END:VEVENT" in event["summary"]


@given(st.text(max_size=60), st.sampled_from(Status), st.dates())
def test_any_words_are_written_and_read_back(words: str, status: Status, day: date) -> None:
    article = Article(id=words, text=words, title=words, published=words)
    known = Known(words or "x", [])
    one = Met(words, who=("e1",), status=status, when=When(words, day.isoformat()))
    record = record_of(article, (), [known], [one])
    if day == date.max:
        assert dated(record).left_out == 1
        return
    [event] = read_back(record)
    assert event["dtstart"].dt == day
