"""Occasions of many reports as iCalendar, read back with the library that others read it with."""

from __future__ import annotations

from typing import Any

import icalendar

from onrecord.domain.article import Article
from onrecord.domain.asked import EngagementsAsked
from onrecord.domain.engagement import Status
from onrecord.domain.record import Record
from onrecord.query.calendar import calendar
from onrecord.query.calendar_entries import dated_entries
from onrecord.query.diary import diary
from tests.interfaces.fakes import Called, Known, Met, When, record_of
from tests.query.fake_view import FakeView

TALKS = "d_talks"


def report(
    id: str,
    status: Status = Status.HELD,
    day: str | None = "2024-09-27",
    published: str | None = "2024-09-28",
    **more: Any,
) -> Record:
    text = "Ann Lee met Bo Roe in Ely then."
    article = Article(id, text, published=published, **{"outlet": f"The {id}", **more})
    when = When("then", day) if day else None
    met = Met(text, who=("e1", "e2"), status=status, place="Ely", when=when)
    known = [Known(one, [Called(one)]) for one in ("Ann Lee", "Bo Roe")]
    return record_of(article, (), known, [met])


def events(*records: Record, **corrected: Any) -> list[Any]:
    view = FakeView(
        records,
        entries_of={(one.article.id, "g1"): TALKS for one in records},
        corrected={(id, "g1"): changes for id, changes in corrected.items()},
    )
    found = dated_entries(diary(view, EngagementsAsked()))
    return list(icalendar.Calendar.from_ical(calendar(found.events)).walk("VEVENT"))


def test_an_occasion_of_several_reports_is_one_entry_with_the_latest_word() -> None:
    early = report("early", Status.PLANNED, published="2024-09-20")
    [event] = events(early, report("late", Status.CANCELLED, url="https://late.example/1"))
    assert str(event["uid"]) == "d_talks@onrecord"
    assert event["status"] == "CANCELLED"
    assert str(event["summary"]) == "Cancelled meeting: Ann Lee, Bo Roe"
    assert event["x-onrecord-article"].to_ical() == b"late"
    assert event["url"] == "https://late.example/1"
    assert event["dtstamp"].dt.date().isoformat() == "2024-09-28"
    assert str(event["description"]).split("\n")[:2] == [
        "2024-09-20: planned (The early)",
        "2024-09-28: cancelled (The late)",
    ]


def test_the_uid_stays_whatever_later_reports_say() -> None:
    [one] = events(report("a", Status.PLANNED))
    [other] = events(report("a", Status.PLANNED), report("b", published="2024-10-01"))
    assert one["uid"] == other["uid"]


def test_where_reports_differ_and_what_a_person_decided_is_told() -> None:
    told = report("a"), report("b", Status.DENIED, published="2024-09-29")
    [event] = events(*told, a={"status": Status.HELD})
    lines = str(event["description"]).split("\n")
    assert "Reports differ on the status: held (The a); denied (The b)" in lines
    assert "status decided by ed (c_0)" in lines
    assert event["x-onrecord-status"].to_ical() == b"held"


def test_what_has_no_day_is_counted_and_not_given_one() -> None:
    view = FakeView([report("a", day="2024-09")])
    found = dated_entries(diary(view, EngagementsAsked()))
    assert (found.events, found.left_out) == ((), 1)


def test_a_stranger_adds_no_line_and_many_reports_no_page() -> None:
    outlet = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\x1b"
    [event] = events(*(report(f"r{number}", outlet=f"{outlet}{number}") for number in range(40)))
    described = str(event["description"])
    assert "END:VEVENT BEGIN:VALARM" in described
    assert "and others" in described
    assert described.count("“Ann Lee met") == 5
    assert len(described) < 2000
