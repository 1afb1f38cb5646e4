"""The trace head in numpy: a short description of each word, from which statements are judged.

One layer over the encoder's state and the word's own vector. Relating takes the mean and the most
of it over the words of a source, a cue, a content. ``training/deed_model.py`` is its twin.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class TraceHead:
    """``trace``, a weight (R, 2 D) and a bias (R,)."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        weight = np.ascontiguousarray(weights["trace.weight"], np.float32)
        width = weight.shape[1] // 2
        self._of_states = np.ascontiguousarray(weight[:, :width].T)
        self._of_vectors = np.ascontiguousarray(weight[:, width:].T)
        self._bias = np.ascontiguousarray(weights["trace.bias"], np.float32)

    def blank(self, words: int) -> NDArray[np.float16]:
        """Room for the traces of so many words; filled stretch by stretch, never copied."""
        return np.zeros((words, len(self._bias)), np.float16)

    def fill(
        self, traces: NDArray[np.float16], first: int, states: Floats, vectors: Floats
    ) -> None:
        """Write the traces of the words from ``first``; states and vectors are (words, D)."""
        scores = states @ self._of_states
        scores += vectors @ self._of_vectors
        scores += self._bias
        traces[first : first + len(scores)] = np.maximum(scores, 0, out=scores)
