"""Labels and predictions are paired one to one, the most alike first."""

from __future__ import annotations

from evaluation.pairing import pairs


def alike(label: str, read: str) -> float:
    return len(set(label) & set(read)) / len(set(label) | set(read))


def test_the_most_alike_are_paired_first() -> None:
    assert pairs(["abc", "abd"], ["abd", "abc"], alike) == {0: 1, 1: 0}


def test_each_is_used_once_and_what_has_no_likeness_is_left_out() -> None:
    assert pairs(["ab", "ab", "xy"], ["ab"], alike) == {1: 0}


def test_nothing_is_paired_with_nothing() -> None:
    assert pairs([], [], alike) == {}
