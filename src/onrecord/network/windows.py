"""Windows: the stretches of a report that the encoder sees at once.

A report that fits is one window. A longer one is parted into cores, at paragraph breaks where one
is near; each window is a core with context on both sides, and a word's state is taken from the
window whose core it stands in.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.network.pieces import Pieces

SIZE = 384
"""Most pieces a window holds, without the two marks at its ends; the length it was trained on."""
CONTEXT = 32
"""Pieces of context that a core keeps on either side."""
EARLIEST_BREAK = 0.6
"""A core is cut at the last paragraph break after this share of its length."""


class Window(NamedTuple):
    """Pieces ``[low, high)`` are shown, ``[core_low, core_high)`` are read."""

    low: int
    high: int
    core_low: int
    core_high: int


def plan_windows(pieces: Pieces, size: int = SIZE, context: int = CONTEXT) -> list[Window]:
    """Windows whose cores part the report's pieces exactly, in reading order. Linear in length."""
    total = len(pieces.ids)
    windows: list[Window] = []
    start = 0
    while start < total:
        low = max(0, start - context)
        end = _core_end(pieces, start, low + size, total, context)
        windows.append(
            Window(low, min(total, max(end, min(low + size, end + context))), start, end)
        )
        start = end
    return windows


def _core_end(pieces: Pieces, start: int, reach: int, total: int, context: int) -> int:
    if reach >= total:
        return total
    end = reach - context
    breaks = pieces.breaks
    last = int(np.searchsorted(breaks, end, side="right")) - 1
    if last >= 0 and breaks[last] > start + EARLIEST_BREAK * (end - start):
        return int(breaks[last])
    return _word_start(pieces.first, start, end)


def _word_start(first: NDArray[np.int32], start: int, end: int) -> int:
    """The last word start up to ``end``, so that no word is cut, but after ``start``."""
    at = int(np.searchsorted(first, end, side="right")) - 1
    return int(first[at]) if at >= 0 and first[at] > start else end
