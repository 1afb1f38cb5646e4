"""Where rows come from, on what terms, and which file is believed when two say different things."""

from __future__ import annotations

from onrecord.domain.register import Origin

CC0 = "CC0-1.0"
PUBLIC_DOMAIN = "public domain (work of the US government)"
WIKIDATA = "no licence stated; facts from Wikidata (CC0-1.0)"
SHARE_ALIKE = "CC-BY-SA-4.0; facts only"
OWN_WORDS = "Apache-2.0"

HAND_CHECKED = "On Record, offices.yaml"
CONGRESS = "congress-legislators"
OPENSTATES = "Open States people"
CABINETS = "cabinets"
WORLD_LEADERS = "world-leaders"
FACTBOOK = "The World Factbook"

_MOST_BELIEVED_FIRST = (
    HAND_CHECKED,
    CONGRESS,
    WORLD_LEADERS,
    OPENSTATES,
    FACTBOOK,
    CABINETS,
)


def rank(origin: Origin) -> int:
    """How much an origin is believed: 0 is the most."""
    places = (n for n, name in enumerate(_MOST_BELIEVED_FIRST) if origin.name.startswith(name))
    return next(places, len(_MOST_BELIEVED_FIRST))
