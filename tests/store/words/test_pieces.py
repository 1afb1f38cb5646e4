"""Paragraphs as they are kept: all of the text, found again by place."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.store.words.pieces import LONGEST, Pieces, pieces

TEXTS = st.text(st.sampled_from("ab \n\t\r\u2028é😀")) | st.text()


@given(TEXTS)
@example("\n\n a\n\nb")
@example("x" * (2 * LONGEST + 5) + " y")
def test_pieces_join_to_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(len(piece) <= LONGEST + 1 or not piece.strip() for piece in pieces(text))


@given(TEXTS, st.data())
def test_the_pieces_of_a_span_hold_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = Pieces(text)
    found = sorted(cut.of([Span(start, end)]))
    if start < end:
        joined = "".join(cut.texts[place] for place in found)
        offset = start - cut.starts[found[0]]
        assert joined[offset : offset + end - start] == text[start:end]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One.\n\nTwo,\nstill two.\n\nThree.", ("One.\n\n", "Two,\nstill two.\n\n", "Three.")),
        ("One.\nTwo.\n", ("One.\n", "Two.\n")),
        ("", ()),
    ],
)
def test_blank_lines_part_paragraphs_and_lines_where_there_are_none(
    text: str, cut: tuple[str, ...]
) -> None:
    assert pieces(text) == cut
