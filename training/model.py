"""The network as it is trained: one encoder, and a head for each thing that is read from it.

B: windows of a batch, T: pieces of the longest window, W: words, C: cues, D: width of the encoder.
The encoder is BERT (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020), with two more
embeddings at its input: the shape of a piece's word, and where it stands towards quotation marks.
Attention is written out: torch's fused one is three times slower backwards on a CPU.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.domain.segmented import QuoteState
from onrecord.network.pieces import Shape


@dataclass(frozen=True)
class EncoderSizes:
    """Sizes of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    dropout: float = 0.1


class WindowDropout(nn.Module):
    """Dropout with one mask a window: drawing one a piece takes an eighth of a CPU's step.

    Gal and Ghahramani 2016 (variational dropout), there over the steps of a recurrent network.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """x: (B, T, D)."""
        if not self.training or not self.rate:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, sizes: EncoderSizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.width, 3 * sizes.width)
        self.out = nn.Linear(sizes.width, sizes.width)
        self.norm1 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.up = nn.Linear(sizes.width, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.drop = WindowDropout(sizes.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: (B, T, D); bias: (B, 1, 1, T), 0 where a piece is, large and negative elsewhere."""
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        weights = torch.matmul(q * (d // self.heads) ** -0.5, k.transpose(-1, -2)) + bias.to(
            q.dtype
        )
        mixed = torch.matmul(torch.softmax(weights, -1), v)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, t, d))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    """Pieces with their features -> a state for each piece."""

    def __init__(self, sizes: EncoderSizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(len(Shape), sizes.width)
        self.quotes = nn.Embedding(len(QuoteState), sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.drop = WindowDropout(sizes.dropout)
        for table in (self.shapes, self.quotes):
            nn.init.normal_(table.weight, std=0.002)

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor) -> Tensor:
        """All (B, T), piece id 0 where there is none -> (B, T, D)."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        x = self.drop(self.norm(x + self.shapes(shapes) + self.quotes(quotes)))
        bias = (ids == 0)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class MaskedWordHead(nn.Module):
    """Guesses masked pieces; used for a first training on unlabelled reports, then thrown away."""

    def __init__(self, sizes: EncoderSizes, asked: int) -> None:
        super().__init__()
        self.dense = nn.Linear(sizes.width, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.bias = nn.Parameter(torch.zeros(asked))

    def forward(self, states: Tensor, table: Tensor) -> Tensor:
        """(N, D) states of masked pieces, (asked, D) embeddings of the candidates -> (N, asked)."""
        return F.linear(self.norm(F.gelu(self.dense(states))), table, self.bias)
