"""What a word is by itself: the mean of its pieces' embeddings, before any context.

After six layers that were taught to find sources and cues, a state says more of a word's part in
its sentence than of what the word is; for a name that is half the evidence.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from onrecord.network.pieces import Pieces, Shape

Floats = NDArray[np.float32]
Embed = Callable[[NDArray[np.int32]], Floats]
"""Piece ids (pieces,) -> their embeddings (pieces, D)."""


def word_vectors(pieces: Pieces, embed: Embed, first: int, last: int) -> Floats:
    """Of the report's words ``[first, last)``: (last - first, D)."""
    starts = pieces.first[first:last]
    if not len(starts):
        return embed(pieces.ids[:0])
    ends = np.append(pieces.first[first + 1 : last + 1], len(pieces.ids))[: last - first]
    # A paragraph break before the next word is no part of this one.
    counts = ends - starts - (pieces.shapes[ends - 1] == Shape.NOTHING)
    vectors = embed(pieces.ids[starts])
    several = np.flatnonzero(counts > 1)
    if len(several):
        vectors[several] = _means(pieces, embed, starts[several], counts[several])
    return vectors


def _means(
    pieces: Pieces, embed: Embed, starts: NDArray[np.int32], counts: NDArray[np.int64]
) -> Floats:
    """Means of the embeddings of ``counts`` pieces from each of ``starts`` on."""
    places = np.cumsum(counts) - counts
    within = np.arange(counts.sum()) - np.repeat(places, counts)
    vectors = embed(pieces.ids[np.repeat(starts, counts) + within])
    sums: Floats = np.add.reduceat(vectors, places)
    sums /= counts[:, None]
    return sums
