"""Traces of words: one layer over state and vector, written where the words stand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.network.trace_head import TraceHead

RANK, WIDTH = 3, 4


def head(seed: int = 1) -> tuple[TraceHead, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    weight = rng.normal(size=(RANK, 2 * WIDTH)).astype(np.float32)
    bias = rng.normal(size=RANK).astype(np.float32)
    return TraceHead({"trace.weight": weight, "trace.bias": bias}), weight, bias


def rows(words: int, seed: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """States and vectors."""
    both = np.random.default_rng(seed).normal(size=(2, words, WIDTH)).astype(np.float32)
    return both[0], both[1]


def test_a_trace_is_what_is_positive_of_a_layer_over_state_and_vector() -> None:
    reading, weight, bias = head()
    states, vectors = rows(5)
    traces = reading.blank(5)
    reading.fill(traces, 0, states, vectors)
    expected = np.maximum(np.concatenate([states, vectors], 1) @ weight.T + bias, 0)
    assert traces == pytest.approx(expected, rel=2e-3, abs=2e-3)
    assert traces.dtype == np.float16


def test_a_stretch_is_written_at_its_place_and_nowhere_else() -> None:
    reading, _, _ = head()
    traces = reading.blank(9)
    reading.fill(traces, 4, *rows(2))
    assert not traces[:4].any()
    assert traces[4:6].any()
    assert not traces[6:].any()


def test_a_report_without_words_has_no_traces() -> None:
    assert head()[0].blank(0).shape == (0, RANK)


@given(st.integers(0, 12), st.integers(0, 12))
def test_stretch_by_stretch_gives_what_the_whole_gives(words: int, cut: int) -> None:
    reading, _, _ = head()
    states, vectors = rows(words)
    cut = min(cut, words)
    whole, parts = reading.blank(words), reading.blank(words)
    reading.fill(whole, 0, states, vectors)
    reading.fill(parts, 0, states[:cut], vectors[:cut])
    reading.fill(parts, cut, states[cut:], vectors[cut:])
    assert parts == pytest.approx(whole, rel=2e-3, abs=1e-5)
