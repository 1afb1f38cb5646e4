"""What a word is by itself: the mean of its pieces' embeddings, before any context.

After six layers that were taught to find sources and cues, a state says more of a word's part in
its sentence than of what the word is; for a name that is half the evidence.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from onrecord.network.pieces import Pieces

Floats = NDArray[np.float32]
Embed = Callable[[NDArray[np.int32]], Floats]
"""Piece ids (pieces,) -> their embeddings (pieces, D)."""


def word_vectors(pieces: Pieces, embed: Embed, first: int, last: int) -> Floats:
    """Of the report's words ``[first, last)``: (last - first, D)."""
    starts = pieces.first[first:last]
    if not len(starts):
        return embed(pieces.ids[:0])
    low = int(starts[0])
    high = int(pieces.first[last]) if last < len(pieces.first) else len(pieces.ids)
    vectors = embed(pieces.ids[low:high])
    breaks = pieces.breaks[(pieces.breaks >= low) & (pieces.breaks < high)] - low
    vectors[breaks] = 0  # a paragraph break before the next word is no part of this one
    sums: Floats = np.add.reduceat(vectors, starts - low)
    sums /= np.add.reduceat(_but(breaks, high - low), starts - low)[:, None]
    return sums


def _but(breaks: NDArray[np.int32], length: int) -> Floats:
    ones = np.ones(length, np.float32)
    ones[breaks] = 0
    return ones
