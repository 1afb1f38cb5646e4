"""Names as Wikidata and Wikipedia write them, taken apart: peers, and what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PEER = re.compile(
    r"(?P<name>[^,]+), (?:\d+\w\w )?(?P<rank>Baron|Baroness|Viscount|Viscountess|Earl|Countess|"
    r"Marquess|Duke|Duchess|Lord|Lady)(?: of)? (?P<title>[^,]+)"
)
_LADIES = ("Baroness", "Viscountess", "Countess", "Lady")


def names_of(*written: str) -> list[str]:
    """Every name in ``written``, the plainest first, none twice.

    "David Cameron, Baron Cameron of Chipping Norton" gives "David Cameron", the whole,
    "Lord Cameron" and "Lord Cameron of Chipping Norton".
    """
    plain = (re.sub(r"\s*\(.*?\)", "", name).strip() for name in written)
    return list(dict.fromkeys(name for one in plain if one for name in _parts(one)))


def _parts(name: str) -> Iterator[str]:
    found = _PEER.fullmatch(name)
    if found is None:
        yield name
        return
    yield found["name"]
    yield name
    if found["rank"] in ("Duke", "Duchess"):
        yield f"{found['rank']} of {found['title']}"
        return
    titles = ("Baroness", "Lady") if found["rank"] in _LADIES else ("Lord",)
    for title in titles:
        yield f"{title} {found['title']}"
        yield f"{title} {found['title'].split(' of ')[0]}"
