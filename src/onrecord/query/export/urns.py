"""Names for reports and items that hold everywhere: ``urn:onrecord:s_…``."""

from __future__ import annotations

from urllib.parse import quote

from onrecord.domain.kept import Identity
from onrecord.query.export.wording import entity_id

VOCABULARY = "urn:onrecord:vocabulary:"
"""What our own terms begin with where a standard has none."""

_WIKIDATA = "http://www.wikidata.org/entity/"


def urn(id: str) -> str:
    """The name of a report, statement, engagement, correction or tombstone by its id."""
    return "urn:onrecord:" + quote(id.encode("utf-8", "surrogatepass"), safe="")


def entity_urn(identity: Identity) -> str:
    """The name of a person, body, place, group or law."""
    return urn(entity_id(identity))


def wikidata_url(id: str | None) -> str | None:
    """The address under which Wikidata names its item."""
    return _WIKIDATA + id if id else None


def web_address(url: str | None) -> str | None:
    """``url`` where it is an address of the web, in letters that addresses have; else None."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    return quote(url.encode("utf-8", "surrogatepass"), safe=":/?#[]@!$&'()*+,;=%-._~")
