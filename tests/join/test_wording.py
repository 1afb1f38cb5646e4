"""Texts as numbers that are the same on every machine, whatever is written."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.join.wording import folded, runs, smallest, wording


def test_words_are_compared_without_case_marks_and_titles() -> None:
    assert folded("Mr. Roe’s U.S. wall—“THE Wall”!") == ["roe's", "us", "wall", "the", "wall"]


def test_words_in_quotation_marks_are_known_whatever_the_marks() -> None:
    for text in ("a “b c” d", 'a "b c" d', "a ‘b c’ d"):
        assert wording(text).quoted.tolist() == [False, True, True, False]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert not wording("the boats’ owners and the town’s fishermen").quoted.any()


def test_numbers_are_the_same_in_every_process() -> None:
    program = (
        "from onrecord.join.wording import runs, wording;"
        "print(*runs(wording('the old harbour wall').words, 3))"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, text=True
        ).stdout
        for _ in range(2)
    ]
    assert told[0] == told[1] == "13151817671466377501 8062963502533543484\n"


@given(st.text())
def test_any_text_has_a_wording(text: str) -> None:
    found = wording(text)
    assert len(found.words) == len(found.quoted) == len(folded(text)) or "“" in text or "'" in text
    for length in (1, 3, 7):
        assert len(found.shingles(length)) == len(found.own(length))


@given(st.lists(st.integers(0, 2**64 - 1)), st.integers(0, 20))
def test_the_smallest_are_different_and_in_order(hashes: list[int], most: int) -> None:
    found = smallest(np.array(hashes, dtype=np.uint64), most)
    assert list(found) == sorted({one >> 1 for one in hashes})[:most]


@given(st.lists(st.sampled_from(["wall", "sea", "boat"]), max_size=12), st.integers(1, 4))
def test_equal_runs_of_words_have_equal_numbers(words: list[str], length: int) -> None:
    found = runs(wording(" ".join(words)).words, length).tolist()
    spelled = [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]
    assert len(found) == len(spelled)
    assert len(set(found)) == len(set(spelled))
    assert len(set(zip(found, spelled, strict=True))) == len(set(spelled))
