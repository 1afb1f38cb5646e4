"""Train the name head on kept states and put it into the weights.

    python -m training.names --sets var/names --weights src/onrecord/network/weights

``training.silver_names`` and ``training.name_states`` come first. The encoder and the other heads
are not touched. GUM's news is never trained on and nothing is chosen on it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.network.name_head import NameHead as Reading
from onrecord.network.name_head import near_capitals
from onrecord.network.weights import SHIPPED
from training.add_head import add_head
from training.name_model import NameHead, seen_at
from training.name_scoring import Score, found_names, gold_names, scores, shown
from training.name_states import Words

EPOCHS = 5
BATCH = 1024
RATE = 1.5e-3
DECAY = 0.02
DROPOUT = 0.2
SMOOTHING = 0.02
GOLD_TIMES = 2
"""How often an epoch shows each word of GUM, whose labels are people's work."""
BIASES = (-0.5, 0.0, 0.5, 1.0)
"""Of begin tags of persons and of the other kinds, tried on dev."""


@dataclass(frozen=True)
class Rows:
    """A set as tensors: what the head is shown of each word, its paragraph and its tag."""

    rows: Tensor
    paragraphs: Tensor
    tags: Tensor
    near: Tensor
    """The words that the head is asked about."""

    @classmethod
    def of(cls, words: Words) -> Rows:
        return cls(
            torch.from_numpy(words.rows()),
            torch.from_numpy(words.paragraphs),
            torch.from_numpy(words.tags.astype(np.int64)),
            torch.from_numpy(near_capitals(words.forms)),
        )


def batches(sets: list[Rows]) -> Iterator[tuple[Tensor, Tensor]]:
    """The sets' words in a random order: (W, 3 (2 D + F)) and (W,) tags."""
    numbered = [
        torch.stack([torch.full_like(one.near, number), one.near], 1)
        for number, one in enumerate(sets)
    ]
    order = torch.cat(numbered)
    for part in order[torch.randperm(len(order))].split(BATCH):
        seen, tags = [], []
        for number, one in enumerate(sets):
            at = part[part[:, 0] == number, 1]
            seen.append(seen_at(one.rows, one.paragraphs, at))
            tags.append(one.tags[at])
        yield torch.cat(seen), torch.cat(tags)


def trained(sets: list[Rows], width: int, seed: int) -> NameHead:
    """A head after ``EPOCHS`` over the sets; the rate rises for a while, then falls to nothing."""
    torch.manual_seed(seed)
    head = NameHead(width, DROPOUT)
    steps = EPOCHS * (sum(len(one.near) for one in sets) // BATCH + 2)
    optimiser = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    for epoch in range(EPOCHS):
        losses = []
        for seen, tags in batches(sets):
            with torch.autocast("cpu", torch.bfloat16):
                found = head(seen)
            loss = F.cross_entropy(found.float(), tags, label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}/{EPOCHS}: loss {np.mean(losses):.4f}", flush=True)
    return head.eval()


def arrays_of(head: NameHead) -> dict[str, np.ndarray]:
    return {name: w.detach().numpy().astype(np.float16) for name, w in head.state_dict().items()}


def bias_of(persons: float, others: float) -> np.ndarray:
    """One for each tag: added to the tags of persons and of the other kinds."""
    return np.array([0, persons, persons, others, others, others, others], np.float32)


def best_bias(arrays: dict[str, np.ndarray], dev: list[Words]) -> np.ndarray:
    """What makes the most of persons and of all names, summed over the sets."""

    def worth(bias: np.ndarray) -> float:
        tables = [_table(Reading(arrays, bias), words) for words in dev]
        return sum(t["person"].f1 + t["name"].f1 for t in tables)

    return max((bias_of(p, o) for p in BIASES for o in BIASES), key=worth)


def _table(head: Reading, words: Words) -> dict[str, Score]:
    return scores(gold_names(words), found_names(head, words))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--sets", type=Path, default=Path("var/names"))
    ap.add_argument("--weights", type=Path, default=SHIPPED)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--measure-only", action="store_true", help="write nothing")
    args = ap.parse_args()
    torch.set_num_threads(1)
    words = [Words.load(args.sets / f"{name}.npz") for name in ("newspaper", "newswire", "today")]
    gold = Words.load(args.sets / "gum.npz")
    sets = [*map(Rows.of, words), *[Rows.of(gold)] * GOLD_TIMES]
    arrays = arrays_of(trained(sets, gold.states.shape[1], args.seed))
    bias = best_bias(arrays, [Words.load(args.sets / "dev.npz")])
    print(f"bias {bias.tolist()}")
    head = Reading(arrays, bias)
    for name in ("dev", "gum-news"):
        print(f"{name}\n{shown(_table(head, Words.load(args.sets / f'{name}.npz')))}")
    if not args.measure_only:
        add_head(args.weights, "names", arrays, {"tag_bias": [float(b) for b in bias]})


if __name__ == "__main__":
    main()
