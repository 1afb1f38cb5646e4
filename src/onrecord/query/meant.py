"""Which of several people and bodies a name means: the same rules over files and over a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

from onrecord.join.names import Name
from onrecord.query.names import Fit


class Bearer(Protocol):
    """Somebody whose name has to do with the one asked for."""

    @property
    def fit(self) -> Fit:
        """How well the best of their names fits."""

    @property
    def known_as(self) -> str | None:
        """The Wikidata id or the register's, None for whom no register knows."""

    @property
    def whole(self) -> Name:
        """Their name in full."""

    @property
    def names(self) -> frozenset[Name]:
        """All that they are called."""

    @property
    def told(self) -> int:
        """How much is told of what they said."""

    @property
    def scantly_named(self) -> bool:
        """Whether nothing has more for them than one word and no register knows them."""

    def join(self, other: Self) -> None:
        """Take in ``other``, who is the same."""


Who = TypeVar("Who", bound=Bearer)


@dataclass(frozen=True, slots=True)
class Meant(Generic[Who]):
    """``person`` is who is meant; None where it is nobody, or one of ``others``.

    Beside a person, ``others`` are those who may be the same and were not joined.
    """

    person: Who | None
    others: tuple[Who, ...]


def with_registered(people: Iterable[Who]) -> list[Who]:
    """Those of a full name joined to the one of that name whom a register knows, if only one."""
    listed = list(people)
    registered: defaultdict[Name, list[Who]] = defaultdict(list)
    for person in listed:
        if person.known_as:
            for name in person.names:
                registered[name].append(person)
    return [person for person in listed if not _joined(person, registered)]


def settled(people: Sequence[Who]) -> Meant[Who]:
    """The one whom the name fits best; nobody where it fits several equally well.

    A part of a name is theirs of whom something is told: somebody of that surname who is only
    mentioned makes nothing uncertain, nor does whom reports name by nothing but it; the latter is
    told beside, since they may be who is meant.
    """
    best = max((person.fit for person in people), default=Fit.NONE)
    fitting = [person for person in people if person.fit is best]
    if best is Fit.PART:
        fitting = [person for person in fitting if person.told] or fitting
        fitting = [person for person in fitting if not person.scantly_named] or fitting
    if best > Fit.SHARED and len(fitting) == 1:
        [person] = fitting
        known = person.known_as is not None
        others = [one for one in people if one is not person and _may_be_too(one, known)]
        return Meant(person, _most_told(others))
    if best is Fit.SHARED:
        fitting = [person for person in fitting if person.scantly_named]
    return Meant(None, _most_told(fitting))


def _most_told(people: Iterable[Who]) -> tuple[Who, ...]:
    return tuple(sorted(people, key=lambda one: -one.told))


def _may_be_too(other: Bearer, known: bool) -> bool:
    """Whether ``other`` is named so alike, or so scantly, that they may be who is meant.

    ``known``: whether a register knows who that is.
    """
    if not other.told or (known and other.known_as):
        return False
    return other.fit is Fit.AROUND or other.scantly_named


def _joined(person: Who, registered: dict[Name, list[Who]]) -> bool:
    namesakes = registered.get(person.whole, [])
    if person.known_as or len(person.whole.words) < 2 or len(namesakes) != 1:
        return False
    namesakes[0].join(person)
    return True
