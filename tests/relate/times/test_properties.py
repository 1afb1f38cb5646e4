"""What holds of times whatever the words: nothing raises, spans slice, dates come back."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.time import TimeKind
from onrecord.domain.words import Words
from onrecord.relate.times.times import find_times
from onrecord.relate.times.words import classes
from onrecord.segment.article import segment
from tests.relate.times.timed import times, value

CALENDAR = sorted({word for words in classes().values() for word in words})
GLUE = """the a of and to from between last next this ago later every at early 31 29 1848 2024
          99 10:30 3pm 21st 1990s 0 00 9999 ' half week before half- all its full 12/31/9999 said"""
LINES = st.lists(
    st.one_of(st.sampled_from(CALENDAR), st.sampled_from([*GLUE.split(), "\n\n"])), max_size=14
)
PUBLISHED = st.one_of(st.none(), st.dates().map(date.isoformat), st.text(max_size=12))
DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2190, 12, 31))
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]  # fmt: skip
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(text=st.one_of(st.text(), LINES.map(" ".join)), published=PUBLISHED, day_first=st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_text_and_any_publication_date_gives_times_that_slice(
    text: str, published: str | None, day_first: bool
) -> None:
    words = Words(segment(text))
    found = find_times(words, published, day_first)
    ends = [0]
    for time in found:
        (span,) = time.words.spans
        assert text[span.start : span.end] == time.words.text != ""
        assert span.start >= ends[-1]
        ends.append(span.end)
    assert found == find_times(words, published, day_first)


@given(text=LINES.map(" ".join), published=PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_a_time_has_a_value_or_says_why_not(text: str, published: str | None) -> None:
    for time in times(text, published):
        assert (time.value is None) == (time.why is not None)
        assert 0 < time.probability <= 1
        if time.clock and time.value:
            assert time.kind is TimeKind.TIME


@given(day=DAYS, published=st.none() | DAYS.map(date.isoformat))
@settings(deadline=None)
def test_a_day_written_out_is_read_as_itself(day: date, published: str | None) -> None:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    written = [
        f"He came on {month} {day.day}, {day.year}.",
        f"He came on {day.day} {month} {day.year}.",
        f"He came on {weekday}, {month} {day.day}, {day.year}.",
        f"He came on {weekday} {day.day} {month} {day.year}.",
        f"He came on {day.isoformat()}.",
        f"He came on {day:%m/%d}/{day.year}.",
    ]
    assert [value(text, published) for text in written] == [day.isoformat()] * len(written)


@given(day=DAYS, other=st.integers(1, 6))
@settings(deadline=None)
def test_a_day_with_another_weekday_is_no_day(day: date, other: int) -> None:
    weekday = WEEKDAYS[(day.weekday() + other) % 7]
    assert value(f"He came on {weekday} {day.day} {MONTHS[day.month - 1]} {day.year}.") is None


@given(published=DAYS, weekday=st.sampled_from(WEEKDAYS))
@settings(deadline=None)
def test_what_was_said_on_a_weekday_was_said_within_the_last_week(
    published: date, weekday: str
) -> None:
    said = value(f"He said on {weekday} that it was over.", published.isoformat())
    assert said is not None
    assert 0 <= (published - date.fromisoformat(said)).days < 7


@given(first=DAYS, days=st.integers(0, 400))
@settings(deadline=None)
def test_a_range_has_a_value_exactly_where_it_does_not_run_backwards(
    first: date, days: int
) -> None:
    last = date.fromordinal(first.toordinal() + days)
    one, other = (f"{MONTHS[day.month - 1]} {day.day}, {day.year}" for day in (first, last))
    if days:
        assert value(f"It ran from {one} to {other}.") == f"{first}/{last}"
        assert value(f"It ran from {other} to {one}.") is None
