"""First training: guess masked words of unlabelled news (Devlin et al. 2019; whole words masked).

The published encoder was trained to compare sentences and has half forgotten what stands where in
one; the added embeddings of shapes and quotation marks have never been trained at all.

    python -m training.pretrain --data ../shared/data --out var/pretrained.pt
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.network.pieces import Pieces, Vocabulary, to_pieces
from onrecord.segment.article import segment
from training import checkpoint
from training.corpora import plain_texts
from training.model import EncoderSizes, MaskedWordHead
from training.start import package_folder, starting_encoder

WINDOW = 254
MASKED = 0.2
ASKED = 8192
"""Only the commonest pieces of the corpora are asked for: a softmax over all would cost half the run."""


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


def masked(pieces: Pieces, low: int, high: int, vocabulary: Vocabulary, rng: random.Random) -> list[np.ndarray]:
    """ids, shapes, quotes and targets (-1 where nothing is asked) of one window."""
    ids = np.concatenate([[vocabulary.cls], pieces.ids[low:high], [vocabulary.sep]]).astype(np.int64)
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
        torch.from_numpy(np.stack([np.pad(row[i], (0, width - len(row[i])), constant_values=fill) for row in rows]))
        for i, fill in enumerate(fills)
    ]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, default=Path("var/pretrained.pt"))
    ap.add_argument("--epochs", type=float, default=3)
    ap.add_argument("--batch", type=int, default=16)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=2)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)

    vocabulary = Vocabulary(package_folder() / "tokenizer.json")
    all_pieces = [to_pieces(segment(text), vocabulary) for text in plain_texts(args.data)]
    sizes = EncoderSizes(dropout=0.0)  # masking is noise enough
    asked = torch.from_numpy(commonest(all_pieces))
    place = torch.full((sizes.vocabulary,), -1).scatter(0, asked, torch.arange(len(asked)))
    encoder, head = starting_encoder(sizes), MaskedWordHead(sizes, len(asked))
    encoder.pieces.weight.requires_grad_(False)
    table = encoder.pieces.weight[asked]
    weights = [w for w in [*encoder.parameters(), *head.parameters()] if w.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    per_epoch = len(windows_of(all_pieces, random.Random(0))) // args.batch
    steps = int(per_epoch * args.epochs)
    print(f"{len(all_pieces)} texts, {sum(len(p.ids) for p in all_pieces)} pieces, {steps} steps", flush=True)

    running = args.out.with_suffix(".run.pt")
    step = 0
    if state := checkpoint.load(running):
        encoder.load_state_dict(state["encoder"]), head.load_state_dict(state["head"])
        optimiser.load_state_dict(state["optimiser"])
        step = state["step"]
        rng.seed(args.seed + step)
    queue: list[tuple[int, int, int]] = []
    began, losses = time.time(), []
    while step < steps:
        if len(queue) < args.batch:
            queue = windows_of(all_pieces, rng)
        chosen, queue = queue[: args.batch], queue[args.batch :]
        ids, shapes, quotes, targets = batch_of([masked(all_pieces[n], a, b, vocabulary, rng) for n, a, b in chosen])
        warm = min(1.0, (step + 1) / (0.06 * steps))
        rate = args.rate * warm * 0.5 * (1 + math.cos(math.pi * step / steps))
        for group in optimiser.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = encoder(ids, shapes, quotes)
            targets = place[targets] * (targets >= 0) - (targets < 0).long()
            logits = head(states[targets >= 0], table)
        loss = F.cross_entropy(logits.float(), targets[targets >= 0])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        if step % 50 == 0:
            mean, losses = sum(losses) / len(losses), []
            print(f"step {step}/{steps} loss {mean:.3f} {(time.time() - began) / 60:.1f} min", flush=True)
        if step % 300 == 0 or step == steps:
            state = {"encoder": encoder.state_dict(), "head": head.state_dict(), "step": step}
            checkpoint.save(running, {**state, "optimiser": optimiser.state_dict()})
    checkpoint.save(args.out, {"encoder": encoder.state_dict(), "args": vars(args)})


if __name__ == "__main__":
    main()
