"""The name head in torch; its twin for reading is ``onrecord.network.name_head``."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.network.decoder import TAGS
from onrecord.network.spelling import FEATURES

HIDDEN = 192


class NameHead(nn.Module):
    """Tags of words from what ``name_head.with_neighbours`` gives of them."""

    def __init__(self, width: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.hidden = nn.Linear(3 * (2 * width + FEATURES), HIDDEN)
        self.tags = nn.Linear(HIDDEN, TAGS)
        self.dropout = dropout

    def forward(self, seen: Tensor) -> Tensor:
        """(W, 3 (2 D + F)) -> (W, TAGS) scores."""
        seen = F.dropout(seen, self.dropout, self.training)
        hidden = F.dropout(F.relu(self.hidden(seen)), self.dropout, self.training)
        scores: Tensor = self.tags(hidden)
        return scores


def seen_at(rows: Tensor, paragraphs: Tensor, at: Tensor) -> Tensor:
    """(N, F) rows of all words -> (W, 3 F) of the words at ``at``, as ``with_neighbours``."""
    last = len(rows) - 1
    parts = []
    for way in (-1, 0, 1):
        beside = (at + way).clamp(0, last)
        together = (paragraphs[beside] == paragraphs[at]) & (beside == at + way)
        parts.append(rows[beside].float() * together[:, None])
    return torch.cat(parts, -1)
