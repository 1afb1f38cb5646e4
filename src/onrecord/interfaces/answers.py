"""What ``onrecord who`` prints: names, offices, and the row of the register that says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.who import Found

SHOWN = 20
"""So many people are shown; ``--json`` gives all."""


def as_json(question: str, day: str | None, found: tuple[Found, ...]) -> str:
    """The answer as one line of JSON."""
    people = [_person(one, day) for one in found]
    return json.dumps({"question": question, "on": day, "people": people}, ensure_ascii=False)


def _person(found: Found, day: str | None) -> dict[str, Any]:
    person = found.person
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "wikidata": person.wikidata,
        "gender": person.gender,
        "born": person.born,
        "died": person.died,
        "found_by": found.by,
        "offices": [_office(term) for term in _shown(person, day)],
        "origin": _origin(person.origin),
    }


def _office(term: Tenure) -> dict[str, Any]:
    names = ("office", "title", "place", "start", "end")
    return {name: getattr(term, name) for name in names} | {"origin": _origin(term.origin)}


def _origin(origin: Origin) -> dict[str, str]:
    return {name: getattr(origin, name) for name in ("name", "licence", "as_of", "row")}


def _shown(person: RegisteredPerson, day: str | None) -> tuple[Tenure, ...]:
    return person.held_on(day) if day else person.tenures


def as_text(found: tuple[Found, ...], day: str | None) -> Iterator[str]:
    """The answer as lines to read; strangers' words in them are made safe to print."""
    for one in found[:SHOWN]:
        yield from map(_line, _told(one, day))
    if len(found) > SHOWN:
        yield f"… and {len(found) - SHOWN} more; --json gives all of them"


def _line(text: str) -> str:
    indent = len(text) - len(text.lstrip())
    return " " * indent + one_line(text.lstrip())


def _told(found: Found, day: str | None) -> Iterator[str]:
    person = found.person
    facts = (person.wikidata, person.born and f"born {person.born}")
    about = ", ".join(filter(None, (*facts, person.died and f"died {person.died}")))
    yield f"{person.name} ({about})" if about else person.name
    if person.aliases:
        yield f"  also: {'; '.join(person.aliases[:8])}"
    terms = _shown(person, day)
    if not terms:
        yield f"  no office is known on {day}" if day else "  no office is known"
        yield f"    {_source(person.origin)}"
    for term in reversed(terms):
        yield f"  {term.office}, {_from_to(term)}"
        yield f"    {_source(term.origin)}"


def _from_to(term: Tenure) -> str:
    start = term.start or "?"
    return f"{start} to {term.end}" if term.end else f"since {start}"


def _source(origin: Origin) -> str:
    return f"{origin.name} ({origin.licence}), known until {origin.as_of}: {origin.row}"
