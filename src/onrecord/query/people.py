"""Who is meant by a name over many reports: joined by identity, never by surname alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Record
from onrecord.domain.report import Report
from onrecord.join.names import Name, names_of
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
        return next((known for one in self.sightings if (known := _known_as(one.entity))), None)

    @property
    def positions(self) -> list[Position]:
        """All of them, report by report."""
        return [position for one in self.sightings for position in one.positions]

    @property
    def scantly_named(self) -> bool:
        """Whether no report has more for them than one word and no register knows them."""
        words = (len(name.words) for one in self.sightings for name in one.names)
        return self.known_as is None and max(words, default=0) < 2


@dataclass(frozen=True, slots=True)
class Meant:
    """``person`` is who is meant; None where it is nobody, or one of ``others``.

    Beside a person, ``others`` are those who may be the same and were not joined.
    """

    person: Person | None
    others: tuple[Person, ...]


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


def who_is_meant(found: Iterable[Sighting]) -> Meant:
    """The one whom the name fits best; nobody where it fits several equally well.

    A part of a name is theirs who take positions: somebody of that surname who is only mentioned
    makes nothing uncertain.
    """
    people = _people(found)
    best = max((person.fit for person in people), default=Fit.NONE)
    fitting = [person for person in people if person.fit is best]
    if best is Fit.PART:
        fitting = [person for person in fitting if person.positions] or fitting
    if best > Fit.SHARED and len(fitting) == 1:
        [person] = fitting
        known = person.known_as is not None
        others = (one for one in people if one is not person and _may_be_too(one, known))
        return Meant(person, tuple(others))
    if best is Fit.SHARED:
        fitting = [person for person in fitting if person.scantly_named]
    return Meant(None, tuple(sorted(fitting, key=lambda one: -len(one.positions))))


def _may_be_too(other: Person, known: bool) -> bool:
    """Whether ``other`` is named so alike, or so scantly, that they may be who is meant.

    ``known``: whether a register knows who that is.
    """
    if not other.positions or (known and other.known_as):
        return False
    return other.fit is Fit.AROUND or other.scantly_named


def _people(found: Iterable[Sighting]) -> list[Person]:
    groups: defaultdict[Hashable, Person] = defaultdict(Person)
    for sighting in found:
        groups[_key(sighting)].sightings.append(sighting)
    registered: defaultdict[Name, list[Person]] = defaultdict(list)
    for person in groups.values():
        if person.known_as:
            for name in {name for one in person.sightings for name in one.names}:
                registered[name].append(person)
    return [person for person in groups.values() if not _joined(person, registered)]


def _key(sighting: Sighting) -> Hashable:
    """What is the same for the same person: an identity, else a full name, else nothing."""
    entity, whole = sighting.entity, sighting.names[0]
    if known := _known_as(entity):
        return known
    if entity.kind is EntityKind.PERSON and len(whole.words) < 2:
        return entity.identity or (sighting.report.id, entity.id)
    return whole


def _joined(person: Person, registered: dict[Name, list[Person]]) -> bool:
    """Join somebody of a full name to the one of that name whom a register knows, if only one."""
    whole = person.sightings[0].names[0]
    namesakes = registered.get(whole, [])
    if person.known_as or len(whole.words) < 2 or len(namesakes) != 1:
        return False
    namesakes[0].sightings.extend(person.sightings)
    return True


def _known_as(entity: Entity) -> str | None:
    return entity.wikidata or (entity.identity if entity.row else None)
