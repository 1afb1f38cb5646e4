"""Edited texts know where the old words went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.edits import Edit, EditedText
from onrecord.domain.span import Span


@st.composite
def texts_with_edits(draw: st.DrawFn, inserting: bool = True) -> tuple[str, list[Edit]]:
    text = draw(st.text(max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    bounds = zip(cuts[::2], cuts[1::2], strict=False)
    edits = []
    for start, end in bounds:
        inserts = inserting and draw(st.booleans())
        edits.append(Edit(start, start if inserts else end, draw(st.text(max_size=4))))
    return text, edits


@st.composite
def edited_with_span(draw: st.DrawFn) -> tuple[str, list[Edit], Span]:
    text, edits = draw(texts_with_edits())
    start = draw(st.integers(0, len(text)))
    return text, edits, Span(start, draw(st.integers(start, len(text))))


@given(edited_with_span())
def test_a_span_that_no_edit_touches_keeps_its_words(case: tuple[str, list[Edit], Span]) -> None:
    text, edits, span = case
    if any(edit.start < span.end and edit.end > span.start for edit in edits):
        return
    edited = EditedText(text, edits)
    moved = edited.moved(span)
    assert edited.text[moved.start : moved.end] == text[span.start : span.end]


@given(edited_with_span())
def test_a_span_holding_whole_edits_moves_to_their_result(
    case: tuple[str, list[Edit], Span],
) -> None:
    text, edits, span = case
    touching = [edit for edit in edits if edit.start < span.end and edit.end > span.start]
    inside = [edit for edit in touching if span.start <= edit.start and edit.end <= span.end]
    if inside != touching:
        return
    shifted = [Edit(e.start - span.start, e.end - span.start, e.replacement) for e in inside]
    edited, alone = EditedText(text, edits), EditedText(text[span.start : span.end], shifted)
    moved = edited.moved(span)
    assert edited.text[moved.start : moved.end] == alone.text


@given(texts_with_edits(inserting=False))
def test_edits_undone_give_the_text_back(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    edited = EditedText(text, edits)
    undone = [
        Edit(*edited.moved(Span(edit.start, edit.end)), text[edit.start : edit.end])
        for edit in edits
    ]
    assert EditedText(edited.text, undone).text == text


def test_what_is_inserted_at_a_bound_stays_outside_the_span() -> None:
    edited = EditedText("he said", [Edit(0, 0, "LONDON – "), Edit(7, 7, "!")])
    moved = edited.moved(Span(0, 7))
    assert edited.text[moved.start : moved.end] == "he said"


def test_a_span_cutting_into_an_edit_takes_it_in_whole() -> None:
    edited = EditedText("the U.S. said", [Edit(4, 8, "US")])
    moved = edited.moved(Span(0, 6))
    assert edited.text[moved.start : moved.end] == "the US"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        EditedText("abc", [Edit(0, 2, ""), Edit(1, 3, "")])
