from __future__ import annotations

from datetime import UTC, date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadDate
from onrecord.ingest.dates import as_iso, iso_date


@pytest.mark.parametrize(
    "given_",
    [
        "2024-09-26",
        "2024-02-29",
        "2024-09-26T18:02",
        "2024-09-26T18:02:00",
        "2024-09-26T18:02:00Z",
        "2024-09-26T18:02:00.125+01:00",
    ],
)
def test_a_date_in_iso_form_stays_as_given(given_: str) -> None:
    assert iso_date(given_, "here") == given_


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("20240926", "2024-09-26"),
        (" 2024-09-26 ", "2024-09-26"),
        ("2024-09-26 18:02", "2024-09-26T18:02"),
        ("2024-09-26t18:02:00z", "2024-09-26T18:02:00Z"),
        ("20240926T180200+0100", "2024-09-26T18:02:00+01:00"),
    ],
)
def test_another_iso_form_is_written_in_the_usual_one(given_: str, kept: str) -> None:
    assert iso_date(given_, "here") == kept


@pytest.mark.parametrize(
    "given_",
    [
        "", "yesterday", "26/09/2024", "2024-9-26", "2024-13-01", "2023-02-29", "2024-09", "2024",
        "2024-09-26T25:00", "26 September 2024", "２０２４-09-26", "2024-09-26T18:02 London",
        "2024-09-26\0", "1727373720",
    ],
)  # fmt: skip
def test_anything_else_is_a_bad_date_that_says_what_to_write(given_: str) -> None:
    with pytest.raises(BadDate, match=r"^feed\.jsonl: .*YYYY-MM-DD, for example 2024-09-26"):
        iso_date(given_, "feed.jsonl")


def test_a_very_long_bad_date_is_not_repeated_in_full() -> None:
    with pytest.raises(BadDate) as caught:
        iso_date("9" * 10_000, "here")
    assert len(str(caught.value)) < 250


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert as_iso(day.isoformat()) == day.isoformat()


@given(st.datetimes(timezones=st.sampled_from([None, UTC, timezone.max])))
def test_every_moment_keeps_its_meaning(moment: datetime) -> None:
    written = as_iso(moment.isoformat())
    assert written is not None
    assert datetime.fromisoformat(written) == moment


@given(st.text())
def test_no_string_does_worse_than_to_be_no_date(text: str) -> None:
    written = as_iso(text)
    assert written is None or as_iso(written) == written
