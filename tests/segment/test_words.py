"""Words part a text without losing a sign of it."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.segment.words import find_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text, 0, len(text))]


def test_a_possessive_s_stands_apart_and_a_contraction_does_not() -> None:
    assert words("O’Neill's plan won't pass") == ["O’Neill", "'s", "plan", "won't", "pass"]


def test_initials_numbers_and_times_are_one_word_each() -> None:
    assert words("The U.S. paid $1,000 at 10:30 a.m.") == [
        "The",
        "U.S.",
        "paid",
        "$",
        "1,000",
        "at",
        "10:30",
        "a.m.",
    ]


def test_typewriter_quotation_marks_are_one_sign() -> None:
    assert words("``x''") == ["``", "x", "''"]


def test_a_joined_emoji_and_an_accent_stay_whole() -> None:
    family, accented = "👩\u200d👩\u200d👧", "cafe\u0301"
    assert words(f"{family} {accented}") == [family, accented]


@given(st.text())
def test_every_sign_that_is_not_white_space_is_in_exactly_one_word(text: str) -> None:
    spans = list(find_words(text, 0, len(text)))
    covered = [at for start, end in spans for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(covered)
