"""The judges of acts and targets give shares that sum to one, by the parts that they are shown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.statement import Act
from onrecord.relate.deeds.candidates import FEATURES
from onrecord.relate.deeds.deed_scorer import DeedScorer, pool, shown_of
from onrecord.relate.deeds.statement_words import SIGNS, StatementWords
from tests.relate.deeds.judges import RANK, SHOWN, blank, random_judge


def test_shares_of_acts_sum_to_one() -> None:
    shown = np.random.default_rng(1).normal(size=(5, SHOWN)).astype(np.float32)
    shares = DeedScorer(random_judge(1)).acts(shown)
    assert shares.shape == (5, len(Act))
    assert shares.sum(1).tolist() == pytest.approx([1] * 5)


def test_shares_of_targets_have_one_more_for_nobody() -> None:
    rows = np.zeros((3, FEATURES + 2 * RANK), np.float32)
    weights = blank()
    weights["nobody"][2] = 50
    judge = DeedScorer(weights)
    assert judge.targets(rows, 0).tolist() == pytest.approx([0.25] * 4)
    assert judge.targets(rows, 2).tolist() == pytest.approx([0, 0, 0, 1])


def test_huge_scores_do_not_overflow() -> None:
    weights = blank()
    weights["acts.bias"][3] = 1e6
    shares = DeedScorer(weights).acts(np.zeros((1, SHOWN), np.float32))
    assert shares[0].tolist() == [0, 0, 0, 1, *[0] * (len(Act) - 4)]


def test_a_part_is_its_mean_and_its_most() -> None:
    traces = np.array([[0, 8], [2, 4], [4, 0]], np.float16)
    pooled = pool(traces, (0, 1))
    assert pooled is not None
    assert pooled.tolist() == [1, 6, 2, 8]
    assert pool(traces, ()) is None


def test_a_statement_is_shown_part_by_part_and_a_missing_part_is_zeros() -> None:
    traces = np.ones((4, RANK), np.float16)
    signs = np.full(SIGNS, 7, np.float32)
    shown = shown_of(StatementWords((), (0,), (1,), (2, 3), signs), traces)
    assert shown.shape == (SHOWN,)
    assert shown[: 2 * RANK].tolist() == [0] * 2 * RANK
    assert shown[2 * RANK : 8 * RANK].tolist() == [1] * 6 * RANK
    assert shown[8 * RANK :].tolist() == signs.tolist()


@given(st.integers(0, 1000), st.integers(1, 30), st.integers(0, len(Act) - 1))
def test_probabilities_lie_between_nothing_and_one(seed: int, candidates: int, act: int) -> None:
    rng = np.random.default_rng(seed)
    rows = rng.normal(size=(candidates, FEATURES + 2 * RANK), scale=9).astype(np.float32)
    shares = DeedScorer(random_judge(seed)).targets(rows, act)
    assert shares.shape == (candidates + 1,)
    assert 0 <= shares.min() <= shares.max() <= 1
    assert float(shares.sum()) == pytest.approx(1)
