"""How far a record's file is wiped of what was taken back, told while it lasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done to the file. ENDED: nothing more, whether or not it could be wiped."""

    INDEX = "index"
    PAGES = "pages"
    LOG = "log"
    SEARCH = "search"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Wiping:
    """One step. ``done`` and ``of``: bytes searched so far and in all, 0 in the other stages, of
    which nobody knows how far they are. ``earlier``: it was taken back before, by another run."""

    stage: Stage
    done: int = 0
    of: int = 0
    earlier: bool = False

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where it is not known."""
        return min(self.done / self.of, 1.0) if self.of else None


OnWiping = Callable[[Wiping], object]


def quietly(told: Wiping) -> None:
    """Nobody is watching."""
