"""The attribution head in torch; its twin for reading is ``onrecord.network.attribution_head``."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.network.attribution_head import CLASSES, PARAGRAPH_BUCKETS, WORD_BUCKETS
from onrecord.network.decoder import TAGS

HIDDEN = 256
RANK = 128


class AttributionHead(nn.Module):
    """Tags of words, and the class of each word towards each cue."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tags = nn.Linear(width, TAGS)
        self.hidden = nn.Linear(width, HIDDEN)
        self.key = nn.Linear(HIDDEN, RANK)
        self.word = nn.Linear(HIDDEN, CLASSES)
        self.cue = nn.Linear(2 * width, HIDDEN)
        self.query = nn.Linear(HIDDEN, CLASSES * RANK)
        self.near = nn.Linear(HIDDEN, CLASSES * WORD_BUCKETS)
        self.close = nn.Linear(HIDDEN, CLASSES * PARAGRAPH_BUCKETS)

    def compared(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """(W, D) states of words -> keys (W, RANK) and biases (W, CLASSES)."""
        hidden = F.relu(self.hidden(states))
        return self.key(hidden), self.word(hidden)

    def asked(self, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(C, D) states of the cues' first and last words -> queries and both distance biases."""
        hidden = F.relu(self.cue(torch.cat([first, last], -1)))
        count = len(hidden)
        return (
            self.query(hidden).view(count, CLASSES, RANK),
            self.near(hidden).view(count, CLASSES, WORD_BUCKETS),
            self.close(hidden).view(count, CLASSES, PARAGRAPH_BUCKETS),
        )

    @staticmethod
    def links(
        asked: tuple[Tensor, Tensor, Tensor],
        compared: tuple[Tensor, Tensor],
        near: Tensor,
        close: Tensor,
    ) -> Tensor:
        """Scores of one window: (C, W, CLASSES).

        ``near`` and ``close``, (C, W): the buckets of each word's distance to each cue.
        """
        query, near_bias, close_bias = asked
        key, word = compared
        scores = torch.einsum("ckr,wr->cwk", query, key) * RANK**-0.5 + word[None]
        scores = scores + near_bias.gather(2, near[:, None, :].expand(-1, CLASSES, -1)).transpose(
            1, 2
        )
        return scores + close_bias.gather(2, close[:, None, :].expand(-1, CLASSES, -1)).transpose(
            1, 2
        )
