"""Whether words speak of a topic."""

from __future__ import annotations

import pytest

from onrecord.query.topics import speaks_of, thinned


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("tax", "No new taxes, he said."),
        ("taxes", "a tax-free zone"),
        ("Policies", "a new policy"),
        ("trade deal", "“That deal on TRADE is bad.”"),
        ("president", "the President’s plan"),
        ("gas", "gas prices"),
        ("", "anything"),
    ],
)
def test_words_in_singular_or_plural_speak_of_it(topic: str, text: str) -> None:
    assert speaks_of(topic, [text])


@pytest.mark.parametrize(
    ("topic", "text"), [("tax", "taxidermy"), ("gun", "a gunman"), ("trade deal", "fair trade")]
)
def test_words_that_only_begin_alike_do_not(topic: str, text: str) -> None:
    assert not speaks_of(topic, [text])


def test_the_words_of_a_topic_may_stand_in_several_places() -> None:
    assert speaks_of("border wall", ["build the wall", "Asked about the border"])


@pytest.mark.parametrize(
    ("asked", "needed"),
    [
        ("aid to Ukraine", "aid Ukraine"),
        ("the Bank of England’s gold", "Bank England’s gold"),
        ("To be or", "To be or"),
        ("talks on grain", "talks grain"),
        ("not the US", "not US"),
        ("", ""),
    ],
)
def test_a_question_is_the_same_without_its_function_words(asked: str, needed: str) -> None:
    assert thinned(asked) == needed


def test_function_words_need_not_stand_in_what_speaks_of_a_topic() -> None:
    assert speaks_of("aid to Ukraine", ["He opposes the aid that Ukraine gets."])
    assert not speaks_of("aid to Ukraine", ["He goes to Ukraine."])
