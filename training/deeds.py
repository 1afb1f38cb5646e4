"""Train what judges acts and targets on kept states, and put it into the weights.

    python -m training.deeds --seen var/deeds --weights src/onrecord/network/weights

``training.deed_states`` comes first. The encoder and the other heads are not touched. Two fits on
halves of the reports give the answers from which the calibration is read; a third has them all.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from onrecord.domain.statement import Act
from onrecord.network.weights import SHIPPED
from onrecord.relate.deeds.candidates import FEATURES
from training.add_head import add_head
from training.deed_model import PARTS, Batch, DeedModel
from training.deed_seen import SeenReport, SeenStatement

EPOCHS = 12
BATCH = 48
RATE = 2e-3
DECAY = 0.05
DROPOUT = 0.35
SMOOTHING = 0.05
RARE = 0.3
"""How far rare acts weigh more: the power of how much rarer they are."""
TARGET_WEIGHT = 0.5
INFORMS = list(Act).index(Act.INFORMS)


@dataclass(frozen=True)
class Shown:
    """A statement and the standardised rows of its report's words."""

    rows: NDArray[np.float16]
    said: SeenStatement


def batch_of(shown: Sequence[Shown], scale: tuple[Tensor, Tensor]) -> Batch:
    """The statements as tensors; ``scale``: mean and spread of the rows' columns."""
    rows, part, near, owner, lines, statement = [], [], [], [], [], []
    for number, one in enumerate(shown):
        for place, at in enumerate(one.said.words.parts):
            rows.append(one.rows[list(at)])
            part.extend([number * PARTS + place] * len(at))
        for candidate in one.said.candidates:
            near.append(one.rows[list(candidate.words)])
            owner.extend([len(lines)] * len(candidate.words))
            lines.append(candidate.row)
            statement.append(number)
    return Batch(
        _scaled(rows, scale),
        torch.tensor(part),
        torch.from_numpy(np.stack([one.said.words.signs for one in shown])),
        torch.tensor([one.said.act for one in shown]),
        _scaled(near or [shown[0].rows[:0]], scale),
        torch.tensor(owner, dtype=torch.long),
        torch.from_numpy(np.array(lines, np.float32).reshape(-1, FEATURES)),
        torch.tensor(statement, dtype=torch.long),
    )


def _scaled(rows: list[NDArray[np.float16]], scale: tuple[Tensor, Tensor]) -> Tensor:
    return (torch.from_numpy(np.concatenate(rows).astype(np.float32)) - scale[0]) / scale[1]


def target_loss(model: DeedModel, batch: Batch, shown: Sequence[Shown]) -> Tensor:
    """How far the candidates that labels mean are from being chosen, over aimed statements."""
    scores = model.target_scores(batch)
    sizes = [len(one.said.candidates) for one in shown]
    losses = []
    for one, part in zip(shown, scores.split(sizes), strict=True):
        if one.said.act == INFORMS:
            continue
        shares = torch.log_softmax(torch.cat([part, model.nobody[one.said.act][None]]), 0)
        right = list(one.said.target) or [len(part)]
        losses.append(-torch.logsumexp(shares[right], 0))
    return torch.stack(losses).mean() if losses else scores.new_zeros(())


def trained(data: list[Shown], scale: tuple[Tensor, Tensor], seed: int) -> DeedModel:
    """A model after ``EPOCHS``; the rate rises for a while, then falls to nothing."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = DeedModel(data[0].rows.shape[1] // 2, DROPOUT)
    weight = _weights([one.said.act for one in data])
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(data) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    for epoch in range(EPOCHS):
        rng.shuffle(data)
        losses = []
        for at in range(0, len(data), BATCH):
            shown = data[at : at + BATCH]
            batch = batch_of(shown, scale)
            of_acts = F.cross_entropy(
                model.act_scores(batch), batch.acts, weight=weight, label_smoothing=SMOOTHING
            )
            loss = of_acts + TARGET_WEIGHT * target_loss(model, batch, shown)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(of_acts.item())
        print(f"  epoch {epoch + 1}/{EPOCHS}: loss {np.mean(losses):.4f}", flush=True)
    return model.eval()


def _weights(acts: list[int]) -> Tensor:
    counts = np.bincount(acts, minlength=len(Act)) + 1
    weights = (counts.sum() / counts) ** RARE
    return torch.tensor(weights / weights[acts].mean(), dtype=torch.float32)


@dataclass
class Answers:
    """What a model said of statements that it was not trained on."""

    acts: NDArray[np.float32]
    labels: NDArray[np.int64]
    targets: list[tuple[float, bool, bool]]
    """Of statements whose act is right and is not informs: the best candidate's probability,
    whether it is meant, whether the label names a target."""


def answers(model: DeedModel, data: list[Shown], scale: tuple[Tensor, Tensor]) -> Answers:
    logs, labels, targets = [], [], []
    with torch.no_grad():
        for at in range(0, len(data), BATCH):
            shown = data[at : at + BATCH]
            batch = batch_of(shown, scale)
            scores = model.act_scores(batch)
            logs.append(torch.log_softmax(scores, 1).numpy())
            labels.extend(batch.acts.tolist())
            sizes = [len(one.said.candidates) for one in shown]
            parts = model.target_scores(batch).split(sizes)
            for one, part, found in zip(shown, parts, scores.argmax(1).tolist(), strict=True):
                if found == one.said.act != INFORMS:
                    targets.append(_target(model, one, part))
    return Answers(np.concatenate(logs), np.array(labels), targets)


def _target(model: DeedModel, one: Shown, part: Tensor) -> tuple[float, bool, bool]:
    if not len(part):
        return 0.0, False, one.said.aimed
    shares = torch.softmax(torch.cat([part, model.nobody[one.said.act][None]]), 0)[:-1]
    best = int(shares.argmax())
    return float(shares[best]), best in one.said.target, one.said.aimed


def temperature_of(found: Answers) -> float:
    """By what the log-probabilities of acts are divided to be right as often as they say."""

    def loss(divisor: float) -> float:
        scaled = torch.log_softmax(torch.from_numpy(found.acts / divisor), 1)
        return float(F.nll_loss(scaled, torch.from_numpy(found.labels)))

    return min((0.5 + 0.05 * step for step in range(40)), key=loss)


def report(name: str, found: Answers) -> None:
    best = found.acts.argmax(1)
    right = best == found.labels
    scores = []
    for act in range(len(Act)):
        both = ((best == act) & (found.labels == act)).sum()
        scores.append(2 * both / max(1, (best == act).sum() + (found.labels == act).sum()))
    aimed = [hit for _, hit, is_aimed in found.targets if is_aimed]
    print(f"{name}: acts right {right.mean():.3f}, macro F1 {np.mean(scores):.3f}, ", end="")
    print(f"target right {np.mean(aimed):.3f} of {len(aimed)}")
    print("   ", {act.value: round(float(s), 2) for act, s in zip(Act, scores, strict=True)})


def arrays_of(model: DeedModel, scale: tuple[Tensor, Tensor], divisor: float) -> dict[str, Any]:
    """The model's matrices, with the scale of its input and the temperature worked in."""
    arrays = {name: w.detach().numpy() for name, w in model.state_dict().items()}
    mean, spread = (part.numpy() for part in scale)
    arrays["trace.bias"] = arrays["trace.bias"] - arrays["trace.weight"] @ (mean / spread)
    arrays["trace.weight"] = arrays["trace.weight"] / spread
    arrays["acts.weight"] = arrays["acts.weight"] / divisor
    arrays["acts.bias"] = arrays["acts.bias"] / divisor
    return arrays


def measured(halves: list[list[Shown]], scale: tuple[Tensor, Tensor], seed: int) -> float:
    """The temperature, by a model of the first half of the reports on the second."""
    found = answers(trained(list(halves[0]), scale, seed), halves[1], scale)
    report("second half, trained on the first", found)
    divisor = temperature_of(found)
    print(f"temperature {divisor:.2f}")
    return divisor


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--seen", type=Path, default=Path("var/deeds"))
    ap.add_argument("--weights", type=Path, default=SHIPPED)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--measure-only", action="store_true", help="write nothing")
    ap.add_argument("--temperature", type=float, help="as measured before; measures nothing")
    args = ap.parse_args()
    torch.set_num_threads(1)
    reports: list[SeenReport] = [
        pickle.loads(path.read_bytes()) for path in sorted(args.seen.glob("*.pkl"))
    ]
    words = np.concatenate([one.rows[::5] for one in reports]).astype(np.float32)
    scale = torch.from_numpy(words.mean(0)), torch.from_numpy(words.std(0) + 1e-3)
    halves = [[Shown(r.rows, s) for r in reports[n::2] for s in r.statements] for n in (0, 1)]
    print(f"{len(reports)} reports, {sum(map(len, halves))} statements")
    divisor = args.temperature or measured(halves, scale, args.seed)
    if not args.measure_only:
        model = trained([*halves[0], *halves[1]], scale, args.seed)
        add_head(args.weights, "deeds", arrays_of(model, scale, divisor), {})


if __name__ == "__main__":
    main()
