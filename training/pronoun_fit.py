"""Fits the pronoun scorer: AdamW over reports in batches, seeded."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch

from training.pronoun_model import Example, PronounModel, Sizes, loss, merged


@dataclass(frozen=True)
class Recipe:
    """How the scorer is trained. ``smoothing``: momentum of the running average of weights."""

    epochs: int = 8
    batch: int = 16
    rate: float = 2e-3
    rate_projection: float = 1e-3
    decay: float = 0.02
    smoothing: float = 0.98
    seed: int = 1
    sizes: Sizes = Sizes()  # noqa: RUF009


def fitted(examples: Sequence[Example], recipe: Recipe) -> PronounModel:
    """A scorer trained on ``examples``: the running average of its weights."""
    torch.manual_seed(recipe.seed)
    shuffler = random.Random(recipe.seed)
    model = PronounModel(recipe.sizes)
    average = PronounModel(recipe.sizes)
    average.load_state_dict(model.state_dict())
    projection = {id(p) for m in (model.asks, model.answers) for p in m.parameters()}
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in model.parameters() if id(p) not in projection]},
            {
                "params": [p for p in model.parameters() if id(p) in projection],
                "lr": recipe.rate_projection,
            },
        ],
        lr=recipe.rate,
        weight_decay=recipe.decay,
    )
    order = list(range(len(examples)))
    steps = recipe.epochs * -(-len(order) // recipe.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [recipe.rate, recipe.rate_projection],
        total_steps=steps,
        pct_start=0.1,
    )
    for _ in range(recipe.epochs):
        shuffler.shuffle(order)
        for start in range(0, len(order), recipe.batch):
            batch = merged([examples[n] for n in order[start : start + recipe.batch]])
            total = loss(model, batch)
            optimizer.zero_grad()
            total.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                for kept, new in zip(average.parameters(), model.parameters(), strict=True):
                    kept.lerp_(new, 1 - recipe.smoothing)
    return average.eval()
