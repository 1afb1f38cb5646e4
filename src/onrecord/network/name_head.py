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
from onrecord.network.decoder import class_probabilities, decode

Floats = NDArray[np.float32]

AGREEMENT = 0.5
"""How far a word is drawn to what all occurrences of it are: 0 not at all, 1 to one answer."""
UNSURE = 1e-4
_CLASS_OF_TAG = np.array([0, 1, 1, 2, 2, 3, 3])
"""Outside, then the kinds."""


class NameHead:
    """``hidden`` and ``tags``, a weight and a bias each. ``tag_bias``: see ``decoder.decode``."""

    def __init__(self, weights: Mapping[str, Floats], tag_bias: Floats) -> None:
        self._w = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items()}
        self._bias = tag_bias

    def names(
        self, rows: Floats, paragraphs: NDArray[np.int32], forms: NDArray[np.int32]
    ) -> tuple[TaggedName, ...]:
        """Names among successive words; ``rows``: of ``rows_of``, ``paragraphs``: (words,).

        ``forms``, (words,): the same number for the same written word, -1 without a capital. A word
        that no capital is near is outside every name, and is not looked at.
        """
        near = near_capitals(forms)
        if not len(near):
            return ()
        logs = agreeing(self.tags(rows, paragraphs, near), forms[near])
        found = decode(logs, _runs(near, paragraphs), self._bias)
        return tuple(
            TaggedName(NameKind(label), int(near[first]), int(near[last - 1]) + 1, score)
            for label, first, last, score in found
        )

    def tags(self, rows: Floats, paragraphs: NDArray[np.int32], at: NDArray[np.int64]) -> Floats:
        """(len(at), 7) log-probabilities of the words at ``at``."""
        seen = with_neighbours(rows, paragraphs, at)
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


def near_capitals(forms: NDArray[np.int32]) -> NDArray[np.int64]:
    """Indices of the words that have a capital, and of one word before and two after such.

    Two after, for "Ban Ki-moon".
    """
    capital = np.concatenate([[False, False], forms >= 0, [False]])
    return np.flatnonzero(capital[2:-1] | capital[1:-2] | capital[:-3] | capital[3:])


def _runs(near: NDArray[np.int64], paragraphs: NDArray[np.int32]) -> NDArray[np.int32]:
    """(len(near),) a number for each run of successive words of one paragraph, ascending."""
    parted = (np.diff(near) > 1) | (np.diff(paragraphs[near]) > 0)
    return np.append(0, np.cumsum(parted)).astype(np.int32)


def with_neighbours(rows: Floats, paragraphs: NDArray[np.int32], at: NDArray[np.int64]) -> Floats:
    """(words, F) -> (len(at), 3 F): of each word at ``at`` the one before, itself, the one after.

    Beyond either end of the paragraph is nothing, 0.
    """
    seen = np.empty((len(at), 3, rows.shape[1]), np.float32)
    for place, way in enumerate((-1, 0, 1)):
        beside = np.clip(at + way, 0, len(rows) - 1)
        seen[:, place] = rows[beside]
        seen[(paragraphs[beside] != paragraphs[at]) | (beside != at + way), place] = 0
    return seen.reshape(len(at), -1)


def agreeing(logs: Floats, forms: NDArray[np.int32]) -> Floats:
    """Log-probabilities (words, 7), each drawn to the mean of its word's occurrences.

    What is settled where a report says "Ann Quill" helps where it says only "Quill". The result is
    normalised again.
    """
    shares = np.exp(logs)
    classes = np.concatenate([shares[:, :1], class_probabilities(shares)], 1)
    known = np.flatnonzero(forms >= 0)
    _, form = np.unique(forms[known], return_inverse=True)
    times = np.bincount(form)
    means = [np.bincount(form, classes[known, one]) / np.maximum(1, times) for one in range(4)]
    mean = np.stack(means, 1)[form].astype(np.float32)
    pull = AGREEMENT * (np.log(mean + UNSURE) - np.log(classes[known] + UNSURE))
    drawn = logs.copy()
    drawn[known] += pull[:, _CLASS_OF_TAG]
    drawn -= np.log(np.exp(drawn).sum(1, keepdims=True))
    return drawn
