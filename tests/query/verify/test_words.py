"""Words are the same whatever a newspaper's typography and spelling make of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.verify.words import find_words


def keys(text: str) -> list[str]:
    return [word.key for word in find_words(text) if not word.gap]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Don’t", "don't"),
        ("the ﬁne café", "The fine cafe"),
        ("a harbour’s colour", "a harbor's color"),
        ("it was organised, analysed, travelled", "It was organized — analyzed, traveled"),
        ("the theatre programme", "the theater program"),
        ("five per cent of 1,000", "5% of 1000"),
        ("the first percent", "the 1st %"),
        ("U.S. ships", "US ships"),
        ("[T]he wall", "the wall"),
        ("re\u00adbuilt", "rebuilt"),
        ("minus −5", "minus -5"),
    ],
)
def test_what_style_decides_is_no_other_word(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("40", "14"), ("hour", "hor"), ("US", "us"), ("called", "caled"), ("four", "for")],
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_an_ellipsis_is_a_gap_however_it_is_set() -> None:
    for dots in ("…", "...", ". . .", "[…]", "(...)"):
        assert [word.gap for word in find_words(f"wall {dots} storms")] == [False, True, False]


@given(st.text(max_size=60), st.integers(0, 100))
def test_words_stand_where_they_say_in_order(text: str, offset: int) -> None:
    end = offset
    for word in find_words(text, offset):
        assert end <= word.start < word.end <= offset + len(text)
        assert word.key
        end = word.end
