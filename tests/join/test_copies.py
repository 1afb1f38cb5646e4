"""A report's copies are known by the reporter's own words, in whatever a desk made of them."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.join.copies import ROWS, are_copies, bands, likeness
from tests.join.reports import CUT, OF_THE_SAME_EVENING, PARAGRAPHS, RESTYLED, WALL

ANY = st.text(max_size=400) | st.lists(
    st.sampled_from(WALL.split()) | st.sampled_from(["“", "”", "‘", "’", '"', "\n\n"]), max_size=120
).map(" ".join)


@pytest.mark.parametrize(("one", "other"), list(combinations((WALL, RESTYLED, CUT), 2)))
def test_what_a_desk_made_of_a_report_is_a_copy_and_shares_a_band(one: str, other: str) -> None:
    assert are_copies(one, other)
    assert set(bands(one)) & set(bands(other))


def test_a_report_cut_to_a_third_is_wholly_contained() -> None:
    found = likeness("\n\n".join(PARAGRAPHS[:3]), WALL)
    assert found.containment == 1.0
    assert found.resemblance < 0.5


def test_an_independent_report_with_the_same_quotation_is_no_copy() -> None:
    assert likeness(WALL, OF_THE_SAME_EVENING).resemblance > 0
    assert not are_copies(WALL, OF_THE_SAME_EVENING)


def test_reports_that_have_nothing_but_a_speech_in_common_are_no_copies() -> None:
    speech = f"“{' '.join(PARAGRAPHS[2:5])}”"
    one, other = (f"{' '.join(PARAGRAPHS[at : at + 1])} {speech}" for at in (5, 6))
    assert likeness(one, other).containment > 0.7
    assert not are_copies(one, other)


def test_a_note_of_two_lines_is_a_copy_only_of_nearly_the_same() -> None:
    note = "Ely’s council voted on Thursday to rebuild the harbour wall, a clerk said."
    assert are_copies(note, note.replace("Ely’s", "ELY (PA) – The"))
    assert not are_copies(note, note[:40] + " put off the ferry until the spring came again.")


@given(ANY, ANY)
def test_likeness_is_the_same_in_either_order_and_is_a_share(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found == likeness(other, one)
    assert are_copies(one, other) == are_copies(other, one)
    assert 0 <= found.resemblance <= found.containment <= 1
    assert found.own is None or 0 <= found.own <= 1


@given(ANY)
def test_a_text_is_its_own_copy_if_it_has_words_enough(text: str) -> None:
    found = likeness(text, text)
    assert are_copies(text, text) == (found.resemblance == 1.0)


@given(ANY)
def test_bands_are_few_integers_that_a_database_takes(text: str) -> None:
    found = bands(text)
    assert len(found) == len(set(found)) <= ROWS
    assert all(0 <= band < 2**63 for band in found)
    assert bands(text) == found


@given(st.sets(st.sampled_from(range(len(PARAGRAPHS))), min_size=2))
def test_copies_with_paragraphs_left_out_share_a_band(kept: set[int]) -> None:
    text = "\n".join(PARAGRAPHS[at] for at in sorted(kept))
    assert are_copies(text, WALL)
    assert set(bands(text)) & set(bands(WALL))
