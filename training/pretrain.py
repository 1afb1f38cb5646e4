"""First training: guess masked words of unlabelled news (Devlin et al. 2019; whole words masked).

The published encoder was trained to compare sentences and has half forgotten what stands where in
one; the added embeddings of shapes and quotation marks have never been trained at all.

    python -m training.pretrain --data ../shared/data --out var/pretrained.pt
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.network.pieces import Pieces, Vocabulary, to_pieces
from onrecord.segment.article import segment
from training import checkpoint
from training.corpora import plain_texts
from training.model import EncoderSizes, MaskedWordHead
from training.progress import Progress
from training.start import package_folder, starting_encoder

WINDOW = 254
MASKED = 0.2
ASKED = 8192
"""Only the commonest pieces of the corpora are asked for: a softmax over all costs half a run."""


def windows_of(all_pieces: list[Pieces], rng: random.Random) -> list[tuple[int, int, int]]:
    """(report, first piece, last piece + 1) of every window, cut anew for each epoch."""
    cut = []
    for number, pieces in enumerate(all_pieces):
        start = -rng.randrange(WINDOW)
        while start < len(pieces.ids):
            low, high = max(0, start), min(len(pieces.ids), start + WINDOW)
            if high - low >= 16:
                cut.append((number, low, high))
            start += WINDOW
    rng.shuffle(cut)
    return cut


def commonest(all_pieces: list[Pieces]) -> np.ndarray:
    """Ids of the ``ASKED`` commonest pieces, in ascending order."""
    counts = np.bincount(np.concatenate([pieces.ids for pieces in all_pieces]), minlength=30522)
    counts[:999] = 0  # special and unused pieces
    return np.sort(np.argsort(-counts, kind="stable")[:ASKED])


def masked(
    pieces: Pieces, low: int, high: int, vocabulary: Vocabulary, rng: random.Random
) -> list[np.ndarray]:
    """ids, shapes, quotes and targets (-1 where nothing is asked) of one window."""
    ids = np.concatenate([[vocabulary.cls], pieces.ids[low:high], [vocabulary.sep]]).astype(
        np.int64
    )
    shapes = np.concatenate([[0], pieces.shapes[low:high], [0]]).astype(np.int64)
    quotes = np.concatenate([[0], pieces.quotes[low:high], [0]]).astype(np.int64)
    targets = np.full(len(ids), -1, np.int64)
    first = pieces.first[(pieces.first >= low) & (pieces.first < high)]
    for i, start in enumerate(first.tolist()):
        if rng.random() >= MASKED:
            continue
        end = int(first[i + 1]) if i + 1 < len(first) else min(start + 1, high)
        for at in range(start - low + 1, end - low + 1):
            if ids[at] == vocabulary.paragraph:
                continue
            targets[at] = ids[at]
            chance = rng.random()
            if chance < 0.8:
                ids[at] = vocabulary.mask
            elif chance < 0.9:
                ids[at] = rng.randrange(1000, 30000)
    return [ids, shapes, quotes, targets]


def batch_of(rows: list[list[np.ndarray]]) -> list[Tensor]:
    """Pad the rows of a batch to one length."""
    width = max(len(row[0]) for row in rows)
    fills = (0, 0, 0, -1)
    return [
        torch.from_numpy(
            np.stack(
                [np.pad(row[i], (0, width - len(row[i])), constant_values=fill) for row in rows]
            )
        )
        for i, fill in enumerate(fills)
    ]


class Run:
    """One run: encoder, head, optimiser, schedule, and where it stands."""

    def __init__(self, args: argparse.Namespace) -> None:
        torch.manual_seed(args.seed)
        self.args = args
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.vocabulary = Vocabulary(package_folder() / "tokenizer.json")
        self.texts = [to_pieces(segment(text), self.vocabulary) for text in plain_texts(args.data)]
        sizes = EncoderSizes(dropout=0.0)  # masking is noise enough
        asked = torch.from_numpy(commonest(self.texts))
        place = torch.full((sizes.vocabulary,), -1).scatter(0, asked, torch.arange(len(asked)))
        self.place = place.to(self.device)
        self.encoder = starting_encoder(sizes).to(self.device)
        self.encoder.pieces.weight.requires_grad_(False)
        self.table = self.encoder.pieces.weight[asked.to(self.device)]
        self.head = MaskedWordHead(sizes, len(asked)).to(self.device)
        both = [*self.encoder.parameters(), *self.head.parameters()]
        self.weights = [weight for weight in both if weight.requires_grad]
        self.optimiser = torch.optim.AdamW(
            self.weights, betas=(0.9, 0.98), weight_decay=0.01, fused=True
        )
        an_epoch = len(windows_of(self.texts, random.Random(0))) // args.batch
        self.step, self.steps = 0, int(an_epoch * args.epochs)

    def train(self) -> None:
        """Run to the end of the schedule, or to ``--until``; resumes where it was stopped."""
        running = self.args.out.with_suffix(".run.pt")
        if state := checkpoint.load(running):
            self._resume(state)
        rng = random.Random(self.args.seed + self.step)
        progress = Progress(self.step, self.steps)
        last = min(self.steps, self.args.until or self.steps)
        for batch in self._batches(rng):
            loss = self.one_step(batch)
            progress.show(self.step, loss)
            if self.step % 300 == 0 or self.step == last:
                checkpoint.save(running, self._state())
            if self.step == last:
                break
        checkpoint.save(
            self.args.out, {"encoder": self.encoder.state_dict(), "args": vars(self.args)}
        )

    def _batches(self, rng: random.Random) -> Iterator[list[Tensor]]:
        """Without end, epoch after epoch."""
        while True:
            queue = windows_of(self.texts, rng)
            for i in range(0, len(queue) - self.args.batch + 1, self.args.batch):
                chosen = queue[i : i + self.args.batch]
                yield batch_of(
                    [
                        masked(self.texts[n], low, high, self.vocabulary, rng)
                        for n, low, high in chosen
                    ]
                )

    def one_step(self, batch: list[Tensor]) -> float:
        """One batch forwards and backwards; returns the loss."""
        warm = min(1.0, (self.step + 1) / (0.06 * self.steps))
        for group in self.optimiser.param_groups:
            group["lr"] = (
                self.args.rate * warm * 0.5 * (1 + math.cos(math.pi * self.step / self.steps))
            )
        ids, shapes, quotes, targets = (tensor.to(self.device) for tensor in batch)
        targets = torch.where(targets >= 0, self.place[targets], -1)
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            states = self.encoder(ids, shapes, quotes)
            logits = self.head(states[targets >= 0], self.table)
        loss = F.cross_entropy(logits.float(), targets[targets >= 0])
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimiser.step()
        self.step += 1
        return loss.item()

    def _state(self) -> dict[str, Any]:
        return {
            "encoder": self.encoder.state_dict(),
            "head": self.head.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
        }

    def _resume(self, state: dict[str, Any]) -> None:
        self.encoder.load_state_dict(state["encoder"])
        self.head.load_state_dict(state["head"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = state["step"]


def arguments() -> argparse.Namespace:
    """The run sheet's settings, as options."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, default=Path("var/pretrained.pt"))
    ap.add_argument("--epochs", type=float, default=2.5)
    ap.add_argument("--until", type=int, help="stop after this many steps of the schedule")
    ap.add_argument("--batch", type=int, default=16)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=2)
    return ap.parse_args()


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    Run(args).train()


if __name__ == "__main__":
    main()
