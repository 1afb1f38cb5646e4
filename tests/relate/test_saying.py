"""When and where a statement was made is told by its own sentence, outside what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.domain.entity import EntityKind
from onrecord.domain.statement import Statement
from onrecord.relate.saying import FARTHEST, Sayings
from onrecord.relate.times.times import find_times
from tests.relate.deeds.told import entity, statement, words_of
from tests.relate.times.timed import PUBLISHED


def placed(
    text: str, content: str, cue: str, source: str = "", published: str | None = PUBLISHED
) -> Statement:
    """The statement with its day and place; Leeds and York are places."""
    words = words_of(text)
    places = [entity(text, n, name, EntityKind.PLACE) for n, name in enumerate(("Leeds", "York"))]
    sayings = Sayings(words, find_times(words, published, False), places, published)
    return sayings.placed(statement(text, content, cue, source))


def day(text: str, content: str, cue: str, published: str | None = PUBLISHED) -> str | None:
    time = placed(text, content, cue, published=published).said_on
    return time.value if time else None


def test_a_day_beside_the_cue_dates_the_statement() -> None:
    assert day("Ruiz said on Wednesday that taxes would fall.", "taxes would fall", "said") == (
        "2024-09-25"
    )


def test_a_day_in_what_is_said_does_not() -> None:
    assert (
        day("Ruiz said the talks began on Wednesday.", "the talks began on Wednesday", "said")
        is None
    )


def test_of_two_days_the_nearer_is_taken() -> None:
    text = "On Monday it rained, Ruiz said on Wednesday."
    assert day(text, "it rained", "said") == "2024-09-25"


@pytest.mark.parametrize(
    "text",
    [
        "It rained on Wednesday. Ruiz said no.",
        "Ruiz, who will travel on Monday, said no.",
        "Ruiz said no, as she has every Thursday.",
        "Ruiz said no at a later date.",
    ],
)
def test_a_day_of_another_sentence_a_coming_one_and_an_open_one_date_nothing(text: str) -> None:
    assert day(text, "no", "said") is None


def test_without_a_publication_date_a_full_date_still_counts() -> None:
    assert day("Ruiz said no on 3 May 2024.", "no", "said", published=None) == "2024-05-03"
    assert day("Ruiz said no on Wednesday.", "no", "said", published=None) is None


def test_a_day_far_from_the_cue_is_of_something_else() -> None:
    between = "of the old town hall " * (FARTHEST // 5 + 1)
    assert day(f"Ruiz said no to the sale {between} on Wednesday.", "no", "said") is None


def test_a_place_after_a_word_of_staying_is_where_it_was_said() -> None:
    said = placed("Ruiz said in Leeds that taxes would fall.", "taxes would fall", "said")
    assert said.said_at.text == "Leeds"
    assert placed("Ruiz said no outside the York hall.", "no", "said").said_at.text == "York"


def test_a_place_that_somebody_is_of_or_that_is_spoken_of_is_not() -> None:
    assert not placed("Ruiz of Leeds said no.", "no", "said").said_at
    assert not placed(
        "Ruiz said taxes in Leeds would fall.", "taxes in Leeds would fall", "said"
    ).said_at
    text = "The mayor in Leeds said no."
    assert not placed(text, "no", "said", "The mayor in Leeds").said_at


def test_a_statement_without_a_cue_is_left_as_it_is() -> None:
    said = placed("“No,” on Wednesday in Leeds.", "No", "")
    assert said == replace(said, said_on=None)
    assert not said.said_at
