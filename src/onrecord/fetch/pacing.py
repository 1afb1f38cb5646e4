"""When a host may be asked again: a second later, as its robots.txt says, or after a rest."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from onrecord.errors import FetchError
from onrecord.fetch.bounds import (
    BACK_OFF_SECONDS,
    DELAY_SECONDS,
    MAX_BACK_OFF,
    MAX_CRAWL_DELAY,
    MAX_HOSTS,
    MAX_RETRY_AFTER,
    MAX_WAIT_SECONDS,
)
from onrecord.fetch.clock import Clock


@dataclass
class _Host:
    ready: float
    delay: float
    failures: int = 0


class Pace:
    """Remembers of each host when its turn comes; the least lately asked are forgotten."""

    def __init__(self, clock: Clock, delay: float = DELAY_SECONDS) -> None:
        self._clock, self._delay = clock, max(delay, 0.0)
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    def wait(self, host: str, where: str) -> None:
        """Wait for the turn of ``host``. Raises FetchError when that is long off."""
        left = self._of(host).ready - self._clock.monotonic()
        if left > MAX_WAIT_SECONDS:
            message = f"its host failed or asked for rest; it is left alone for {left:,.0f} seconds"
            raise FetchError(where, message, temporary=True, after=left)
        if left > 0:
            self._clock.sleep(left)

    def slow(self, host: str, seconds: float | None) -> None:
        """Ask ``host`` no oftener than every ``seconds``, up to MAX_CRAWL_DELAY."""
        if seconds is not None:
            self._of(host).delay = max(self._delay, min(seconds, MAX_CRAWL_DELAY))

    def went_well(self, host: str) -> None:
        """``host`` answered."""
        known = self._of(host)
        known.failures = 0
        known.ready = self._clock.monotonic() + known.delay

    def failed(self, host: str, retry_after: float | None = None) -> float:
        """``host`` failed, or asked to be left alone; returns the seconds that it will be."""
        known = self._of(host)
        rest = min(BACK_OFF_SECONDS * 2.0 ** min(known.failures, 20), MAX_BACK_OFF)
        known.failures += 1
        rest = max(known.delay, rest if retry_after is None else retry_after)
        known.ready = self._clock.monotonic() + rest
        return rest

    def _of(self, host: str) -> _Host:
        known = self._hosts.setdefault(host, _Host(self._clock.monotonic(), self._delay))
        self._hosts.move_to_end(host)
        if len(self._hosts) > MAX_HOSTS:
            self._hosts.popitem(last=False)
        return known


def retry_after(value: str | None, clock: Clock) -> float | None:
    """The seconds that a Retry-After header asks for (a number or a date), None for none."""
    value = (value or "").strip()[:60]
    if value.isdecimal() and value.isascii():
        return min(float(value), MAX_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(value)
        seconds = (moment - clock.now()).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return min(max(seconds, 0.0), MAX_RETRY_AFTER)
