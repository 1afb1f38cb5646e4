"""Judges statements in numpy: which act, and which entity is its target.

Both judges are shown traces of words (network/trace_head.py): of each part of a statement the mean
and the most; of an entity the mean over its words in and around the statement. One hidden layer
each. ``training/deed_model.py`` is the twin; the weights are those of the head "deeds".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.statement import Act
from onrecord.relate.deeds.statement_words import StatementWords

Floats = NDArray[np.float32]
Traces = NDArray[np.float16]


class DeedScorer:
    """``hidden``, ``acts``, ``candidate``, ``target``: a weight and a bias each; ``nobody`` (11,).

    ``nobody[act]`` is the score against which candidates for that act's target are held.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._w = {name: np.ascontiguousarray(one, np.float32) for name, one in weights.items()}

    def acts(self, shown: Floats) -> Floats:
        """(statements, F) as ``shown_of`` -> (statements, 11) probabilities of the acts."""
        scores = self._linear("acts", np.maximum(self._linear("hidden", shown), 0))
        return _softmax(scores)

    def targets(self, rows: Floats, act: int) -> Floats:
        """(candidates, G) -> (candidates + 1,) probabilities; the last is that of no target."""
        of_act = np.zeros((len(rows), len(Act)), np.float32)
        of_act[:, act] = 1
        seen = np.concatenate([rows, of_act], 1)
        scores = self._linear("target", np.maximum(self._linear("candidate", seen), 0))[:, 0]
        return _softmax(np.append(scores, self._w["nobody"][act]))

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return product


def shown_of(statement: StatementWords, traces: Traces) -> Floats:
    """(F,) all that is shown of a statement: mean and most of each part, then its signs."""
    width = traces.shape[1]
    pooled = [pool(traces, part) for part in statement.parts]
    shown = [part if part is not None else np.zeros(2 * width, np.float32) for part in pooled]
    return np.concatenate([*shown, statement.signs])


def pool(traces: Traces, at: Sequence[int]) -> Floats | None:
    """(2 R,) mean and most over the words at ``at``; None where there are none."""
    if not at:
        return None
    rows = traces[np.array(at)].astype(np.float32)
    return np.concatenate([rows.mean(0), rows.max(0)])


def _softmax(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = odds / odds.sum(-1, keepdims=True)
    return shares
