"""Names are taken apart, and two of them are one person's unless something contradicts it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.identify.names import (
    _parsed,
    _plain,
    alike,
    folded,
    is_slip,
    may_be_one,
    parse_name,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Ana Ruiz", "ana", "ruiz"),
        ("Ana María Ruiz", "ana", "ruiz"),
        ("Ursula von der Leyen", "ursula", "von der leyen"),
        ("Ruiz", "", "ruiz"),
        ("JOHN LOUD", "john", "loud"),
        ("Ілона Вовк", "ілона", "вовк"),
        ("محمد الحسن", "محمد", "الحسن"),
    ],
)
def test_a_name_has_a_first_and_a_last_part(text: str, first: str, last: str) -> None:
    name = parse_name(text)
    assert (name.first, name.last) == (first, last)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Ana M. Ruiz"),
        ("A. Ruiz", "Ana Ruiz"),
        ("Bill Loud", "William Loud"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("José Ruiz", "Jose Ruiz"),
    ],
)
def test_two_wordings_can_be_one_person(one: str, other: str) -> None:
    assert may_be_one(parse_name(one), parse_name(other))
    assert may_be_one(parse_name(other), parse_name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Ida Ruiz"),
        ("Ana M. Ruiz", "Ana B. Ruiz"),
        ("John Loud", "John Loud Jr."),
        ("Ana Ruiz", "Ana Lund"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert not may_be_one(parse_name(one), parse_name(other))


def test_a_slip_is_one_letter_in_a_long_surname() -> None:
    assert is_slip("mcclenney", "mclenney")
    assert not is_slip("ruiz", "ruis")
    assert not is_slip("marsden", "parsden")


def test_short_surnames_are_not_spelt_alike() -> None:
    assert alike("zelensky", "zelenskiy")
    assert not alike("lund", "lunde")


@given(st.text())
def test_any_text_has_parts(text: str) -> None:
    assert parse_name(text) == parse_name(text)
    assert folded(folded(text)) == folded(text)


@given(
    st.lists(
        st.sampled_from(
            ["Ana", "ruiz", "LOUD", "de", "Dr", "jr", "VI", "Max", "King", "Bo", "O", "y", "Ma"]
        ),
        min_size=1,
        max_size=2,
    )
)
def test_the_quick_way_to_take_a_plain_name_apart_says_what_the_library_says(
    words: list[str],
) -> None:
    text = " ".join(words)
    shown = text.title() if text.isupper() and len(text) > 3 else text
    assert _plain(text, shown) in (None, _parsed(text, shown))


def test_most_names_are_plain() -> None:
    assert _plain("Ana Ruiz", "Ana Ruiz") is not None
    assert _plain("Ana de Ruiz", "Ana de Ruiz") is None
