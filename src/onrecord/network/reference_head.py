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

    def references(self, states: Floats) -> References:
        """(words, D) -> both projections, (words, R) each."""
        return References(self._linear("asks", states), self._linear("answers", states))

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return product


def joined(parts: list[References]) -> References:
    """The references of successive stretches as those of the whole report; needs at least one."""
    return References(
        np.concatenate([part.asks for part in parts]),
        np.concatenate([part.answers for part in parts]),
    )
