"""``onrecord watch`` from its request to what is printed and the exit code."""

from __future__ import annotations

import re

import typer

_INTERVAL = re.compile(r"(\d{1,6})\s*([smhd])", re.IGNORECASE)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SHORTEST = 60
"""Seconds between two visits; feeds are other people's."""


def interval(every: str | None) -> float | None:
    """Seconds of "15m" or "2h". Raises BadParameter."""
    if every is None:
        return None
    found = _INTERVAL.fullmatch(every.strip())
    if not found:
        raise typer.BadParameter("write 15m, 2h or 1d", param_hint="--every")
    seconds = int(found[1]) * _SECONDS[found[2].lower()]
    if seconds < SHORTEST:
        raise typer.BadParameter("feeds are not asked more often than once a minute", None, None)
    return float(seconds)
