"""Names compared without case, accents, punctuation and ways of writing initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.register.folding import folded, name_key, name_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keir Starmer", "KEIR STARMER"),
        ("Emmanuel Macron", "Emmanuel  Macron"),
        ("Thérèse Coffey", "Therese Coffey"),
        ("Michelle O'Neill", "Michelle O’Neill"),
        ("J.D. Vance", "J. D. Vance"),
        ("J.D. Vance", "JD Vance"),
        ("Ban Ki-moon", "Ban Ki Moon"),
        ("Radosław Sikorski", "Radoslaw Sikorski"),
        ("Binali Yıldırım", "Binali Yildirim"),
        ("Lars Løkke Rasmussen", "Lars Lokke Rasmussen"),
    ],
)
def test_ways_of_writing_a_name_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Keir Starmer", "Keith Starmer"), ("Donald Trump", "Donald Trump Jr."), ("Путин", "Putin")],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_letters_of_other_alphabets_are_kept() -> None:
    assert folded("Володимир Зеленський") == "володимир зеленськии"
    assert folded("محمد بن سلمان") == "محمد بن سلمان"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=40))
def test_no_text_breaks_a_key(text: str) -> None:
    for key in name_keys(text):
        assert "\t" not in key
        assert "\n" not in key


def test_a_key_begins_with_the_surname_and_ends_with_the_generation() -> None:
    assert name_key("Ursula von der Leyen") == "leyen ursula von der"
    assert name_key("Donald Trump Jr.") == "trump donald jr"


def test_a_name_is_found_without_its_middle_initials_too() -> None:
    assert list(name_keys("John R. Kasich")) == ["kasich john r", "kasich john"]
    assert list(name_keys("George H. W. Bush Jr."))[-1] == "bush george jr"
