"""Train the encoder and its heads on labelled reports.

    python -m training.train --start var/pretrained.pt --out var/seed1.pt --seed 1

Resumes from OUT.run.pt when that is there. On a GPU when there is one.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import nn

from evaluation.brat import labelled_reports
from onrecord.network.pieces import Vocabulary
from training import checkpoint
from training.attribution_task import AttributionTask
from training.average import Average
from training.examples import Example, encoder_inputs
from training.model import Encoder, EncoderSizes
from training.progress import Progress
from training.start import package_folder, starting_encoder

POOL = 40
"""Batches that are drawn together and sorted by length, so that little is padded."""


def batches(task: AttributionTask, size: int, rng: random.Random) -> Iterator[list[Example]]:
    """One epoch of batches of about equally long windows."""
    pool: list[Example] = []
    for example in task.examples(rng):
        pool.append(example)
        if len(pool) == POOL * size:
            yield from _by_length(pool, size, rng)
            pool = []
    yield from _by_length(pool, size, rng)


def _by_length(pool: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    pool.sort(key=lambda example: len(example.ids))
    cut = [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(cut)
    return cut


class Run:
    """One training run: model, optimiser, schedule, and where it stands."""

    def __init__(self, args: argparse.Namespace) -> None:
        torch.manual_seed(args.seed)
        vocabulary = Vocabulary(package_folder() / "tokenizer.json")
        reports = labelled_reports(args.data / "polnear" / "train")
        sizes = EncoderSizes(dropout=args.dropout)
        self.args = args
        self.encoder: Encoder = starting_encoder(sizes)
        started = torch.load(args.start, weights_only=False) if args.start else {}
        self.encoder.load_state_dict(started.get("encoder", self.encoder.state_dict()))
        self.encoder.pieces.weight.requires_grad_(False)
        self.task = AttributionTask(sizes.width, reports, vocabulary)
        self.task.head.load_state_dict(started.get("head", self.task.head.state_dict()))
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = nn.ModuleDict({"encoder": self.encoder, "task": self.task}).to(self.device)
        self.average = Average(self.model, args.average)
        self.optimiser = self._optimiser()
        self.step = 0
        self.steps = self._length()

    def _optimiser(self) -> torch.optim.AdamW:
        trained = [w for w in self.encoder.parameters() if w.requires_grad]
        groups = [
            {"params": trained, "lr": self.args.rate, "peak": self.args.rate},
            {
                "params": list(self.task.parameters()),
                "lr": self.args.head_rate,
                "peak": self.args.head_rate,
            },
        ]
        return torch.optim.AdamW(groups, betas=(0.9, 0.99), weight_decay=0.01, fused=True)

    def _length(self) -> int:
        return int(self.args.epochs * self.task.windows_an_epoch() / self.args.batch)

    def train(self) -> None:
        """Run to the end, saving as it goes."""
        running = self.args.out.with_suffix(".run.pt")
        if state := checkpoint.load(running) or checkpoint.load(self.args.branch_of or running):
            self._resume(state)
        rng = random.Random(self.args.seed * 1000 + self.step)
        progress = Progress(self.step, self.steps)
        last = min(self.steps, self.args.until or self.steps)
        while self.step < last:
            for batch in batches(self.task, self.args.batch, rng):
                losses = self.one_step(batch)
                progress.show(self.step, *losses)
                if self.step % 200 == 0 or self.step == last:
                    checkpoint.save(running, self._state())
                if self.step >= last:
                    break
        finished = {"encoder": self.encoder.state_dict(), "head": self.task.head.state_dict()}
        checkpoint.save(
            self.args.out, {**finished, "averaged": self.average.state, "args": vars(self.args)}
        )

    def one_step(self, batch: list[Example]) -> tuple[float, float]:
        """One batch forwards and backwards; returns both losses."""
        share = self.step / self.steps
        factor = min(1.0, (self.step + 1) / (0.06 * self.steps)) * (1 - share)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * factor
        self.model.train()
        inputs = [tensor.to(self.device) for tensor in encoder_inputs(batch)]
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            states = self.encoder(*inputs)
        tags, links = self.task.loss(states, batch)
        self.optimiser.zero_grad()
        (tags + links).backward()
        nn.utils.clip_grad_norm_([w for w in self.model.parameters() if w.requires_grad], 1.0)
        self.optimiser.step()
        self.step += 1
        self.average.update(self.model)
        return tags.item(), links.item()

    def _state(self) -> dict[str, Any]:
        return {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average.state,
            "step": self.step,
        }

    def _resume(self, state: dict[str, Any]) -> None:
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average.state = {
            name: tensor.to(self.device) for name, tensor in state["average"].items()
        }
        self.average.steps = self.step = state["step"]


def arguments() -> argparse.Namespace:
    """The run sheet's settings, as options."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--start", type=Path, help="an encoder, or a whole network, to begin with")
    ap.add_argument("--out", type=Path, default=Path("var/trained.pt"))
    ap.add_argument("--branch-of", type=Path, help="a stopped run (.run.pt) to go on from")
    ap.add_argument("--until", type=int, help="stop after this many steps of the schedule")
    ap.add_argument("--epochs", type=float, default=7)
    ap.add_argument("--batch", type=int, default=8)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument(
        "--average", type=float, default=0.997, help="decay of the running average of the weights"
    )
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=2)
    return ap.parse_args()


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    Run(args).train()


if __name__ == "__main__":
    main()
