"""Windows part a report exactly, whatever its length."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.network.pieces import Pieces
from onrecord.network.windows import plan_windows


def report(lengths: list[int], every: int) -> Pieces:
    """Words of these many pieces, a paragraph break before every ``every``-th."""
    first, breaks, at = [], [], 0
    for number, length in enumerate(lengths):
        if number % every == 0:
            breaks.append(at)
            at += 1
        first.append(at)
        at += length
    nothing = np.zeros(at, np.int8)
    return Pieces(
        np.ones(at, np.int32),
        nothing,
        nothing,
        np.array(first, np.int32),
        np.array(breaks, np.int32),
    )


def test_a_report_that_fits_is_one_window() -> None:
    assert plan_windows(report([1] * 90, 10), size=100, context=20) == [(0, 99, 0, 99)]


def test_an_empty_report_has_no_window() -> None:
    assert plan_windows(report([], 10), size=100, context=20) == []


def test_cores_are_cut_at_paragraph_breaks_and_keep_context() -> None:
    pieces = report([1] * 500, 15)
    windows = plan_windows(pieces, size=100, context=20)
    assert all(window.core_low in pieces.breaks for window in windows)
    assert all(window.core_low - window.low == 20 for window in windows[1:])


@given(st.lists(st.integers(1, 12), max_size=400), st.integers(1, 200))
def test_cores_part_the_pieces_and_no_window_is_too_long(lengths: list[int], every: int) -> None:
    pieces = report(lengths, every)
    windows = plan_windows(pieces, size=100, context=20)
    bounds = [bound for window in windows for bound in (window.core_low, window.core_high)]
    assert bounds == sorted(bounds)
    assert bounds[1:-1:2] == bounds[2::2]
    if windows:
        assert (bounds[0], bounds[-1]) == (0, len(pieces.ids))
    for window in windows:
        assert window.low <= window.core_low < window.core_high <= window.high
        assert window.high - window.low <= 100
