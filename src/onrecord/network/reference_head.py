"""The reference head in numpy: two projections of each word, to compare pronouns and names by."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.tagging import References

Floats = NDArray[np.float32]


class ReferenceHead:
    """``asks`` and ``answers``, each a weight (R, D) and a bias (R,)."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._w = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items()}

    def blank(self, words: int) -> References:
        """Room for the references of so many words; filled stretch by stretch, never copied."""
        rank = len(self._w["asks.bias"])
        return References(*(np.zeros((words, rank), np.float32) for _ in range(2)))

    def fill(self, references: References, first: int, states: Floats) -> None:
        """Write both projections of the words from ``first``, whose states are (words, D)."""
        last = first + len(states)
        references.asks[first:last] = self._linear("asks", states)
        references.answers[first:last] = self._linear("answers", states)

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return product
