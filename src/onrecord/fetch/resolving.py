"""A host's name to the numbers that may be connected to: public ones, all of them, or none.

A name is looked up once and the connection made to what was checked, so that a second look-up
cannot lead into the network that we are in (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from onrecord.errors import FetchError
from onrecord.fetch.addresses import Address
from onrecord.fetch.bounds import MAX_TRIED

Resolve = Callable[[str, int], Sequence[str]]
"""From a host's name and a port to its numbers; raises OSError where there are none."""

_TRANSLATED = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
"""IPv4 behind NAT64 (RFC 6052, RFC 8215): the last 32 bits are the number that is reached."""


def system_resolve(host: str, port: int) -> list[str]:
    """What the system's own look-up says, each number once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def numbers_of(address: Address, resolve: Resolve, *, private: bool) -> tuple[str, ...]:
    """The numbers of the host of ``address``, MAX_TRIED at most.

    Raises FetchError where there are none, or where one is not public: a host that has both is
    not to be trusted. ``private`` switches that rule off.
    """
    try:
        numbers = resolve(address.host, address.port)
    except (OSError, UnicodeError) as error:
        message = "its host is not known; check the address, and that there is a connection"
        raise FetchError(address.url, message, temporary=True) from error
    if not private and not all(map(is_public, numbers)):
        raise FetchError(
            address.url,
            "its host lies in a private network or on this machine; such pages are not fetched, "
            "save the page and add the file",
        )
    if not numbers:
        raise FetchError(address.url, "its host has no number", temporary=True)
    return tuple(numbers[:MAX_TRIED])


def is_public(number: str) -> bool:
    """Whether ``number`` is one of the public internet, by itself and by any it stands for."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and (inner := _inner(found)) is not None:
        return is_public(str(inner))
    special = found.is_multicast or found.is_reserved or found.is_link_local
    site_local = isinstance(found, ipaddress.IPv6Address) and found.is_site_local
    return found.is_global and not special and not site_local


def _inner(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 number that an IPv6 one stands for: mapped, 6to4 or NAT64."""
    if any(number in network for network in _TRANSLATED):
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour
