"""A running average of the weights: what the last epochs agree on (Polyak and Juditsky 1992)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Average:
    """``state`` follows the model's weights with ``decay``; early steps count fully."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.state: dict[str, Tensor] = {name: w.detach().clone() for name, w in _trained(model)}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average towards the model as it stands."""
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for name, w in _trained(model):
            self.state[name].lerp_(w, 1 - decay)


def _trained(model: nn.Module) -> list[tuple[str, Tensor]]:
    return [(name, w) for name, w in model.named_parameters() if w.requires_grad]
