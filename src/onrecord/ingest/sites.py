"""Whose address it is: a page may speak for its own site and for no other."""

from __future__ import annotations

from urllib.parse import urlsplit

from onrecord.ingest.word_lists import word_list

_PORTS = {"http": 80, "https": 443}


def is_address(origin: str) -> bool:
    """Whether ``origin`` is a web address and no path."""
    return origin[:8].lower().startswith(("http://", "https://"))


def same_site(one: str, other: str) -> bool:
    """Whether two web addresses lie on one site.

    That is one host and port, but for what comes before the name for a reader's device or for
    programs (www., m., feeds.). Hosts that only share an ending are two sites: on many of them
    strangers to each other have pages.
    """
    site = _site(one)
    return site is not None and site == _site(other)


def _site(url: str) -> tuple[str, int | None] | None:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if not host or parts.scheme not in _PORTS:
        return None
    first, _, rest = host.partition(".")
    if first in word_list("sites")["leading"] and "." in rest:
        host = rest
    return host, None if port in _PORTS.values() else port
