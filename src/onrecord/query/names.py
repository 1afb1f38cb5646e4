"""Whether a name that somebody asks for is the name of somebody in a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from onrecord.domain.entity import Entity, EntityKind
from onrecord.join.names import Name, name


class Fit(IntEnum):
    """How well a name fits what was asked for, the best last."""

    NONE = 0
    SHARED = 1
    """A word in common: enough only with an identity that another report gives the name for."""
    PART = 2
    """A surname, or what the report calls them: "Trump", "Lula"."""
    AROUND = 3
    """First name and surname are the same, what stands between them is not."""
    WHOLE = 4
    """The name, or the Wikidata id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name, a Wikidata id or a register's; ``identities``: who a register knows by that name."""

    text: str
    identities: frozenset[str] = frozenset()


def fit(asked: Asked, entity: Entity, names: Iterable[Name]) -> Fit:
    """How well the best of an entity's ``names`` fits what was ``asked`` for."""
    return fit_of(asked, (entity.wikidata, entity.identity), entity.kind, names)


def fit_of(
    asked: Asked, known: Iterable[str | None], kind: EntityKind, names: Iterable[Name]
) -> Fit:
    """The same for whoever is ``known`` by such ids and called by such ``names``."""
    if asked.identities.union([asked.text.strip()]).intersection(known):
        return Fit.WHOLE
    wanted, is_person = name(asked.text), kind is EntityKind.PERSON
    return max((_fit(wanted, one, is_person) for one in names), default=Fit.NONE)


def _fit(asked: Name, called: Name, is_person: bool) -> Fit:
    if not asked.words or not called.words:
        return Fit.NONE
    if asked == called:
        # One word is a body's whole name, but only a part of a person's.
        return Fit.WHOLE if len(asked.words) > 1 or not is_person else Fit.PART
    if not is_person:
        return Fit.NONE
    if asked.words == called.words or called.words[-len(asked.words) :] == asked.words:
        return Fit.PART
    if asked.suffix == called.suffix and _same_ends(asked.words, called.words):
        return Fit.AROUND
    return Fit.SHARED if asked.words[-1] == called.words[-1] else Fit.NONE


def _same_ends(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """First and last words are the same, and one holds all words of the other in their order."""
    # A record may have hundreds of one surname: most differ in the first.
    if one[0] != other[0] or one[-1] != other[-1]:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    rest = iter(long)
    return all(word in rest for word in short)
