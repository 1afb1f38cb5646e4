"""The occasion head in numpy: which words tell of an occasion, of what kind, and how it stands.

It is asked only about words of a list (resources/network/occasions.yaml), some three in a hundred.
A layer over the word's state, the mean state of the words around it and its pieces' embeddings.
``training/occasion_model.py`` is its twin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.tagging import TaggedOccasion
from onrecord.resources import word_list

Floats = NDArray[np.float32]

KINDS = 1 + len(EngagementKind)
"""None of them, then the kinds in their order."""
STATUSES = len(Status)
REACH = 4
"""Words on either side whose mean state is shown, as far as the sentence goes."""
LEAST = 0.12
"""Words that are less probably of an occasion are passed over."""


class OccasionHead:
    """``hidden`` and ``out``, a weight and a bias each; the first ``KINDS`` scores are kinds'."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        names = [f"{layer}.{part}" for layer in ("hidden", "out") for part in ("weight", "bias")]
        self._w = {name: np.ascontiguousarray(weights[name], np.float32) for name in names}

    def occasions(self, rows: Floats, words: NDArray[np.int64]) -> Iterator[TaggedOccasion]:
        """Of ``words``, whose rows are (words, 3 D), those that may tell of an occasion."""
        kinds, statuses = self.shares(rows)
        for at in np.flatnonzero(kinds[:, 0] <= 1 - LEAST).tolist():
            yield TaggedOccasion(
                int(words[at]), tuple(kinds[at, 1:].tolist()), tuple(statuses[at].tolist())
            )

    def shares(self, rows: Floats) -> tuple[Floats, Floats]:
        """(words, ``KINDS``) and (words, ``STATUSES``) probabilities; each row sums to 1."""
        scores = self._linear("out", np.maximum(self._linear("hidden", rows), 0))
        return _softmax(scores[:, :KINDS]), _softmax(scores[:, KINDS:])

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return product


def candidates(words: Sequence[str]) -> NDArray[np.int64]:
    """Which of the words are on the list."""
    listed = occasion_words()
    found = [at for at, word in enumerate(words) if word.lower() in listed]
    return np.array(found, np.int64)


def beside(states: Floats, sentences: NDArray[np.int32], at: NDArray[np.int64]) -> Floats:
    """(words, D) -> (len(at), 2 D): the states at ``at``, and the mean state of what is around."""
    total = np.zeros((len(at), states.shape[1]), np.float32)
    count = np.zeros(len(at), np.float32)
    for way in (*range(-REACH, 0), *range(1, REACH + 1)):
        near = np.clip(at + way, 0, len(states) - 1)
        together = (near == at + way) & (sentences[near] == sentences[at])
        total += states[near] * together[:, None]
        count += together
    return np.concatenate([states[at], total / np.maximum(1, count)[:, None]], 1)


@cache
def occasion_words() -> frozenset[str]:
    """The listed words, in lower case."""
    lists = word_list("network", "occasions")
    return frozenset(
        word for name, words in lists.items() if name not in ("origin", "licence") for word in words
    )


def _softmax(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = odds / odds.sum(-1, keepdims=True)
    return shares
