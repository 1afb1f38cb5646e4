"""A quotation is read for its words; what is no word of it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadQuotation
from onrecord.query.verify.quoted import LONGEST, quoted


def test_marks_ellipses_and_sic_are_no_words() -> None:
    one = quoted("“The wall … wil [sic] be rebuilt …”")
    assert one.keys == ("the", "wall", "wil", "be", "rebuilt")
    assert one.gaps == {2}


def test_a_part_keeps_its_places_in_the_whole() -> None:
    text = "The wall … will be [fully] rebuilt"
    part = quoted(text).part(1, 4)
    assert part.keys == ("wall", "will", "be")
    assert part.gaps == {1}
    assert text[slice(*part.slice(0, 3))] == "wall … will be "
    assert text[slice(*quoted(text).slice(4, 5))] == "[fully] "


@pytest.mark.parametrize("text", ["", " … ", "“”", "?", "[sic]"])
def test_a_quotation_without_words_is_refused(text: str) -> None:
    with pytest.raises(BadQuotation, match="no word"):
        quoted(text)


def test_a_whole_report_is_no_quotation() -> None:
    with pytest.raises(BadQuotation, match="in parts"):
        quoted("a " * LONGEST)


@given(st.text(max_size=80))
def test_all_slices_together_are_the_quotation(text: str) -> None:
    try:
        one = quoted(text)
    except BadQuotation:
        return
    many = len(one.words)
    assert "".join(text[slice(*one.slice(at, at + 1))] for at in range(many)) == text
