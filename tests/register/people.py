"""People made up for the tests of the register."""

from __future__ import annotations

from onrecord.domain.register import Gender, Origin, RegisteredPerson, Tenure
from onrecord.register.opened import OpenedRegister
from onrecord.register.tables import packed

LIST = Origin("a list", "CC0-1.0", "2026-08-22", "line 1")


def held(
    title: str,
    place: str | None,
    start: str | None,
    end: str | None = None,
    *,
    origin: Origin = LIST,
) -> Tenure:
    return Tenure(f"{title.title()} of {place}", title, place, start, end, origin)


def person(
    name: str,
    *tenures: Tenure,
    id: str | None = None,
    aliases: tuple[str, ...] = (),
    wikidata: str | None = None,
    gender: Gender | None = None,
    born: str | None = None,
    died: str | None = None,
    origin: Origin = LIST,
) -> RegisteredPerson:
    id_ = id or wikidata or name
    return RegisteredPerson(
        id_, name, aliases, wikidata, gender, born, died, tuple(tenures), origin
    )


def register(*people: RegisteredPerson, places: dict[str, str] | None = None) -> OpenedRegister:
    return OpenedRegister(packed(people, places))
