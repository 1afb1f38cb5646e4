"""``onrecord watch`` from its request to what is printed and the exit code."""

from __future__ import annotations

import re
import sys
from datetime import datetime

import typer

from onrecord.archive import Added, Archive, Visited
from onrecord.interfaces.endings import INTERRUPTED
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.adding import Telling, code_of, told
from onrecord.interfaces.kept.wiping import show_wiping
from onrecord.interfaces.progress import Watch
from onrecord.watching import Outcome

_INTERVAL = re.compile(r"(\d{1,6})\s*([smhd])", re.IGNORECASE | re.ASCII)
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
        told = "feeds are not asked more often than once a minute"
        raise typer.BadParameter(told, param_hint="--every")
    return float(seconds)


def watch_with(archive: Archive, feeds: tuple[str, ...], seconds: float | None) -> int:
    """Visit the feeds, once or every so many ``seconds``; returns the exit code. Raises RunError.

    Ctrl-C is how the second comes to its end, so its code is that of what was done by then.
    """
    with Watch(sys.stderr) as watch:
        telling = Telling(watch)
        show_wiping(archive, watch)
        saying = _Saying(watch, telling)
        try:
            archive.watch(
                feeds,
                every=seconds,
                on_progress=telling,
                on_visit=saying,
                on_wait=lambda until: watch.does(f"waiting until {_clock_time(until)}"),
            )
        except KeyboardInterrupt:
            added = saying.added + telling.added
            watch.say(f"onrecord: stopped; {told(added)}; the same command goes on")
            raise typer.Exit(INTERRUPTED if seconds is None else code_of(added)) from None
    return code_of(saying.added)


class _Saying:
    """One line on standard output for each feed visited."""

    def __init__(self, watch: Watch, telling: Telling) -> None:
        self._watch, self._telling = watch, telling
        self.added = Added()

    def __call__(self, visited: Visited) -> None:
        self.added += visited.added
        self._telling.added = Added()  # counted; what it holds from here on is of the next visit
        with self._watch.aside():
            print(one_line(f"{visited.feed}: {_became(visited)}", 1000), flush=True)


def _became(visited: Visited) -> str:
    """What became of a visit, in words."""
    until = visited.rests_until
    left = f"left alone until {_clock_time(until)}" if until else "it could not be read"
    words = {
        Outcome.UNCHANGED: "nothing new",
        Outcome.GONE: "taken away for good; take it off the list",
        Outcome.RESTS: left,
        Outcome.FAILED: left,
        Outcome.READ: told(visited.added) if visited.added.reports else "nothing new",
    }[visited.outcome]
    moved = visited.moved_to
    return f"{words}; it has moved to {moved}" if moved else words


def _clock_time(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
