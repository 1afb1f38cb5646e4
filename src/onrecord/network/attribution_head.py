"""The attribution head in numpy: tags of words, and for each cue which words are its own.

Both read the encoder's state at each word's first piece. The second is a biaffine scorer (Dozat and
Manning 2017) of low rank between a cue and every word of its window, with a bias for the signed
distance in words and in paragraphs that depends on the cue. ``training/heads.py`` is its twin.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

WORD_EDGES = np.array([-128, -64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 3, 5, 9, 17, 33, 65, 129])
"""Upper bounds (exclusive) of the buckets of signed distance in words; 0 is inside the cue."""
PARAGRAPH_REACH = 3
"""Paragraph distances beyond this count as this."""
WORD_BUCKETS = len(WORD_EDGES) + 1
PARAGRAPH_BUCKETS = 2 * PARAGRAPH_REACH + 1
CLASSES = 3
"""Of a word towards a cue: 0 nothing, 1 source, 2 content."""


def distances(first: int, last: int, words: NDArray[np.int32]) -> NDArray[np.int64]:
    """Bucket of each word's signed distance to the cue ``[first, last)``."""
    signed = np.where(words < first, words - first, np.where(words >= last, words - last + 1, 0))
    return np.searchsorted(WORD_EDGES, signed, side="right")


def paragraph_distances(paragraph: int, paragraphs: NDArray[np.int32]) -> NDArray[np.int32]:
    """Bucket of each word's distance to the cue in paragraphs."""
    return np.clip(paragraphs - paragraph, -PARAGRAPH_REACH, PARAGRAPH_REACH) + PARAGRAPH_REACH


class AttributionHead:
    """Matrices of the head, named as in the training; all float32."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._w = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items()}
        self._rank = self._w["key.weight"].shape[0]

    def tags(self, states: Floats) -> Floats:
        """(words, D) -> (words, 7) log-probabilities."""
        return _log_softmax(self._linear("tags", states))

    def keys(self, states: Floats) -> tuple[Floats, Floats]:
        """(words, D) -> what every cue is compared with: (words, rank) and (words, 3)."""
        hidden = np.maximum(self._linear("hidden", states), 0)
        return self._linear("key", hidden), self._linear("word", hidden)

    def links(
        self,
        cue: tuple[int, int],
        states: Floats,
        keys: tuple[Floats, Floats],
        paragraphs: NDArray[np.int32],
    ) -> Floats:
        """For one cue ``[first, last)`` of a window: (words, 3) probabilities of its classes."""
        first, last = cue
        ends = np.concatenate([states[first], states[last - 1]])[None]
        hidden = np.maximum(self._linear("cue", ends), 0)
        query = self._linear("query", hidden).reshape(CLASSES, self._rank)
        near = self._linear("near", hidden).reshape(CLASSES, WORD_BUCKETS)
        close = self._linear("close", hidden).reshape(CLASSES, PARAGRAPH_BUCKETS)
        key, word = keys
        scores = key @ query.T * np.float32(self._rank**-0.5) + word
        scores += near.T[distances(first, last, np.arange(len(states), dtype=np.int32))]
        scores += close.T[paragraph_distances(int(paragraphs[first]), paragraphs)]
        return np.exp(_log_softmax(scores))

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return product


def _log_softmax(x: Floats) -> Floats:
    shifted = x - x.max(-1, keepdims=True)
    logs: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return logs
