"""How often a feed is visited, and how much of it is followed: times in seconds."""

from __future__ import annotations

MAX_LIST_BYTES = 1_000_000
"""Of a file that lists feeds."""
MAX_FEEDS = 10_000
"""Feeds that are watched in one run."""
MAX_PAGES = 200
"""Pages that one visit fetches; the rest is left for the next."""
MAX_TRIES = 6
"""Of a page that cannot be had for the moment; then it is given up."""
BACK_OFF_SECONDS = 300.0
"""After a feed's or page's first failure; doubled by each that follows."""
MAX_BACK_OFF = 86_400.0
GONE_SECONDS = 30 * 86_400.0
"""For which a feed that was taken away for good (410) is not asked."""
MAX_TTL_MINUTES = 360
"""Of the time for which a feed may ask not to be visited again."""


def back_off(failures: int, asked: float | None) -> float:
    """Seconds to stay away after so many ``failures``; what the server ``asked`` for is kept."""
    return max(min(BACK_OFF_SECONDS * 2.0 ** min(failures - 1, 20), MAX_BACK_OFF), asked or 0.0)
