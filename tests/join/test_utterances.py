"""One utterance: the same words, of one person, at one time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.days import Days, days_of
from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Identity
from onrecord.join.quotations import ROWS
from onrecord.join.utterances import Telling, are_two_people, bands, one_utterance

SLOGAN = "“We will rebuild the harbour wall,”"
SPEECH = (
    "“We have looked at the sea for two years and it has not become any calmer since the spring,”"
)


def who(key: str, name: str) -> Identity:
    return Identity(key, name, EntityKind.PERSON)


LEE = who("Q1", "Ann Lee")
ROE = who("person:bo roe", "Bo Roe")


def told(text: str, published: str | None = "2024-05-06", said: str | None = None) -> Telling:
    """As one outlet has it, whose reports are nobody's copies."""
    day = date.fromisoformat(published) if published else None
    report = f"{text} {published} {said}"
    return Telling(report, text, True, LEE, report, days_of(said), day)


def test_a_slogan_on_two_clearly_different_days_is_two_utterances() -> None:
    one, other = told(SLOGAN, "2024-05-06", "2024-05-06"), told(SLOGAN, "2024-09-02", "2024-09-01")
    assert not one_utterance(one, other)


def test_a_slogan_in_reports_of_one_week_is_one_utterance() -> None:
    assert one_utterance(told(SLOGAN, "2024-05-06"), told(SLOGAN, "2024-05-09"))


def test_a_slogan_reported_again_months_later_may_have_been_said_again() -> None:
    assert not one_utterance(told(SLOGAN, "2024-05-06"), told(SLOGAN, "2024-09-02"))


def test_words_nobody_says_twice_are_one_utterance_however_late_they_are_repeated() -> None:
    assert one_utterance(told(SPEECH, "2024-05-06"), told(SPEECH, "2026-01-09"))


def test_even_a_long_speech_on_two_days_that_reports_name_is_two_utterances() -> None:
    one, other = told(SPEECH, said="2024-05-06"), told(SPEECH, "2024-09-02", "2024-09-01")
    assert not one_utterance(one, other)


def test_reports_may_be_mistaken_by_a_day_or_two() -> None:
    assert one_utterance(told(SPEECH, said="2024-05-05"), told(SPEECH, said="2024-05-06"))


def test_nobody_reports_what_is_still_to_be_said() -> None:
    early, late = told(SPEECH, "2024-05-01"), told(SPEECH, "2024-06-03", "2024-06-02")
    assert not one_utterance(early, late)
    assert one_utterance(told(SPEECH, "2024-06-01"), late)  # still the day before, over there


def test_a_year_tells_no_occasion_from_another() -> None:
    assert one_utterance(told(SPEECH, said="2024"), told(SPEECH, said="2024-05-06"))


def test_without_any_day_the_words_decide() -> None:
    assert one_utterance(told(SLOGAN, None), told(SLOGAN, "2024-05-06"))


def test_the_same_words_of_two_people_are_two_utterances() -> None:
    assert not one_utterance(told(SPEECH), replace(told(SPEECH, "2024-05-07"), speaker=ROE))


@pytest.mark.parametrize("speaker", [None, who("in:a_1:e2", "an aide"), who("local:lee", "Lee")])
def test_where_it_is_not_settled_who_spoke_only_many_words_in_a_row_join(
    speaker: Identity | None,
) -> None:
    unsure = replace(told(SPEECH, "2024-05-07"), speaker=speaker)
    assert one_utterance(told(SPEECH), unsure)
    assert not one_utterance(told(SLOGAN), replace(unsure, text=SLOGAN))


def test_what_a_reporter_tells_is_only_joined_where_the_report_was_copied() -> None:
    one = replace(told("that they will rebuild the harbour wall"), quoted=False)
    other = replace(one, family="another", published=date(2024, 5, 7))
    assert not one_utterance(one, other)
    assert one_utterance(one, replace(other, family=one.family))


def copy_of(one: Telling, **changes: object) -> Telling:
    """``one`` as a copy of its report has it."""
    return replace(one, article="a copy", **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [SLOGAN, "“We will”", "a wall that she called “a friend of all”"])
def test_a_copy_has_the_same_utterances_whenever_it_is_printed(text: str) -> None:
    one = told(text)
    other = copy_of(one, published=date(2025, 5, 7))
    assert one_utterance(one, other)
    assert set(bands(one)) & set(bands(other))


def test_words_that_a_copy_gives_to_somebody_else_are_the_same_utterance() -> None:
    assert one_utterance(told(SPEECH), copy_of(told(SPEECH), speaker=ROE))
    assert not one_utterance(told("“We will”"), copy_of(told("“We will”"), speaker=ROE))


def test_in_one_report_somebody_who_is_quoted_by_another_is_not_the_other() -> None:
    outer = told(f"that Roe had told her {SPEECH}")
    inner = replace(outer, text=SPEECH, speaker=ROE)
    assert not one_utterance(outer, inner)
    assert not one_utterance(outer, replace(inner, speaker=None))


def test_one_report_that_has_the_same_words_twice_has_them_once() -> None:
    assert one_utterance(told(SPEECH), told(SPEECH))


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (LEE, ROE, True),
        (LEE, who("Q2", "Ann Lee"), True),
        (LEE, who("person:ann marie lee", "Ann Marie Lee"), False),
        (ROE, who("person:robert roe", "Robert Roe"), False),
        (LEE, who("in:a_1:e7", "a spokesman"), False),
        (LEE, None, False),
    ],
)
def test_two_people_are_those_of_two_rows_or_two_last_names(
    one: Identity, other: Identity | None, two: bool
) -> None:
    assert are_two_people(one, other) is two
    assert are_two_people(other, one) is two


DAYS = st.none() | st.dates(date(2024, 5, 1), date(2024, 6, 30))
TELLINGS = st.builds(
    Telling,
    st.sampled_from("ab"),
    st.sampled_from([SLOGAN, SPEECH, "“We will”", "that “We will rebuild” it", ""]),
    st.booleans(),
    st.sampled_from([None, LEE, ROE, who("local:lee", "Lee"), who("in:a:e1", "an aide")]),
    st.sampled_from("kl"),
    DAYS.map(lambda day: day and Days(day, day)),
    DAYS,
)


@given(TELLINGS, TELLINGS)
def test_oneness_does_not_depend_on_the_order_and_goes_with_a_band(
    one: Telling, other: Telling
) -> None:
    same = one_utterance(one, other)
    assert same == one_utterance(other, one)
    if same:
        assert set(bands(one)) & set(bands(other))


@given(TELLINGS)
def test_bands_are_few_integers_that_a_database_takes(one: Telling) -> None:
    found = bands(one)
    assert len(found) == len(set(found)) <= 1 + ROWS
    assert all(0 <= band < 2**63 for band in found)
