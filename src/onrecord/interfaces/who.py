"""Whom a name or an office may stand for: what ``onrecord who`` looks up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.domain.register import Register, RegisteredPerson
from onrecord.interfaces.word_lists import word_list
from onrecord.query.asking import without_honorifics

NOBODY = 1
"""Exit code: nobody was found."""

_OFFICE_OF = re.compile(r"(.+?)\s+(?:of|for|from|in)\s+(?:the\s+)?(.+)", re.IGNORECASE)

People = tuple[RegisteredPerson, ...]


class SearchableRegister(Register, Protocol):
    """What answering needs beside a register's own look-ups."""

    def first_named(self, first_name: str) -> People:
        """Everybody with this first name."""

    def holders(self, title: str, place: str | None) -> People:
        """Everybody who ever held an office."""


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who may be meant. ``by``: what of the question fits: "full name", "office" …"""

    person: RegisteredPerson
    by: str


def find(register: SearchableRegister, question: str, day: str | None) -> tuple[Found, ...]:
    """Everybody whom ``question`` may mean, likeliest first.

    ``day``: an ISO date; who held an office on it stands before who did not. Without one, who
    held one last stands first.
    """
    found: dict[str, Found] = {}
    _, honorific = without_honorifics(question)
    gender = word_list("genders").get(honorific)
    for by, people in _readings(register, " ".join(question.split()), day):
        for person in people:
            if not gender or person.gender in (None, gender):
                found.setdefault(person.id, Found(person, by))
    order = list(dict.fromkeys(one.by for one in found.values()))
    ranked = sorted(found.values(), key=lambda one: _standing(one.person), reverse=True)
    return tuple(
        sorted(ranked, key=lambda one: (not _serves(one.person, day), order.index(one.by)))
    )


def _readings(
    register: SearchableRegister, question: str, day: str | None
) -> Iterator[tuple[str, People]]:
    """What the question may be, surest first: a full name, an office, part of a name."""
    plain, honorific = without_honorifics(question)
    yield "full name", register.named(question) or register.named(plain)
    yield "office", _in_office(register, question, day)
    if honorific in word_list("before_first_names") and " " not in plain:
        yield "first name", register.first_named(plain)
        return
    yield "surname", register.surnamed(plain)
    if not honorific and " " not in plain:
        yield "first name", register.first_named(plain)


def _in_office(register: SearchableRegister, question: str, day: str | None) -> People:
    """Who held the office that the question names, with its place before or behind or without."""
    words = question.split()
    behind = _OFFICE_OF.fullmatch(question)
    if behind and (people := _held(register, behind[1], behind[2], day)):
        return people
    for cut in range(min(len(words) - 1, 3), 0, -1):
        place = register.place_of(" ".join(words[:cut]).removesuffix("'s").removesuffix("’s"))
        people = _held(register, " ".join(words[cut:]), place, day) if place else ()
        if people:
            return people
    return _held(register, question, None, day)


def _held(register: SearchableRegister, title: str, place: str | None, day: str | None) -> People:
    return register.in_office(title, place, day) if day else register.holders(title, place)


def _serves(person: RegisteredPerson, day: str | None) -> bool:
    return bool(day and person.held_on(day))


def _standing(person: RegisteredPerson) -> tuple[str, int]:
    """The last day in any office, and the number of offices: who is the better known."""
    last = max((term.end or term.origin.as_of for term in person.tenures), default="")
    return last, len(person.tenures)
