"""Time as fetching sees it; a test puts in its own, so that none of them waits."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time, and waits."""

    def monotonic(self) -> float:
        """Seconds since some moment; never set back."""

    def now(self) -> datetime:
        """The moment in UTC, as people write it."""

    def sleep(self, seconds: float) -> None:
        """Wait that long."""


class SystemClock:
    """The machine's own clock."""

    def monotonic(self) -> float:
        """Seconds since some moment; never set back."""
        return time.monotonic()

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait that long."""
        time.sleep(seconds)
