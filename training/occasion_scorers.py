"""Fits the diary's small scorers: a line plus a small hidden layer, AdamW, seeded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

Arrays = dict[str, NDArray[np.float32]]

RATE = 5e-3
PARTS = 8
"""Batches of an epoch."""


@dataclass(frozen=True)
class Pairs:
    """What a scorer learns from: ``x`` (N, F), ``group`` (N,) and ``y`` (groups,).

    Rows of one group stand for one question, which the highest of them answers: an entity is named
    near an occasion several times.
    """

    x: NDArray[np.float32]
    group: NDArray[np.int64]
    y: NDArray[np.float32]


@dataclass(frozen=True)
class Recipe:
    """How a scorer is trained. ``hidden``: width of its hidden layer."""

    hidden: int
    epochs: int = 40
    decay: float = 0.1
    seed: int = 1


class _Scorer(nn.Module):
    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.linear = nn.Linear(width, 1)
        self.hidden = nn.Linear(width, hidden)
        self.out = nn.Linear(hidden, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(N, F) -> (N,) log-odds."""
        hidden = F.dropout(F.relu(self.hidden(x)), 0.2, self.training)
        scores: Tensor = (self.linear(x) + self.out(hidden))[:, 0]
        return scores


def fitted_scorer(pairs: Pairs, recipe: Recipe) -> Arrays:
    """The arrays of ``relate.engagement_scorers.Scorer``."""
    torch.manual_seed(recipe.seed)
    x, y = torch.from_numpy(pairs.x), torch.from_numpy(pairs.y)
    group = torch.from_numpy(pairs.group)
    scorer = _Scorer(x.shape[1], recipe.hidden)
    steps = recipe.epochs * PARTS
    optimiser = torch.optim.AdamW(scorer.parameters(), RATE, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    for _ in range(recipe.epochs):
        part_of = torch.randint(0, PARTS, (len(y),))
        for part in range(PARTS):
            loss = _loss(scorer, x, y, group, part_of == part)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    return _arrays(scorer)


def _loss(scorer: _Scorer, x: Tensor, y: Tensor, group: Tensor, chosen: Tensor) -> Tensor:
    rows = chosen[group]
    highest = torch.full((len(y),), -30.0)
    scores = scorer(x[rows])
    highest = highest.scatter_reduce(0, group[rows], scores, "amax")
    return F.binary_cross_entropy_with_logits(highest[chosen], y[chosen])


def _arrays(scorer: _Scorer) -> Arrays:
    found = {name: tensor.detach().numpy() for name, tensor in scorer.state_dict().items()}
    return {
        "linear": np.append(found["linear.weight"][0], found["linear.bias"]),
        "hidden.weight": found["hidden.weight"],
        "hidden.bias": found["hidden.bias"],
        "out": found["out.weight"][0],
    }
