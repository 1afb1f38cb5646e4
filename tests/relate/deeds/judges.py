"""Made-up weights of the judges of deeds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.statement import Act
from onrecord.relate.deeds.candidates import FEATURES
from onrecord.relate.deeds.statement_words import PLAIN_SIGNS, SIGNS

RANK = 3
SHOWN = 4 * 2 * RANK + SIGNS
"""Columns that the judge of acts is shown."""
_SHAPES = {
    "hidden.weight": (len(Act), SHOWN),
    "hidden.bias": (len(Act),),
    "acts.weight": (len(Act), len(Act)),
    "acts.bias": (len(Act),),
    "candidate.weight": (2, FEATURES + 2 * RANK + len(Act)),
    "candidate.bias": (2,),
    "target.weight": (1, 2),
    "target.bias": (1,),
    "nobody": (len(Act),),
}
Weights = dict[str, NDArray[np.float32]]


def blank() -> Weights:
    """Weights that know nothing: every act and every target is as likely as any other."""
    return {name: np.zeros(shape, np.float32) for name, shape in _SHAPES.items()}


def random_judge(seed: int) -> Weights:
    rng = np.random.default_rng(seed)
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in _SHAPES.items()}


def by_cue() -> Weights:
    """Weights that take the act that the cue's verb is listed for, and the object of the cue."""
    weights = blank()
    first = SHOWN - SIGNS + PLAIN_SIGNS
    weights["hidden.weight"][:, first : first + len(Act)] = np.eye(len(Act))
    weights["acts.weight"] += np.eye(len(Act), dtype=np.float32) * 9
    weights["candidate.weight"][0, 9] = 1
    weights["target.weight"][0, 0] = 9
    weights["nobody"][:] = 3
    return weights
