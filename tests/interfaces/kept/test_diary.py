"""``onrecord diary`` over a real file, and its calendar read back by the library of calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.interfaces.kept.conftest import Ask


def test_an_occasion_is_told_once_with_how_it_came_to_stand(ask: Ask) -> None:
    done = ask("diary", "--who", "Roe", "--with", "Ann Lee")
    assert (done.code, done.err) == (0, "")
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0].startswith("Mon 6 May 2024 · meeting · ")
    assert lines[0].endswith("· Ely · held")
    assert "planned (Mon 6 May 2024) → held (Tue 7 May 2024)" in lines
    assert "in: Ann Lee met Bo Roe in Ely on Monday." in lines
    assert "in 2 reports, 2 independent" in lines
    assert any(line.startswith("— The Ely Post · Tue 7 May 2024") for line in lines)


def test_json_has_every_telling_with_its_report_and_spans(ask: Ask) -> None:
    [one] = ask("diary", "--who", "Roe", "--json").json["results"]
    assert (one["status"], one["reports"]) == ("held", 2)
    assert [step["status"] for step in one["history"]] == ["planned", "held"]
    assert {telling["outlet"] for telling in one["tellings"]} == {"Fen News", "The Ely Post"}
    assert all(telling["spans"] for telling in one["tellings"])
    assert one["article"]
    assert one["entity"]


@pytest.mark.parametrize(
    "options",
    [
        ["--status", "planned", "--who", "Roe"],
        ["--since", "2024-05-07"],
        ["--kind", "rally"],
        ["--who", "Zoe Unknown"],
        ["--who", "Lee", "--with", "Roe"],
    ],
)
def test_what_is_not_there_ends_with_one(ask: Ask, options: list[str]) -> None:
    done = ask("diary", *options)
    assert done.code == 1
    assert done.err.startswith("onrecord: ")


def test_the_calendar_has_an_entry_for_each_occasion_with_a_day(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "diary.ics"
    done = ask("diary", "--ics", str(target))
    assert f"{target}: calendar written, 1 entry; 1 occasion left out, without a day" in done.err
    [event] = icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    [entry] = ask("diary", "--who", "Roe", "--json").json["results"]
    assert str(event["uid"]) == f"{entry['id']}@onrecord"
    assert event["dtstart"].dt == date(2024, 5, 6)
    assert event["status"] == "CONFIRMED"
    assert str(event["summary"]).startswith("Meeting: ")
    assert event["location"] == "Ely"
    told = str(event["description"]).split("\n")
    assert told[:2] == ["2024-05-06: planned (Fen News)", "2024-05-07: held (The Ely Post)"]
    assert "“Ann Lee met Bo Roe”" in told
    assert "In 2 reports, 2 independent" in told
    assert event["x-onrecord-status"].to_ical() == b"held"


def test_the_same_record_gives_the_same_calendar(ask: Ask, tmp_path: Path) -> None:
    for name in ("one.ics", "two.ics"):
        ask("diary", "--ics", str(tmp_path / name))
    assert (tmp_path / "one.ics").read_bytes() == (tmp_path / "two.ics").read_bytes()


def test_without_a_day_no_calendar_is_written(ask: Ask, tmp_path: Path) -> None:
    done = ask("diary", "--status", "denied", "--ics", str(tmp_path / "none.ics"))
    assert done.code == 0
    assert "no calendar written, no occasion has a day" in done.err
    assert not (tmp_path / "none.ics").exists()


def test_a_calendar_that_cannot_be_written_is_wrong_usage(ask: Ask, file: Path) -> None:
    kept = file.read_bytes()
    assert ask("diary", "--ics", "no folder/diary.ics").code == 2
    done = ask("diary", "--ics", str(file))
    assert done.code == 2
    assert "is the record itself" in done.err
    assert file.read_bytes()[:100] == kept[:100]
