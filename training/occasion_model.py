"""The occasion head in torch, and how it is fitted; its twin is ``network.occasion_head``.

Several small heads are trained from different seeds and joined into one: a head whose hidden layer
is all of theirs side by side gives the mean of their scores.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.network.occasion_head import KINDS, STATUSES

Arrays = dict[str, NDArray[np.float32]]

EPOCHS = 8
BATCH = 128
RATE = 1e-3
DECAY = 0.02
DROPOUT = 0.4
SMOOTHING = 0.02
STATUS_WEIGHT = 0.3


@dataclass(frozen=True)
class Labelled:
    """Candidate words: rows (N, 3 D); kinds (N,), 0 for none; statuses (N,), -1 for none."""

    rows: NDArray[np.float32]
    kinds: NDArray[np.int64]
    statuses: NDArray[np.int64]

    def where(self, chosen: NDArray[np.bool_]) -> Labelled:
        return Labelled(self.rows[chosen], self.kinds[chosen], self.statuses[chosen])


class OccasionHead(nn.Module):
    """Scores of kinds and statuses."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(width, hidden)
        self.out = nn.Linear(hidden, KINDS + STATUSES)

    def forward(self, rows: Tensor) -> Tensor:
        """(N, 3 D) -> (N, KINDS + STATUSES)."""
        shown = F.dropout(rows, DROPOUT, self.training)
        hidden = F.dropout(F.relu(self.hidden(shown)), DROPOUT, self.training)
        scores: Tensor = self.out(hidden)
        return scores


def fitted(labelled: Labelled, hidden: int = 96, seeds: int = 1) -> Arrays:
    """The arrays of a head trained on ``labelled``."""
    mean = labelled.rows.mean(0)
    spread = labelled.rows.std(0) + 1e-3
    scaled = torch.from_numpy((labelled.rows - mean) / spread)
    heads = [_trained(scaled, labelled, hidden, seed) for seed in range(seeds)]
    return _joined([_arrays(head, mean, spread) for head in heads])


def _trained(rows: Tensor, labelled: Labelled, hidden: int, seed: int) -> OccasionHead:
    torch.manual_seed(seed)
    head = OccasionHead(rows.shape[1], hidden)
    kinds, statuses = torch.from_numpy(labelled.kinds), torch.from_numpy(labelled.statuses)
    optimiser = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.15)
    for _ in range(EPOCHS):
        for part in torch.randperm(len(rows)).split(BATCH):
            loss = _loss(head(rows[part]), kinds[part], statuses[part])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    return head.eval()


def _loss(scores: Tensor, kinds: Tensor, statuses: Tensor) -> Tensor:
    loss = F.cross_entropy(scores[:, :KINDS], kinds, label_smoothing=SMOOTHING)
    known = statuses >= 0
    if known.any():
        loss = loss + STATUS_WEIGHT * F.cross_entropy(scores[known, KINDS:], statuses[known])
    return loss


def _arrays(head: OccasionHead, mean: NDArray[np.float32], spread: NDArray[np.float32]) -> Arrays:
    """The head's arrays, for rows that are not scaled."""
    arrays = {name: tensor.detach().numpy() for name, tensor in head.state_dict().items()}
    weight = arrays["hidden.weight"] / spread
    return {
        **arrays,
        "hidden.weight": weight,
        "hidden.bias": arrays["hidden.bias"] - weight @ mean,
    }


def _joined(heads: list[Arrays]) -> Arrays:
    return {
        "hidden.weight": np.concatenate([one["hidden.weight"] for one in heads]),
        "hidden.bias": np.concatenate([one["hidden.bias"] for one in heads]),
        "out.weight": np.concatenate([one["out.weight"] for one in heads], 1) / len(heads),
        "out.bias": np.mean([one["out.bias"] for one in heads], 0),
    }
