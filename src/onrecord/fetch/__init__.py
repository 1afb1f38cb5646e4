"""Pages and feeds of strangers, fetched politely and within bounds.

``Fetcher(clock).get(url)`` is all that others need: http and https on the usual ports of public
hosts, robots.txt heeded, one request a second and host, everything bounded (``fetch.bounds``).
"""

from onrecord.fetch.clock import Clock, SystemClock
from onrecord.fetch.fetched import Fetched
from onrecord.fetch.fetcher import Fetcher

__all__ = ["Clock", "Fetched", "Fetcher", "SystemClock"]
