"""How a run is getting on: mean losses, time gone and time left, every fifty steps."""

from __future__ import annotations

import time

EVERY = 50


class Progress:
    """Prints one line every ``EVERY`` steps."""

    def __init__(self, step: int, steps: int) -> None:
        self._from, self._steps = step, steps
        self._began = time.monotonic()
        self._sums: list[float] = []
        self._count = 0

    def show(self, step: int, *losses: float) -> None:
        """Count the losses of the step that ended; ``step`` is how many have."""
        sums = self._sums or [0.0] * len(losses)
        self._sums = [total + loss for total, loss in zip(sums, losses, strict=True)]
        self._count += 1
        if step % EVERY:
            return
        gone = (time.monotonic() - self._began) / 60
        left = gone / max(1, step - self._from) * (self._steps - step)
        means = " ".join(f"{total / self._count:.4f}" for total in self._sums)
        print(
            f"step {step}/{self._steps} loss {means}, {gone:.1f} min, {left:.0f} left", flush=True
        )
        self._sums, self._count = [], 0
