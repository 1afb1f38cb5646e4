"""What the encoder is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.network.pieces import (
    MOST_PIECES_A_WORD,
    Pieces,
    Shape,
    Vocabulary,
    shape_of,
    to_pieces,
)
from onrecord.network.weights import SHIPPED
from onrecord.segment.article import segment

VOCABULARY = Vocabulary(SHIPPED / "tokenizer.json")


def pieces(text: str) -> Pieces:
    return to_pieces(segment(text), VOCABULARY)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", Shape.LOWER),
        ("Talks", Shape.CAPITAL),
        ("NATO", Shape.CAPITALS),
        ("McCain", Shape.MIXED),
        ("2024", Shape.DIGITS),
        ("“", Shape.QUOTE),
        ("''", Shape.QUOTE),
        ("’s", Shape.LOWER),
        (".", Shape.STOP),
        (",", Shape.SIGN),
    ],
)
def test_a_word_has_a_shape(word: str, shape: Shape) -> None:
    assert shape_of(word) is shape


def test_single_and_double_quotation_marks_look_the_same() -> None:
    double = pieces("“It works,” she said.")
    single = pieces("‘It works,’ she said.")
    assert double.ids.tolist() == single.ids.tolist()
    assert double.quotes.tolist() == single.quotes.tolist()


def test_each_paragraph_begins_with_a_break() -> None:
    found = pieces("One.\n\nTwo.")
    assert found.ids[found.breaks].tolist() == [VOCABULARY.paragraph] * 2


def test_a_very_long_word_is_cut() -> None:
    assert len(VOCABULARY.ids("x" * 10_000)) <= MOST_PIECES_A_WORD


@given(st.text())
def test_every_word_has_a_first_piece_and_arrays_are_parallel(text: str) -> None:
    article = segment(text)
    found = to_pieces(article, VOCABULARY)
    assert len(found.first) == len(article)
    assert len(found.ids) == len(found.shapes) == len(found.quotes)
    assert (found.first[1:] > found.first[:-1]).all()
