"""Whether 5/6/2024 is in June: the order of day and month, told by where an outlet is at home."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from onrecord.domain.article import Article
from onrecord.resources import word_list


def reads_day_first(article: Article) -> bool:
    """Whether the report's outlet writes the day before the month; not, where nothing tells.

    Told by the web address, and by the outlet's name where there is none that can be read.
    """
    for address in (article.url, article.retrieved_from):
        if host := _host(address):
            return day_first_in(host)
    return (article.outlet or "").strip().casefold() in _listed("outlets")


def day_first_in(host: str) -> bool:
    """The same of a host name such as "www.theguardian.com"; ".com" alone tells nothing."""
    parts = host.casefold().rstrip(".").split(".")
    ends = {".".join(parts[at:]) for at in range(max(len(parts) - 4, 0), len(parts))}
    return bool(ends & _listed("domains")) or (len(parts) > 1 and parts[-1] in _listed("endings"))


def _host(address: str | None) -> str | None:
    """The host of a web address; None for a path of a file or an address of no form."""
    try:
        parts = urlsplit(address or "")
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("relate", "time_order")[name])
