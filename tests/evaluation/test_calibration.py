"""Probabilities that keep their word have no calibration error; boasts have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.calibration import (
    Judged,
    bins,
    calibration_error,
    judged_attributions,
    judged_sources,
)
from evaluation.words import Worded

PROBABILITIES = st.floats(0, 1)


def worded(source: set[int], content: set[int]) -> Worded:
    return Worded(frozenset(source), frozenset(), frozenset(content), quoted=False)


def error(judged: list[Judged]) -> float:
    return calibration_error(bins(judged))


def test_four_in_five_right_at_point_eight_is_no_error() -> None:
    assert error([Judged(0.8, True)] * 4 + [Judged(0.8, False)]) == pytest.approx(0)


def test_always_sure_and_always_wrong_is_the_whole_error() -> None:
    assert error([Judged(1.0, False)] * 3) == 1.0


def test_bins_are_weighted_by_their_items() -> None:
    judged = [Judged(0.95, True)] * 3 + [Judged(0.15, True)]
    assert error(judged) == pytest.approx((3 * 0.05 + 1 * 0.85) / 4)


def test_gaps_in_two_bins_do_not_cancel() -> None:
    judged = [Judged(0.2, True), Judged(0.8, False)]
    assert error(judged) == pytest.approx(0.8)


def test_no_items_are_no_error() -> None:
    assert error([]) == 0.0


@given(st.lists(st.builds(Judged, PROBABILITIES, st.booleans())))
def test_the_error_is_a_share_and_no_item_is_lost(judged: list[Judged]) -> None:
    filled = bins(judged)
    assert sum(one.items for one in filled) == len(judged)
    assert 0 <= calibration_error(filled) <= 1 + 1e-9


def test_an_attribution_is_right_when_content_and_source_match() -> None:
    gold = [worded({1}, {2, 3})]
    predicted = [worded({9}, {2, 3}), worded({1}, {2})]
    judged = judged_attributions(gold, predicted, [0.9, 0.6])
    assert judged == [Judged(0.9, False), Judged(0.6, True)]


def test_a_source_is_judged_only_where_the_content_was_found() -> None:
    gold = [worded({1}, {2, 3})]
    predicted = [worded({9}, {2, 3}), worded({1}, {50})]
    assert judged_sources(gold, predicted, [0.9, 0.6]) == [Judged(0.9, False)]


def test_a_source_without_a_probability_of_its_words_is_not_judged_by_them() -> None:
    gold = [worded({1}, {2, 3})]
    assert judged_sources(gold, [worded({9}, {2, 3})], [None]) == []
