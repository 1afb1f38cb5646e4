"""Words laid beside each other: all of what is asked, and only what is the same as the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.verify.aligning import laid

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), max_size=25)


def common(asked: list[str], told: list[str], gaps: frozenset[int] = frozenset()) -> list[str]:
    return [
        " ".join(asked[step.first : step.last]) for step in laid(asked, told, gaps) if step.same
    ]


def test_what_stands_far_apart_in_what_is_told_is_found_in_both_places() -> None:
    told = "one two three four five " + "x " * 60 + "six seven eight nine ten"
    asked = ["one", "two", "three", "four", "six", "seven", "eight", "nine"]
    assert common(asked, told.split()) == ["one two three four", "six seven eight nine"]


def test_a_common_word_far_away_is_left_alone() -> None:
    told = "the " + "x " * 30 + "wall will be rebuilt"
    assert common(["the", "wall", "will", "be", "rebuilt"], told.split()) == [
        "wall will be rebuilt"
    ]


def test_two_words_behind_an_ellipsis_are_looked_for_farther_on() -> None:
    told = "we shall count every boat " + "x " * 20 + "next spring"
    asked = ["count", "every", "boat", "next", "spring"]
    assert common(asked, told.split()) == ["count every boat"]
    assert common(asked, told.split(), frozenset({3})) == ["count every boat", "next spring"]


@given(WORDS, WORDS, st.frozensets(st.integers(1, 20), max_size=3))
def test_steps_go_through_all_that_is_asked_in_order(
    asked: list[str], told: list[str], gaps: frozenset[int]
) -> None:
    at = told_at = 0
    for step in laid(asked, told, gaps):
        assert step.first == at
        assert step.last >= step.first
        assert told_at <= step.told_first <= step.told_last <= len(told)
        if step.same:
            assert asked[step.first : step.last] == told[step.told_first : step.told_last]
        at, told_at = step.last, step.told_last
    assert at == len(asked)


@given(WORDS.filter(bool), WORDS, WORDS)
def test_words_that_are_told_in_a_row_are_found_whole(
    asked: list[str], before: list[str], behind: list[str]
) -> None:
    steps = laid(asked, [*before, *asked, *behind])
    assert sum(step.last - step.first for step in steps if step.same) == len(asked)
