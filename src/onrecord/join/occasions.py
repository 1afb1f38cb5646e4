"""Which engagements of different reports are one occasion.

Vague beats wrong: where the reports do not settle it, there are two. What a report says of the
status plays no part: that one occasion is planned first and held later is what a diary is for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord import resources
from onrecord.domain.days import days_of
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.join.names import folded

LONGEST = 7
"""Days within which an occasion's time must lie to be compared by it."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An engagement as it is compared over reports.

    ``participants``: keys of identities. ``first``, ``last``: the days its time may mean, both
    included, or None. ``place``: the words that name it. ``published``: ISO day of its report.
    ``family``: the same for reports that are copies of one another.
    """

    kind: EngagementKind
    participants: frozenset[str]
    first: date | None
    last: date | None
    place: tuple[str, ...]
    status: Status
    published: str | None
    family: str


def occasion_of(
    engagement: Engagement, identities: Mapping[str, str], published: str | None, family: str
) -> Occasion:
    """``engagement`` as it is compared. ``identities``: by entity's id, the identity's key."""
    days = days_of(engagement.when.value) if engagement.when else None
    return Occasion(
        engagement.kind,
        frozenset(identities[one] for one in engagement.participants),
        days.first if days else None,
        days.last if days else None,
        engagement.place.pieces,
        engagement.status,
        published,
        family,
    )


def keys(occasion: Occasion) -> tuple[int, ...]:
    """Integers of 63 bits; two occasions that share none are not the same.

    One for each of those who take part and each day it may be on; one for all of them together
    where the days are not known.
    """
    kind = _class(occasion.kind)
    days = _days(occasion)
    if days is None:
        return (_key(kind, *sorted(occasion.participants)),)
    return tuple(
        sorted(_key(kind, who, day.isoformat()) for day in days for who in occasion.participants)
    )


def same_occasion(one: Occasion, other: Occasion) -> bool:
    """Whether both are one occasion, in whichever order they are given."""
    return (
        _class(one.kind) == _class(other.kind)
        and _people_agree(one, other)
        and _days_agree(one, other)
        and _places_agree(one, other)
    )


def _people_agree(one: Occasion, other: Occasion) -> bool:
    """Two in common; or the one whom a report names alone, where the rest leaves no doubt.

    On one day somebody meets several people and holds two rallies: a report that names neither
    the others nor the place would make one occasion of them.
    """
    shared = len(one.participants & other.participants)
    if shared >= 2:
        return True
    if not shared or shared < min(len(one.participants), len(other.participants)):
        return False
    if one.family == other.family:
        return True
    if one.kind is not other.kind or bool(one.place) != bool(other.place):
        return False
    return bool(one.place) or one.participants == other.participants


def _days_agree(one: Occasion, other: Occasion) -> bool:
    """They have a day in common; without days only copies of one report tell of the same people."""
    here, there = _days(one), _days(other)
    if here is None and there is None:
        return one.family == other.family and one.participants == other.participants
    return here is not None and there is not None and not here.isdisjoint(there)


def _places_agree(one: Occasion, other: Occasion) -> bool:
    """They share a word, or one has no place."""
    here, there = (set(folded(" ".join(each.place))) for each in (one, other))
    return not here or not there or bool(here & there)


def _days(occasion: Occasion) -> frozenset[date] | None:
    """The days that it may be on, None where they are not known or too many."""
    first, last = occasion.first, occasion.last
    if first is None or last is None or (last - first).days >= LONGEST:
        return None
    return frozenset(first + timedelta(days=n) for n in range((last - first).days + 1))


def _class(kind: EngagementKind) -> str:
    found: str = resources.word_list("join", "occasion_classes")["classes"][kind]
    return found


def _key(*parts: str) -> int:
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") >> 1
