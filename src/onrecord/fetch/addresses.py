"""Which addresses are asked at all, before any name is looked up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from onrecord.errors import FetchError
from onrecord.fetch.bounds import MAX_ADDRESS

_DEFAULT_PORTS = {"http": 80, "https": 443}
_AS_IS = "%/?:@!$&'()*+,;=-._~[]"
"""What stays in paths and queries; everything else is sent percent-encoded (RFC 3986)."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address to ask. ``path`` is what stands in the request: path and query, encoded."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt holds for."""
        return f"{self.scheme}://{self.named}"

    @property
    def named(self) -> str:
        """Host and port as the Host header gives them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address whole, without a fragment."""
        return self.site + self.path


def read_address(url: str, ports: Collection[int]) -> Address:
    """``url`` taken apart. Raises FetchError for what is not to be asked, and says why."""
    shown = url if len(url) <= 200 else url[:200] + "…"
    if len(url) > MAX_ADDRESS:
        raise FetchError(shown, f"an address of more than {MAX_ADDRESS:,} characters")
    try:
        parts = urlsplit(url.strip())
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError as error:
        raise FetchError(shown, f"this is no web address ({error})") from error
    if parts.scheme not in _DEFAULT_PORTS:
        raise FetchError(shown, "only addresses that begin with http:// or https:// are fetched")
    if "@" in parts.netloc:
        raise FetchError(
            shown.replace(parts.netloc, "…@"),
            "an address that holds a user's name or password is not fetched",
        )
    if not host:
        raise FetchError(shown, "this address names no host")
    port = _DEFAULT_PORTS[parts.scheme] if port is None else port
    if port not in ports:
        allowed = ", ".join(map(str, sorted(ports)))
        raise FetchError(shown, f"port {port} is not asked, only {allowed}")
    query = f"?{parts.query}" if parts.query else ""
    path = quote((parts.path or "/") + query, safe=_AS_IS)
    return Address(parts.scheme, host, port, path if path.startswith("/") else f"/{path}")


def next_address(address: Address, location: str, ports: Collection[int]) -> Address:
    """Where a redirect leads to. Raises FetchError where it must not be followed."""
    try:
        target = urljoin(address.url, location)
    except ValueError as error:
        raise FetchError(address.url, "it redirects to what is no web address") from error
    following = read_address(target, ports)
    if address.scheme == "https" and following.scheme == "http":
        raise FetchError(
            address.url, f"it redirects to {following.url}, which is not encrypted any more"
        )
    return following


def _ascii(host: str) -> str:
    """The name as it is looked up; raises ValueError for what is no name of a host."""
    if ":" not in host and not host.isascii():
        host = host.encode("idna").decode("ascii")
    if any(not (letter.isascii() and letter.isalnum()) and letter not in "-._:" for letter in host):
        raise ValueError("a host's name is letters, digits, dots and hyphens")
    return host
