"""The pronoun scorer in torch; its twin for reading is ``onrecord.identify.pronoun_scorer``.

P: pairs of a pronoun and a site, Q: pronouns, N: pronouns of one report, C: its chains and one for
nobody, R: rank of the projection, D: width of the encoder. The encoder is frozen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.identify.pronoun_features import FEATURES, NONE_FEATURES


@dataclass(frozen=True)
class Sizes:
    """Sizes of the scorer."""

    width: int = 384
    rank: int = 64
    hidden: int = 24
    dropout: float = 0.3


@dataclass(eq=False)
class Example:
    """One report as tensors. ``target`` and ``right`` choose what is learned from it.

    pairs (P, F), none (Q, F'), asked (Q, D); ``last`` and ``after`` (P, D): states of the site's
    last word and of the word after it; ``owner`` (P,): pronoun of each pair;
    ``link`` (P,): the earlier pronoun that it is, -1 otherwise; ``chain`` (P,): its chain, with
    C - 1 for nobody; ``right`` (Q, C): 1 for every answer that is right, rows of 0 not labelled;
    ``weight`` (Q,): of each label.
    """

    name: str
    pairs: Tensor
    none: Tensor
    asked: Tensor
    last: Tensor
    after: Tensor
    owner: Tensor
    link: Tensor
    chain: Tensor
    right: Tensor
    weight: Tensor


class PronounModel(nn.Module):
    """Scores of pairs and of nobody."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.linear = nn.Linear(len(FEATURES), 1, bias=False)
        self.hidden = nn.Linear(len(FEATURES), sizes.hidden)
        self.out = nn.Linear(sizes.hidden, 1, bias=False)
        self.none = nn.Linear(len(NONE_FEATURES), 1)
        self.asks = nn.Linear(sizes.width, sizes.rank)
        self.answers = nn.Linear(sizes.width, sizes.rank)
        self.null = nn.Parameter(torch.zeros(sizes.rank))
        self.drop = nn.Dropout(sizes.dropout)
        nn.init.zeros_(self.linear.weight)
        nn.init.zeros_(self.none.weight)

    def forward(self, example: Example) -> Tensor:
        """(Q, C): the share of each chain, and last of nobody."""
        scores, nobody = self.scores(example)
        return carried(example, scores, nobody)

    def scores(self, example: Example) -> tuple[Tensor, Tensor]:
        """(P,) of the pairs, (Q,) of nobody."""
        hidden = self.drop(F.relu(self.hidden(example.pairs)))
        scores = (self.linear(example.pairs) + self.out(hidden))[:, 0]
        asked = self.drop(self.asks(self.drop(example.asked)))
        half, scale = len(self.null) // 2, len(self.null) ** -0.5
        answers = torch.cat(
            [
                self.answers(self.drop(example.last))[:, :half],
                self.answers(self.drop(example.after))[:, half:],
            ],
            1,
        )
        scores = scores + (asked[example.owner] * answers).sum(1) * scale
        return scores, self.none(example.none)[:, 0] + asked @ self.null * scale

    def arrays(self) -> tuple[dict[str, NDArray[np.float32]], dict[str, NDArray[np.float32]]]:
        """Matrices of the head ``references`` and of the scorer, as they are read with."""
        state = {name: weight.detach().numpy() for name, weight in self.state_dict().items()}
        references = {
            f"{name}.{part}": state[f"{name}.{part}"]
            for name in ("asks", "answers")
            for part in ("weight", "bias")
        }
        return references, {
            "linear": state["linear.weight"][0],
            "none": np.append(state["none.weight"][0], state["none.bias"]),
            "hidden.weight": state["hidden.weight"],
            "hidden.bias": state["hidden.bias"],
            "out": state["out.weight"][0],
            "null": state["null"],
        }


def carried(example: Example, scores: Tensor, nobody: Tensor) -> Tensor:
    """Shares of the chains: what goes to an earlier pronoun goes on to the chains of that one.

    With L (Q, Q) the shares that go to earlier pronouns and T (Q, C) those to chains, the shares
    wanted are D = T + L D; L is strictly lower triangular.
    """
    count, chains = example.right.shape
    top = torch.full_like(nobody, -1e9).scatter_reduce(0, example.owner, scores, "amax")
    top = torch.maximum(top, nobody).detach()
    odds, odds_none = torch.exp(scores - top[example.owner]), torch.exp(nobody - top)
    total = torch.zeros_like(nobody).scatter_add(0, example.owner, odds) + odds_none
    part, rest = odds / total[example.owner], odds_none / total
    linked = example.link >= 0
    direct = torch.zeros(count, chains)
    direct = direct.index_put((example.owner[~linked], example.chain[~linked]), part[~linked], True)
    direct = direct + F.pad(rest[:, None], (chains - 1, 0))
    links = torch.zeros(count, count)
    links = links.index_put((example.owner[linked], example.link[linked]), part[linked], True)
    return torch.linalg.solve_triangular(
        torch.eye(count) - links, direct, upper=False, unitriangular=True
    )


def merged(several: Sequence[Example]) -> Example:
    """Reports as one, whose pronouns and chains know nothing of each other."""
    chains = max(one.right.shape[1] for one in several)
    counts = [len(one.none) for one in several]
    offsets = [sum(counts[:number]) for number in range(len(counts))]
    pairs = list(zip(several, offsets, strict=True))
    return Example(
        name="",
        pairs=torch.cat([one.pairs for one in several]),
        none=torch.cat([one.none for one in several]),
        asked=torch.cat([one.asked for one in several]),
        last=torch.cat([one.last for one in several]),
        after=torch.cat([one.after for one in several]),
        owner=torch.cat([one.owner + offset for one, offset in pairs]),
        link=torch.cat([torch.where(one.link < 0, -1, one.link + offset) for one, offset in pairs]),
        chain=torch.cat(
            [
                torch.where(one.chain == one.right.shape[1] - 1, chains - 1, one.chain)
                for one in several
            ]
        ),
        right=torch.cat([_widened(one.right, chains) for one in several]),
        weight=torch.cat([one.weight for one in several]),
    )


def _widened(right: Tensor, chains: int) -> Tensor:
    """More chains before the last, which stays nobody."""
    return torch.cat([F.pad(right[:, :-1], (0, chains - right.shape[1])), right[:, -1:]], 1)


def loss(model: PronounModel, example: Example) -> Tensor:
    """Minus the mean log-probability of the right answers, by the weights of the labels."""
    labelled = example.right.any(1)
    share = (model(example) * example.right).sum(1)[labelled]
    weight = example.weight[labelled]
    return -(torch.log(share.clamp(1e-6, 1)) * weight).sum() / weight.sum()
