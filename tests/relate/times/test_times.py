"""Times of a report, resolved against the day it was published (a Thursday, where none is said)."""

from __future__ import annotations

import pytest

from onrecord.domain.time import Grain, TimeKind
from tests.relate.times.timed import only, times, value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He said on Wednesday that the talks had failed.", "2024-09-25"),
        ("The two will meet on Monday.", "2024-09-30"),
        ("He is scheduled to speak on Tuesday.", "2024-10-01"),
        ("He was elected on Friday.", "2024-09-20"),
        ("He agreed on Tuesday to meet her.", "2024-09-24"),
        ("The vote is set for Tuesday.", "2024-10-01"),
        ("She could arrive as early as Friday.", "2024-09-27"),
        ("On Monday, she criticised the plan.", "2024-09-23"),
        ("On Monday, she will set out the plan.", "2024-09-30"),
        ("Wednesday, he called for more money.", "2024-09-25"),
        ("The summit, which begins Monday, is in Paris.", "2024-09-30"),
        ("He is meeting her on Monday.", "2024-09-30"),
        ("The vote will be held on Monday.", "2024-09-30"),
        ("He would not say on Monday who had paid.", "2024-09-23"),
        ("They will have until Friday to reply.", "2024-09-27"),
        ("The talks were put off until Monday.", "2024-09-30"),
        ("He will speak because of the attack in Nice on Monday.", "2024-09-23"),
        ("The draft approved on Monday would cut taxes.", "2024-09-23"),
        ("They may find ways around Monday's ruling.", "2024-09-23"),
    ],
)
def test_a_weekday_looks_where_its_verb_looks(text: str, day: str) -> None:
    assert value(text) == day


@pytest.mark.parametrize("text", ["The minister said on Thursday.", "She will speak on Thursday."])
def test_the_weekday_of_publication_is_the_day_itself(text: str) -> None:
    assert value(text) == "2024-09-26"


def test_a_month_without_a_year_is_the_nearest_that_its_verb_allows() -> None:
    assert value("The nations agreed on it in Paris in December.") == "2023-12"
    assert value("They will vote on it in Paris in December.") == "2024-12"
    assert value("The payment is due on Jan. 2.") == "2025-01-02"


@pytest.mark.parametrize(
    ("published", "day"), [("2024-09-25", "2024-09-23"), ("2024-09-22", "2024-09-23")]
)
def test_an_occasion_named_by_its_weekday_is_the_nearer_one(published: str, day: str) -> None:
    assert value("Voters expected much of Monday's debate.", published) == day


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("today", "2024-09-26"),
        ("yesterday", "2024-09-25"),
        ("the day after tomorrow", "2024-09-28"),
        ("last Thursday", "2024-09-19"),
        ("next Tuesday", "2024-10-01"),
        ("Friday of last week", "2024-09-20"),
        ("a week on Tuesday", "2024-10-08"),
        ("the Sunday before last", "2024-09-15"),
        ("Thursday the 26th", "2024-09-26"),
        ("last week", "2024-W38"),
        ("last month", "2024-08"),
        ("the end of next month", "2024-10"),
        ("this year", "2024"),
        ("two years ago", "2022"),
        ("three days ago", "2024-09-23"),
        ("a fortnight ago", "2024-W37"),
        ("two and a half years ago", "2022-03"),
        ("six weeks from now", "2024-W45"),
        ("last December", "2023-12"),
        ("June last year", "2023-06"),
        ("early September", "2024-09"),
        ("mid-2016", "2016"),
        ("the mid-1990s", "1990/1999"),
        ("the late nineties", "1990/1999"),
        ("the 20th century", "1901/2000"),
        ("last fall", "2023-09/2023-11"),
        ("the spring of 2023", "2023-03/2023-05"),
        ("the third quarter", "2024-Q3"),
        ("the second quarter of 2023", "2023-Q2"),
        ("Q1 2024", "2024-Q1"),
        ("fiscal 2023", "2023"),
        ("the week of October 7", "2024-W41"),
        ("earlier this week", "2024-09-23/2024-09-25"),
        ("later this week", "2024-09-27/2024-09-29"),
        ("over the weekend", "2024-09-21/2024-09-22"),
        ("this weekend", "2024-09-28/2024-09-29"),
        ("nineteen ninety-six", "1996"),
    ],
)
def test_words_that_stand_to_the_publication_day_are_counted_from_it(
    words: str, written: str
) -> None:
    assert value(f"It changed {words}.") == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Sept. 24", "2024-09-24"),
        ("24 September", "2024-09-24"),
        ("the 24th of September", "2024-09-24"),
        ("Thursday, Sept. 26, 2024", "2024-09-26"),
        ("Jan. 3", "2024-01-03"),
        ("May 2, 2017", "2017-05-02"),
        ("March 5, 1946", "1946-03-05"),
        ("2024-09-24", "2024-09-24"),
        ("24.09.2024", "2024-09-24"),
        ("Sept. 24-27", "2024-09-24/2024-09-27"),
        ("24 to 27 September 2023", "2023-09-24/2023-09-27"),
        ("9/11", "2001-09-11"),
        ("'98", "1998"),
        ("1848", "1848"),
    ],
)
def test_a_written_date_is_that_date(words: str, written: str) -> None:
    assert value(f"It had happened in {words}.") == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("They talked from Monday to Wednesday.", "2024-09-23/2024-09-25"),
        ("He ruled between 1997 and 2010.", "1997/2010"),
        ("It was polled from Sept. 19 to 22.", "2024-09-19/2024-09-22"),
        ("It ran from Dec. 30 to Jan. 2, 2020.", "2019-12-30/2020-01-02"),
        ("It was open from 30 September until 2 October 2021.", "2021-09-30/2021-10-02"),
    ],
)
def test_from_one_time_to_another_is_a_range(text: str, written: str) -> None:
    time = only(text)
    assert (time.value, time.grain) == (written, Grain.RANGE)


@pytest.mark.parametrize(
    ("text", "day", "grain"),
    [
        ("He spoke on Friday night.", "2024-09-20", Grain.NIGHT),
        ("He spoke last night.", "2024-09-25", Grain.NIGHT),
        ("He will speak tomorrow morning.", "2024-09-27", Grain.MORNING),
        ("He spoke on the night of Monday.", "2024-09-23", Grain.NIGHT),
    ],
)
def test_a_part_of_a_day_is_the_day_at_a_finer_grain(text: str, day: str, grain: Grain) -> None:
    time = only(text)
    assert (time.kind, time.value, time.grain) == (TimeKind.TIME, day, grain)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("It ended at 10 p.m. Wednesday.", "2024-09-25", "22:00"),
        ("It ended at 10:35 a.m. EST Wednesday.", "2024-09-25", "10:35-05:00"),
        ("It ended at 0735 GMT Wednesday.", "2024-09-25", "07:35+00:00"),
        ("It ended at 3pm BST yesterday.", "2024-09-25", "15:00"),
        ("It ended at noon Wednesday.", "2024-09-25", "12:00"),
        ("It ended at half past three.", None, "03:30"),
    ],
)
def test_a_moment_has_its_clock_and_a_zone_where_its_name_is_of_one(
    text: str, day: str | None, clock: str
) -> None:
    time = times(text)[0]
    assert (time.value, time.clock) == (day, clock)


def test_a_moment_takes_the_day_that_stands_apart_from_it() -> None:
    assert [time.value for time in times("On Friday at 3pm he will speak.")] == ["2024-09-27"] * 2


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("three years", "P3Y"),
        ("a 16-hour flight", "PT16H"),
        ("more than a decade", "P10Y"),
        ("two and a half years", "P2.5Y"),
        ("half an hour", "PT30M"),
        ("5 1/2 hours", "PT5.5H"),
        ("the last two weeks", "P2W"),
        ("twenty-five days", "P25D"),
        ("the first nine months", "P9M"),
    ],
)
def test_a_length_is_a_duration(words: str, length: str) -> None:
    time = only(f"It took {words}.")
    assert (time.kind, time.value) == (TimeKind.DURATION, length)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("every Thursday", "P1W"),
        ("each year", "P1Y"),
        ("every other week", "P2W"),
        ("twice a month", "P1M"),
        ("on Thursdays", "P1W"),
        ("every three months", "P3M"),
    ],
)
def test_what_returns_has_the_length_that_comes_round(words: str, length: str) -> None:
    time = only(f"They meet {words}.")
    assert (time.kind, time.value) == (TimeKind.SET, length)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thanksgiving", "2024-11-28"),
        ("Good Friday", "2024-03-29"),
        ("Easter Monday 2025", "2025-04-21"),
        ("Christmas Eve", "2024-12-24"),
        ("last Christmas", "2023-12-25"),
        ("New Year’s Day", "2025-01-01"),
        ("Martin Luther King Jr. Day", "2025-01-20"),
        ("Labor Day", "2024-09-02"),
        ("Memorial Day 2023", "2023-05-29"),
        ("Election Day 2020", "2020-11-03"),
        ("Inauguration Day", "2025-01-20"),
        ("Black Friday", "2024-11-29"),
    ],
)
def test_a_named_day_is_found_in_its_year(words: str, day: str) -> None:
    assert value(f"It is {words}.") == day


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left on 3 May 2023. The next day she won.", ["2023-05-03", "2023-05-04"]),
        ("He left on 3 May 2023. Two weeks later she won.", ["2023-05-03", "2023-W20"]),
        ("He left on 3 May 2023. The day before, she won.", ["2023-05-03", "2023-05-02"]),
        ("He left on 3 May 2023, the day after his win.", ["2023-05-03", None]),
        ("He left in 1996 and was appointed the following year.", ["1996", "1997"]),
        ("He left on 3 May 2023. That morning she won.", ["2023-05-03", "2023-05-03"]),
        ("In 1848 he fled. On 26 February the king abdicated.", ["1848", "1848-02-26"]),
    ],
)
def test_a_time_may_be_counted_from_the_one_before_it(text: str, values: list[str | None]) -> None:
    assert [time.value for time in times(text)] == values


def test_a_time_in_a_quotation_is_resolved() -> None:
    assert value("“I met her yesterday,” he said.") == "2024-09-25"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("now", "present"),
        ("currently", "present"),
        ("recently", "past"),
        ("years ago", "past"),
        ("soon", "future"),
        ("at a later date", "future"),
        ("for months", "vague"),
        ("hours after the vote", "vague"),
        ("on Super Tuesday", "vague"),
        ("the next day", "nothing to count from"),
        ("three weeks later", "nothing to count from"),
        ("on 31 February", "impossible"),
        ("on 29 February 2023", "impossible"),
        ("on Thursday 25 September", "weekday does not fit"),
        ("on Sept. 27-24", "backwards range"),
        ("between 2020 and 2016", "backwards range"),
    ],
)
def test_what_the_text_does_not_settle_keeps_its_words_and_says_why(words: str, why: str) -> None:
    time = only(f"They met {words}.")
    assert (time.value, time.why) == (None, why)
    assert time.words.text in f"They met {words}."


@pytest.mark.parametrize("published", [None, "", "26 September 2024", "2024-13-01", "soon"])
@pytest.mark.parametrize("words", ["Wednesday", "last month", "two years ago", "'98", "Sept. 3"])
def test_without_a_publication_date_nothing_is_counted_from_it(
    words: str, published: str | None
) -> None:
    time = only(f"He died in {words}.", published)
    assert (time.value, time.why) == (None, "no publication date")


def test_a_full_date_needs_no_publication_date() -> None:
    assert value("He died on 3 May 1912.", None) == "1912-05-03"


def test_a_publication_date_with_a_clock_and_a_zone_counts_as_its_written_day() -> None:
    assert value("He spoke yesterday.", "2024-09-26T00:10:00+10:00") == "2024-09-25"


def test_a_publication_date_in_the_future_is_counted_from_like_any_other() -> None:
    assert value("He spoke last year.", "3024-09-26") == "3023"


@pytest.mark.parametrize("words", ["next year", "in 200 days he will speak", "next century"])
def test_days_beyond_the_calendar_are_impossible(words: str) -> None:
    assert only(words, "9999-12-31").why == "impossible"


def test_a_report_of_1848_is_counted_from_its_own_day() -> None:
    assert [time.value for time in times("He fled on Thursday, in 1848.", "1848-02-26")] == [
        "1848-02-24",
        "1848",
    ]


def test_the_outlet_tells_which_number_is_the_month() -> None:
    assert only("It is dated 5/6/2024.").value == "2024-05-06"
    assert only("It is dated 5/6/2024.", day_first=True).value == "2024-06-05"
    assert only("It is dated 26/9/24.").value == "2024-09-26"


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May met Donald Trump.",
        "May will meet Trump.",
        "They may march.",
        "June Smith spoke to April Jones.",
        "A 44-year-old man died.",
        "It cost $1998.",
        "There were 1,998 of them and 2000 people.",
        "He needs a second chance.",
        "They sat down and wed.",
        "It was open 24/7.",
        "It pays $12 an hour or $5 a day.",
        "The fall of Saigon.",
        "As soon as he spoke, it ended.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert times(text) == []


def test_all_night_is_no_day() -> None:
    assert times("They talked all night.") == []


def test_may_and_march_are_months_before_what_took_place_then() -> None:
    assert value("He said it in a May interview.") is not None
    assert value("At a March rally he spoke.") is not None
    assert not times("She joined a March for Science.")
    assert not times("Theresa May interviewed him.")
