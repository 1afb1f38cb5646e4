"""A person as one row of JSON values, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from onrecord.domain.register import Gender, Origin, RegisteredPerson, Tenure

Row = list[Any]
About = tuple[str, str, str]
"""Name, licence and as_of of an origin."""

_THE_ID = 1
"""Stands for a Wikidata id that is the person's id too."""

_GENDERS: dict[str, Gender] = {"f": "female", "m": "male"}


def encoded(person: RegisteredPerson, origin: int, tenures: Sequence[Row]) -> Row:
    """``person`` with numbers in place of its origin; ``tenures`` refer to theirs alike."""
    wikidata = _THE_ID if person.wikidata == person.id else person.wikidata
    gender = person.gender and person.gender[0]
    names = [person.id, person.name, list(person.aliases), wikidata, gender]
    return [*names, person.born, person.died, origin, person.origin.row, list(tenures)]


def decoded(
    row: Row,
    origins: Sequence[About],
    office: Callable[[int], tuple[str, str, str | None]],
) -> RegisteredPerson:
    """The person of a row; ``office`` gives office, title and place for their number."""
    id_, name, aliases, wikidata, gender, born, died, origin, origin_row, tenures = row
    return RegisteredPerson(
        id=id_,
        name=name,
        aliases=tuple(aliases),
        wikidata=id_ if wikidata == _THE_ID else wikidata,
        gender=_GENDERS.get(gender),
        born=born,
        died=died,
        tenures=tuple(
            Tenure(*office(number), start, end, _origin(origins[int(of)], of_row))
            for number, start, end, of, of_row in tenures
        ),
        origin=_origin(origins[int(origin)], origin_row),
    )


def _origin(about: About, row: str) -> Origin:
    name, licence, as_of = about
    return Origin(name, licence, as_of, row)
