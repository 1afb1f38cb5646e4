"""The trace head and the deed scorer in torch; their twins for reading are
``onrecord.network.trace_head`` and ``onrecord.relate.deeds.deed_scorer``.

N: statements, W: words shown of all of them, P: 4 parts a statement, C: candidates of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.domain.statement import Act
from onrecord.relate.deeds.candidates import FEATURES
from onrecord.relate.deeds.statement_words import SIGNS

RANK = 64
HIDDEN = 128
OF_TARGET = 48
PARTS = 4


@dataclass(frozen=True)
class Batch:
    """Statements, flattened. ``part``: (W,) which part of which statement, N * 4 of them.

    ``candidate_words``: (V,) places in ``rows``; ``owner``: (V,) their candidate;
    ``statement``: (C,) the candidates' statement.
    """

    rows: Tensor
    part: Tensor
    signs: Tensor
    acts: Tensor
    candidate_rows: Tensor
    owner: Tensor
    candidates: Tensor
    statement: Tensor


class DeedModel(nn.Module):
    """Traces of words, the act of a statement, and a score for each candidate target."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.trace = nn.Linear(2 * width, RANK)
        self.hidden = nn.Linear(PARTS * 2 * RANK + SIGNS, HIDDEN)
        self.acts = nn.Linear(HIDDEN, len(Act))
        self.candidate = nn.Linear(FEATURES + 2 * RANK + len(Act), OF_TARGET)
        self.target = nn.Linear(OF_TARGET, 1)
        self.nobody = nn.Parameter(torch.zeros(len(Act)))
        self.light, self.drop = nn.Dropout(0.1), nn.Dropout(dropout)

    def traces(self, rows: Tensor) -> Tensor:
        """(W, 2 D) -> (W, RANK)."""
        return F.relu(self.trace(self.light(rows)))

    def act_scores(self, batch: Batch) -> Tensor:
        """(N, 11)."""
        count = len(batch.signs)
        pooled = pooled_by(self.traces(batch.rows), batch.part, count * PARTS)
        shown = torch.cat([self.drop(pooled.reshape(count, -1)), batch.signs], 1)
        return self.acts(self.drop(F.relu(self.hidden(shown))))

    def target_scores(self, batch: Batch) -> Tensor:
        """(C,), each to be held against ``nobody`` of its statement's act."""
        traces = pooled_by(self.traces(batch.candidate_rows), batch.owner, len(batch.candidates))
        acts = F.one_hot(batch.acts[batch.statement], len(Act)).float()
        shown = torch.cat([batch.candidates, self.drop(traces), acts], 1)
        return self.target(F.relu(self.candidate(shown)))[:, 0]


def pooled_by(traces: Tensor, owner: Tensor, count: int) -> Tensor:
    """(W, R), (W,) -> (count, 2 R): mean and most of what belongs to each; 0 where nothing does."""
    total = traces.new_zeros(count, traces.shape[1]).index_add(0, owner, traces)
    times = traces.new_zeros(count).index_add(0, owner, torch.ones_like(owner, dtype=total.dtype))
    most = traces.new_zeros(count, traces.shape[1]).index_reduce(
        0, owner, traces, "amax", include_self=False
    )
    return torch.cat([total / times.clamp(min=1)[:, None], most], 1)
