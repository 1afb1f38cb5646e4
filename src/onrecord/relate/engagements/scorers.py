"""The diary's small scorers, in numpy: who took part, where, when, and what is one occasion.

Each is a line plus a small hidden layer over features. ``training/occasion_scorers.py`` fits them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.relate.engagements.links import SIZE

Floats = NDArray[np.float32]


class Scorer:
    """``linear`` (F + 1,), the last its constant; ``hidden.weight`` (H, F); ``hidden.bias`` and
    ``out`` (H,)."""

    def __init__(self, weights: Mapping[str, NDArray[np.floating]]) -> None:
        self._w = {name: np.asarray(array, np.float32) for name, array in weights.items()}

    @property
    def size(self) -> int:
        """How many features it looks at, 0 where nothing is learned."""
        return len(self._w["linear"]) - 1 if self._w else 0

    def shares(self, features: Sequence[Sequence[float]]) -> list[float]:
        """A probability for each row of features; even odds where nothing is learned."""
        if not len(features) or not self._w:
            return [0.5] * len(features)
        x = np.array(features, np.float32)
        hidden = np.maximum(x @ self._w["hidden.weight"].T + self._w["hidden.bias"], 0)
        scores = x @ self._w["linear"][:-1] + self._w["linear"][-1] + hidden @ self._w["out"]
        shares: list[float] = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).tolist()
        return shares


class Scorers:
    """All that is learned of the diary, apart from the network's head.

    ``who``, ``where``, ``when``: whether a name or a time belongs to an occasion; ``same``: whether
    two words tell of one; ``entry``: whether it belongs in a diary. ``least``: the least share to
    take somebody, a place and a time by, to join by, and to keep an entry by.
    """

    def __init__(self, weights: Mapping[str, NDArray[np.floating]]) -> None:
        """``weights``: "who.linear" and so on, and "least" (5,).

        Raises ValueError, or KeyError, when they were fitted for other features.
        """
        self.who, self.where, self.when, self.same, self.entry = (
            Scorer(_part(weights, name)) for name in ("who", "where", "when", "same", "entry")
        )
        if any(one.size not in (0, SIZE) for one in (self.who, self.where, self.when)):
            raise ValueError("weights of the diary's scorers that do not fit their features")
        least = [round(float(one), 4) for one in weights["least"]]
        self.least_who, self.least_where, self.least_when, self.least_same, self.least = least


def _part(
    weights: Mapping[str, NDArray[np.floating]], name: str
) -> dict[str, NDArray[np.floating]]:
    prefix = f"{name}."
    return {
        key.removeprefix(prefix): array for key, array in weights.items() if key.startswith(prefix)
    }
