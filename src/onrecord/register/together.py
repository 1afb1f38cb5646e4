"""Several registers asked as one: a user's own lists beside the one that On Record ships."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.domain.register import RegisteredPerson
from onrecord.register.opened import OpenedRegister

People = tuple[RegisteredPerson, ...]


class Together:
    """Implements ``domain.register.Register`` on several; the first is believed first.

    Somebody with the same Wikidata id in two of them is one person with the names and offices of
    both.
    """

    def __init__(self, registers: Iterable[OpenedRegister]) -> None:
        self._registers = tuple(registers)

    @property
    def sha256(self) -> str:
        """Digest of the digests, in order; of one register alone, its own."""
        digests = [register.sha256 for register in self._registers]
        return hashlib.sha256("".join(digests).encode()).hexdigest()

    def named(self, name: str) -> People:
        """Everybody with this full name or alias."""
        return self._asked(lambda register: register.named(name))

    def surnamed(self, surname: str) -> People:
        """Everybody whose name or an alias ends with this surname."""
        return self._asked(lambda register: register.surnamed(surname))

    def first_named(self, first_name: str) -> People:
        """Everybody with this first name."""
        return self._asked(lambda register: register.first_named(first_name))

    def in_office(self, title: str, place: str | None, day: str) -> People:
        """Who held the office on that day."""
        where = place and (self.place_of(place) or place)
        return self._asked(lambda register: register.in_office(title, where, day))

    def holders(self, title: str, place: str | None) -> People:
        """Everybody who ever held the office."""
        where = place and (self.place_of(place) or place)
        return self._asked(lambda register: register.holders(title, where))

    def place_of(self, word: str) -> str | None:
        """The country, state or body that a word stands for."""
        return next((found for one in self._registers if (found := one.place_of(word))), None)

    def share_female(self, first_name: str) -> float | None:
        """Of the people with this first name, the share who are women; None: unknown."""
        shares = (register.share_female(first_name) for register in self._registers)
        return next((share for share in shares if share is not None), None)

    def _asked(self, question: Callable[[OpenedRegister], People]) -> People:
        """The answers of all registers, each person completed by what the others know of them."""
        found = dict.fromkeys(person for one in self._registers for person in question(one))
        people: dict[str, RegisteredPerson] = {}
        for person in found:
            key = person.wikidata or person.id
            people[key] = _united(people[key], person) if key in people else person
        return tuple(self._completed(person) for person in people.values())

    def _completed(self, person: RegisteredPerson) -> RegisteredPerson:
        """``person`` with what registers know that have them under another name or office."""
        if person.wikidata and not self._is_complete(person):
            for register in self._registers:
                other = register.identified(person.wikidata)
                if other:
                    person = _united(person, other)
        return person

    def _is_complete(self, person: RegisteredPerson) -> bool:
        """Whether one register alone is asked, and has the person under no other id."""
        return len(self._registers) == 1 and person.id == person.wikidata


def _united(one: RegisteredPerson, other: RegisteredPerson) -> RegisteredPerson:
    """``one`` with the names, facts and offices of ``other`` that it has not."""
    names = dict.fromkeys((*one.aliases, other.name, *other.aliases))
    return replace(
        one,
        aliases=tuple(name for name in names if name != one.name),
        wikidata=one.wikidata or other.wikidata,
        gender=one.gender or other.gender,
        born=one.born or other.born,
        died=one.died or other.died,
        tenures=tuple(dict.fromkeys((*one.tenures, *other.tenures))),
    )
