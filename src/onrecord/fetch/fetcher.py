"""Pages and feeds asked for politely: one at a time, in turn, and only where it is allowed."""

from __future__ import annotations

import ssl
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from onrecord import resources
from onrecord.errors import FetchError
from onrecord.fetch.addresses import Address, next_address, read_address
from onrecord.fetch.body import ACCEPTED, read_body
from onrecord.fetch.bounds import (
    DELAY_SECONDS,
    MAX_HOSTS,
    MAX_REDIRECTS,
    MAX_ROBOTS_BYTES,
    PORTS,
    ROBOTS_FAILED_SECONDS,
    ROBOTS_SECONDS,
)
from onrecord.fetch.clock import Clock, SystemClock
from onrecord.fetch.connection import Budget, answer
from onrecord.fetch.fetched import NOT_MODIFIED, Fetched
from onrecord.fetch.pacing import Pace, retry_after
from onrecord.fetch.resolving import Resolve, numbers_of, system_resolve
from onrecord.fetch.robots import ALL_FORBIDDEN, NOTHING_FORBIDDEN, Rules, read_rules

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

AGENT = "onrecord"
"""The name that a robots.txt calls us by."""

_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_LEFT_ALONE = 429
_MAX_CONDITION = 1_000
"""Characters of an ETag or date that are sent back."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of one host, before redirects are followed."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Fetcher:
    """Fetches one address after another; keep one for the whole run, it remembers each host.

    ``delay``: seconds between two requests to a host, unless its robots.txt asks for more.
    ``ports``: which are asked. ``private``: whether hosts in private networks and on this machine
    are asked, for a newsroom's own servers and for tests; never for addresses of strangers.
    ``clock`` is the one it goes by. ``resolve``: how names are looked up. ``context``: which
    certificates are trusted.
    No proxy is used, whatever the environment says: it would look up names by itself.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        delay: float = DELAY_SECONDS,
        ports: Collection[int] = PORTS,
        private: bool = False,
        resolve: Resolve = system_resolve,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self._pace = Pace(self.clock, delay)
        self._ports, self._private, self._resolve = frozenset(ports), private, resolve
        self._context = context or ssl.create_default_context()
        self._rules: OrderedDict[str, tuple[Rules, float]] = OrderedDict()
        self._agent = f"{AGENT}/{version('onrecord')} (reads public news reports; one at a time)"

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What lies at ``url``; with ``etag`` or ``modified`` only if it changed since.

        Follows up to MAX_REDIRECTS redirects, each checked anew. Waits for the host's turn (at
        most MAX_WAIT_SECONDS). Raises FetchError for everything else than 200 and 304.
        """
        conditions = {
            name: value
            for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified))
            if value and len(value) <= _MAX_CONDITION and value.isascii() and value.isprintable()
        }
        address, found, permanent = self._followed(url, conditions, robots=True)
        return _fetched(address, found, address.url if permanent else None)

    def _followed(
        self, url: str, headers: Mapping[str, str], *, robots: bool
    ) -> tuple[Address, _Answer, bool]:
        """Where the redirects from ``url`` end, what is there, and whether it moved for good."""
        address = read_address(url, self._ports)
        permanent = None
        for _ in range(MAX_REDIRECTS + 1):
            if robots:
                self._obey(address)
            found = self._asked(address, headers, page=robots)
            if found.status not in _REDIRECTS or not found.headers.get("Location"):
                return address, found, bool(permanent)
            permanent = found.status in _PERMANENT and permanent is not False
            address = next_address(address, found.headers["Location"], self._ports)
        raise FetchError(url, f"more than {MAX_REDIRECTS} redirects, or they go round in a circle")

    def _asked(self, address: Address, headers: Mapping[str, str], *, page: bool) -> _Answer:
        """Ask once, in turn, and note how it went."""
        host = address.host
        self._pace.wait(host, address.url)
        try:
            found = self._answered(address, headers, page=page)
        except FetchError as error:
            if error.temporary:
                self._pace.failed(host)
            else:
                self._pace.went_well(host)
            raise
        if found.status >= 500 or found.status == _LEFT_ALONE:
            rest = self._pace.failed(
                host, retry_after(found.headers.get("Retry-After"), self.clock)
            )
            message = f"its host answered {found.status}; it is left alone for {rest:,.0f} seconds"
            raise FetchError(address.url, message, status=found.status, temporary=True, after=rest)
        self._pace.went_well(host)
        return found

    def _answered(self, address: Address, headers: Mapping[str, str], *, page: bool) -> _Answer:
        numbers = numbers_of(address, self._resolve, private=self._private)
        sent = {"User-Agent": self._agent, "Accept-Encoding": ACCEPTED, "Accept": "*/*", **headers}
        budget = Budget.of(address.url, self.clock)
        with answer(address, numbers, sent, budget, self._context) as response:
            body = b""
            if response.status == 200 and not page:
                body = read_body(response, address.url, MAX_ROBOTS_BYTES, cut=True)
            elif response.status == 200 and _readable(response, address):
                body = read_body(response, address.url)
            return _Answer(response.status, response.headers, body)

    def _obey(self, address: Address) -> None:
        """Raises FetchError where the site's robots.txt forbids ``address``."""
        rules, until = self._rules.get(address.site, (None, 0.0))
        if rules is None or self.clock.monotonic() >= until:
            rules, kept = self._robots(address)
            self._rules[address.site] = (rules, self.clock.monotonic() + kept)
            self._rules.move_to_end(address.site)
            if len(self._rules) > MAX_HOSTS:
                self._rules.popitem(last=False)
        self._pace.slow(address.host, rules.delay)
        if rules is ALL_FORBIDDEN:
            message = "its site's robots.txt cannot be had, so nothing is asked of it for now"
            raise FetchError(address.url, message, temporary=True, after=ROBOTS_FAILED_SECONDS)
        if not rules.allow(address.path):
            message = (
                "its site's robots.txt forbids programs to fetch it; save the page and add the file"
            )
            raise FetchError(address.url, message)

    def _robots(self, address: Address) -> tuple[Rules, float]:
        """The site's rules, and for how many seconds they hold.

        None there: all is allowed; not to be had now: nothing is (RFC 9309, 2.3.1). Raises
        FetchError where the host does not answer at all.
        """
        try:
            _, found, _ = self._followed(f"{address.site}/robots.txt", {}, robots=False)
        except FetchError as error:
            if error.temporary and error.status is None:  # the host itself is not to be had
                raise FetchError(
                    address.url, error.message, temporary=True, after=error.after
                ) from error
            if error.temporary:
                return ALL_FORBIDDEN, ROBOTS_FAILED_SECONDS
            return NOTHING_FORBIDDEN, ROBOTS_SECONDS
        if found.status != 200:
            return NOTHING_FORBIDDEN, ROBOTS_SECONDS
        return read_rules(found.body, AGENT), ROBOTS_SECONDS


def _readable(response: HTTPResponse, address: Address) -> bool:
    """True; raises FetchError for an answer that is no page, feed or text."""
    kind = _content_type(response.headers)[0]
    if kind and kind not in resources.word_list("fetch", "content_types")["readable"]:
        raise FetchError(address.url, f"this is {kind[:60]}; only pages, feeds and text are read")
    return True


def _content_type(headers: Mapping[str, str]) -> tuple[str, str | None]:
    """The media type in lower case, and the charset it names."""
    kind, *parameters = headers.get("Content-Type", "").split(";")
    for parameter in parameters[:10]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), value.strip(" \"'")[:40] or None
    return kind.strip().lower(), None


def _fetched(address: Address, found: _Answer, moved: str | None) -> Fetched:
    if found.status not in (200, NOT_MODIFIED):
        raise FetchError(address.url, _said(found.status), status=found.status)
    kind, charset = _content_type(found.headers)
    return Fetched(
        url=address.url,
        status=found.status,
        body=found.body,
        content_type=kind,
        charset=charset,
        etag=found.headers.get("ETag"),
        modified=found.headers.get("Last-Modified"),
        moved_permanently=moved,
    )


def _said(status: int) -> str:
    known = {
        401: "it is for subscribers or asks for a password; save the page and add the file",
        402: "it is for subscribers; save the page and add the file",
        403: "its host refuses programs; save the page and add the file",
        404: "there is no such page; check the address",
        410: "it was taken away for good",
    }
    return known.get(status, "nothing that can be read came back") + f" (answer {status})"
