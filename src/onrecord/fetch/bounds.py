"""What a stranger's server may take of ours: bytes in decimal, times in seconds."""

from __future__ import annotations

PORTS = frozenset({80, 443, 8080, 8443})
"""Where web servers listen; other ports are other services."""
MAX_ADDRESS = 4_000
"""Characters of an address."""
MAX_TRIED = 3
"""Of a host's several addresses, how many are tried."""
MAX_REDIRECTS = 5
MAX_HEADER_BYTES = 128_000
"""Status line and all headers, those of interim answers (100, 103) too."""
MAX_BODY_BYTES = 10_000_000
"""Of an answer's body, packed and unpacked: what a report may be at most."""
UNPACKED_AT_ONCE = 256_000
"""Bytes that come out of one step of unpacking, so that a bomb is seen before it goes off."""
READ_AT_ONCE = 65_536
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
"""Between two pieces of an answer."""
TOTAL_SECONDS = 60.0
"""For one answer from connecting to its last byte, however it drips."""
DELAY_SECONDS = 1.0
"""Between two requests to one host, where its robots.txt does not ask for more."""
MAX_CRAWL_DELAY = 30.0
"""Of the delay that a robots.txt may ask for; more is cut to this."""
MAX_WAIT_SECONDS = 60.0
"""That one request may have to wait for its turn; beyond it is refused for now."""
BACK_OFF_SECONDS = 30.0
"""After a host's first failure; doubled by each that follows."""
MAX_BACK_OFF = 3_600.0
MAX_RETRY_AFTER = 86_400.0
"""Of the wait that a server may ask for in Retry-After."""
MAX_ROBOTS_BYTES = 500_000
"""Of a robots.txt that are heeded (RFC 9309, 2.5, asks for at least 500 KiB less a little)."""
MAX_ROBOTS_RULES = 5_000
ROBOTS_SECONDS = 86_400.0
"""For which a robots.txt is remembered (RFC 9309, 2.4)."""
ROBOTS_FAILED_SECONDS = 600.0
"""For which it is remembered that one could not be had."""
MAX_HOSTS = 1_000
"""Of which pace and robots.txt are remembered."""
