"""Save and resume a run; a kill while saving leaves the last one whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch


def save(path: Path, state: dict[str, Any]) -> None:
    """Write ``state`` to ``path`` in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part")
    torch.save(state, half)
    half.replace(path)


def load(path: Path) -> dict[str, Any] | None:
    """What was saved at ``path``, or None where nothing was."""
    return torch.load(path, map_location="cpu", weights_only=False) if path.exists() else None
