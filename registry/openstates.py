"""Governors and other executives of the American states (Open States)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from onrecord.domain.register import Gender, Origin, RegisteredPerson, Tenure
from registry import origins
from registry.congress import LOADER

_TITLES = {
    "governor": "governor",
    "lt_governor": "lieutenant governor",
    "attorney general": "attorney general",
    "secretary of state": "secretary of state",
    "treasurer": "treasurer",
    "auditor": "auditor",
    "upper": "state senator",
    "lower": "state representative",
    "mayor": "mayor",
}
_STATE = re.compile(r"/(?:state|territory|district):(\w\w)/")
_GENDERS: dict[str, Gender] = {"Female": "female", "Male": "male"}
_TWO_YEARS = ("nh", "vt")
"""States whose governors are elected for two years; all others for four."""


def read(folder: Path, states: dict[str, str]) -> Iterator[RegisteredPerson]:
    """Everybody of the folder; ``states`` gives the names of states for their two letters."""
    people = {
        path.name: yaml.load(path.read_text("utf-8"), Loader=LOADER)
        for path in sorted(folder.glob("*.yml"))
    }
    roles = [role for person in people.values() for role in person["roles"]]
    as_of = max(str(role.get("start_date") or "") for role in roles)
    for file, person in people.items():
        yield _person(person, Origin(origins.OPENSTATES, origins.CC0, as_of, file), states)


def _person(person: dict[str, Any], origin: Origin, states: dict[str, str]) -> RegisteredPerson:
    first_last = f"{person['given_name']} {person['family_name']}"
    also = [first_last, *(other["name"] for other in person.get("other_names", ()))]
    tenures = (_tenure(role, origin, states) for role in person["roles"])
    return RegisteredPerson(
        id=person["id"].replace("ocd-person/", "openstates/"),
        name=person["name"],
        aliases=tuple(dict.fromkeys(name for name in also if name != person["name"])),
        wikidata=None,
        gender=_GENDERS.get(person.get("gender", "")),
        born=str(person["birth_date"]) if "birth_date" in person else None,
        died=None,
        tenures=tuple(filter(None, tenures)),
        origin=origin,
    )


def _tenure(role: dict[str, Any], origin: Origin, states: dict[str, str]) -> Tenure | None:
    """The term of a role; None for a role that no report calls by a title."""
    found = _STATE.search(role["jurisdiction"])
    unknown_start = role["type"] in ("upper", "lower") and not role.get("start_date")
    if role["type"] not in _TITLES or not found or unknown_start:
        return None
    place = states.get(found[1].upper())
    if place is None:
        return None
    title, end = _TITLES[role["type"]], str(role.get("end_date") or "")
    start = str(role.get("start_date") or "") or _begun(end, found[1], origin.as_of)
    known = end if end and end <= origin.as_of else None
    return Tenure(f"{title.title()} of {place}", title, place, start, known, origin)


def _begun(end: str, state: str, as_of: str) -> str:
    """When the term that ends on ``end`` began: a whole term earlier; ``as_of`` if unknown."""
    if not end:
        return as_of
    years = 2 if state in _TWO_YEARS else 4
    return f"{int(end[:4]) - years}{end[4:]}"
