"""The name head in numpy: which words name a person, an organisation or a place.

A layer over a word and its two neighbours in the paragraph, each given by the encoder's state, by
its pieces' embeddings and by its spelling; then tags of begin and inside, decoded by Viterbi.
``training/name_model.py`` is its twin.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.tagging import NameKind, TaggedName
from onrecord.network.decoder import decode

Floats = NDArray[np.float32]


class NameHead:
    """``hidden`` and ``tags``, a weight and a bias each. ``tag_bias``: see ``decoder.decode``."""

    def __init__(self, weights: Mapping[str, Floats], tag_bias: Floats) -> None:
        self._w = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items()}
        self._bias = tag_bias

    def names(self, rows: Floats, paragraphs: NDArray[np.int32]) -> tuple[TaggedName, ...]:
        """Names among successive words; ``rows``: of ``rows_of``, ``paragraphs``: (words,)."""
        found = decode(self.tags(rows, paragraphs), paragraphs, self._bias)
        return tuple(TaggedName(NameKind(one.label), *one[1:]) for one in found)

    def tags(self, rows: Floats, paragraphs: NDArray[np.int32]) -> Floats:
        """(words, 7) log-probabilities."""
        seen = with_neighbours(rows, paragraphs)
        scores = self._linear("tags", np.maximum(self._linear("hidden", seen), 0))
        shifted = scores - scores.max(-1, keepdims=True)
        logs: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
        return logs

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return product


def rows_of(states: Floats, vectors: Floats, spelling: Floats) -> Floats:
    """All that is shown of each word: (words, D), (words, D), (words, F) -> (words, 2 D + F)."""
    return np.concatenate([states, vectors, spelling], 1)


def with_neighbours(rows: Floats, paragraphs: NDArray[np.int32]) -> Floats:
    """(words, F) -> (words, 3 F): the word before, the word, the word after.

    Beyond either end of the paragraph is nothing, 0.
    """
    words, width = rows.shape
    found = np.zeros((words, 3 * width), np.float32)
    found[:, width : 2 * width] = rows
    together = (paragraphs[1:] == paragraphs[:-1])[:, None]
    found[1:, :width] = rows[:-1] * together
    found[:-1, 2 * width :] = rows[1:] * together
    return found
