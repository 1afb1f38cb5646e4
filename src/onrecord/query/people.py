"""Who is meant by a name over many reports: joined by identity, never by surname alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Record
from onrecord.domain.report import Report
from onrecord.join.identities import known_as
from onrecord.join.names import Name, names_of
from onrecord.query.meant import Meant, settled, with_registered
from onrecord.query.names import Asked, Fit, fit
from onrecord.query.positions import Around, Position, positions_in


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody in a report who may be meant, and what they are called there."""

    report: Report
    entity: Entity
    fit: Fit
    names: tuple[Name, ...]
    positions: tuple[Position, ...]


@dataclass(slots=True)
class Person:
    """One person or body, seen in one report or several."""

    sightings: list[Sighting] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The longest name that a report has for them."""
        return max((one.entity.name for one in self.sightings), key=len)

    @property
    def fit(self) -> Fit:
        """How well the best of their names fits."""
        return max(one.fit for one in self.sightings)

    @property
    def known_as(self) -> str | None:
        """The Wikidata id or the register's, None for whom no register knows."""
        return next((known for one in self.sightings if (known := known_as(one.entity))), None)

    @property
    def whole(self) -> Name:
        """The name in full that a report has for them."""
        return self.sightings[0].names[0]

    @property
    def names(self) -> frozenset[Name]:
        """All that reports call them."""
        return frozenset(name for one in self.sightings for name in one.names)

    @property
    def positions(self) -> list[Position]:
        """All of them, report by report."""
        return [position for one in self.sightings for position in one.positions]

    @property
    def told(self) -> int:
        """How many positions they take."""
        return sum(len(one.positions) for one in self.sightings)

    @property
    def scantly_named(self) -> bool:
        """Whether no report has more for them than one word and no register knows them."""
        words = (len(name.words) for name in self.names)
        return self.known_as is None and max(words, default=0) < 2

    def join(self, other: Self) -> None:
        """Take in ``other``, who is the same."""
        self.sightings.extend(other.sightings)


def sightings(asked: Asked, record: Record, around: Around) -> Iterator[Sighting]:
    """Everybody in ``record`` whose name has to do with what was ``asked``."""
    found: dict[str, tuple[Entity, Fit, tuple[Name, ...]]] = {}
    for entity in record.entities:
        names = tuple(names_of(entity, record.article.text))
        how = fit(asked, entity, names)
        if how is not Fit.NONE:
            found[entity.id] = entity, how, names
    positions = positions_in(record, found, around) if found else {}
    report = Report.of(record.article)
    for name, (entity, how, names) in found.items():
        yield Sighting(report, entity, how, names, positions[name])


def who_is_meant(found: Iterable[Sighting]) -> Meant[Person]:
    """The one whom the name fits best (``meant.settled``), by all sightings together."""
    groups: defaultdict[Hashable, Person] = defaultdict(Person)
    for sighting in found:
        groups[_key(sighting)].sightings.append(sighting)
    return settled(with_registered(groups.values()))


def _key(sighting: Sighting) -> Hashable:
    """What is the same for the same person: an identity, else a full name, else nothing."""
    entity, whole = sighting.entity, sighting.names[0]
    if known := known_as(entity):
        return known
    if entity.kind is EntityKind.PERSON and len(whole.words) < 2:
        return entity.identity or (sighting.report.id, entity.id)
    return whole
