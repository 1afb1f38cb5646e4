"""What joining is measured on: copies as desks make them, and the table that shows the figures."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from evaluation import copies_read
from evaluation.copies import copied_share, table
from evaluation.requoting import FEWEST, PRINTERS
from evaluation.results import RESULTS, read_result
from evaluation.syndication import DESKS
from evaluation.tables import filled
from tests.join.reports import CUT, OF_THE_SAME_EVENING, WALL


def test_the_tables_on_the_page_are_those_of_the_committed_results(root: Path) -> None:
    page = (root / "docs" / "across.md").read_text(encoding="utf-8")
    shown = table(read_result(RESULTS / "copies.json"))
    assert filled(page, "copies", shown) == page, "run `python -m evaluation.copies`"
    shown = copies_read.table(read_result(RESULTS / "copies_read.json"))
    assert filled(page, "copies_read", shown) == page, "run `python -m evaluation.copies_read`"
    assert "| report edited |" in page
    assert "| direct, in a report edited |" in page


@pytest.mark.parametrize("desk", DESKS)
def test_every_desk_makes_another_text_and_the_same_one_again(desk: str) -> None:
    made = [DESKS[desk](WALL, OF_THE_SAME_EVENING, Random(1)) for _ in range(2)]
    assert made[0] == made[1] != WALL


def test_what_is_cut_is_shorter() -> None:
    assert all(
        len(DESKS["cut by 20–70 %"](WALL, OF_THE_SAME_EVENING, Random(seed))) < len(WALL)
        for seed in range(10)
    )


@pytest.mark.parametrize("printer", PRINTERS)
def test_every_printer_keeps_words_enough_in_marks(printer: str) -> None:
    words = ["we", "have", "looked", "at", "the", "sea", "for", "two", "years"]
    for seed in range(10):
        printed = PRINTERS[printer](words, Random(seed))
        assert sum(word in printed for word in words) >= FEWEST - 1
        assert printed != " ".join(words)


def test_an_alignment_knows_what_was_copied_for_sure() -> None:
    assert copied_share(WALL, CUT) > 0.5
    assert copied_share(WALL, "Nothing of it is here.") == 0
