"""B-cubed by hand: what a merged, a split, a missing and a made-up mention cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.chain_scoring import b_cubed, completed

CHAINS = st.dictionaries(st.integers(0, 12), st.integers(0, 3))


def chains(*groups: str) -> dict[str, int]:
    """``chains("abc", "d")``: mentions a, b and c in one chain, d in another."""
    return {mention: number for number, group in enumerate(groups) for mention in group}


def test_the_example_of_bagga_and_baldwin() -> None:
    truth = chains("12345", "67", "89abc")
    first = b_cubed(truth, chains("12345", "6789abc"))
    second = b_cubed(truth, chains("1234589abc", "67"))
    assert (first.precision, first.recall) == (pytest.approx(0.76, abs=0.005), 1.0)
    assert (second.precision, second.recall) == (pytest.approx(0.58, abs=0.005), 1.0)


def test_one_chain_split_in_two_costs_recall_alone() -> None:
    split = b_cubed(chains("abcd"), chains("ab", "cd"))
    assert (split.precision, split.recall) == (1.0, 0.5)


def test_a_mention_not_found_costs_recall_and_one_made_up_precision() -> None:
    partly = b_cubed(chains("ab"), chains("a", "x"))
    assert (partly.precision, partly.recall) == (0.5, 0.25)


def test_completed_a_missing_mention_stands_alone_and_a_made_up_one_is_left_aside() -> None:
    gold = chains("ab", "c")
    partly = b_cubed(gold, completed(gold, chains("b", "x")))
    assert (partly.precision, partly.recall) == (1.0, pytest.approx(2 / 3))


def test_nothing_found_is_nought_and_does_not_raise() -> None:
    assert b_cubed(chains("ab"), {}).f1 == 0.0


@given(CHAINS)
def test_the_labels_themselves_are_perfect(gold: dict[int, int]) -> None:
    same = b_cubed(gold, gold)
    assert (same.precision, same.recall) == ((1.0, 1.0) if gold else (0.0, 0.0))


@given(CHAINS, CHAINS)
def test_precision_one_way_is_recall_the_other(one: dict[int, int], other: dict[int, int]) -> None:
    assert b_cubed(one, other).precision == b_cubed(other, one).recall
