"""Members of the United States Congress, presidents and vice-presidents (congress-legislators)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from onrecord.domain.register import Gender, Origin, RegisteredPerson, Tenure
from onrecord.register.folding import GENERATIONS, folded
from registry import origins

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BORN_AFTER = "1915"
"""Members born earlier are left out: no report of today quotes them."""

UNITED_STATES = "United States"
_GENDERS: dict[str, Gender] = {"F": "female", "M": "male"}
_OFFICES = {
    "prez": ("President of the United States", "president"),
    "viceprez": ("Vice President of the United States", "vice president"),
    "sen": ("United States Senator from {state}", "senator"),
    "rep": ("United States Representative from {state}", "representative"),
}


def read(folder: Path, states: dict[str, str]) -> Iterator[RegisteredPerson]:
    """Everybody of the folder; ``states`` gives the names of states for their two letters."""
    current = _loaded(folder / "legislators-current.yaml")
    executive = _loaded(folder / "executive.yaml")
    as_of = max(term["start"] for one in current for term in one["terms"])
    for file, people in (("legislators-current.yaml", current), ("executive.yaml", executive)):
        for one in people:
            if one["bio"].get("birthday", "") >= BORN_AFTER:
                yield _person(one, file, as_of, states)
    yield from _historical(folder / "legislators-historical.csv", as_of)


def home_states(folder: Path, states: dict[str, str]) -> dict[tuple[str, str], str]:
    """The state that each former member sat for last, by ``home_key``."""
    with (folder / "legislators-historical.csv").open(encoding="utf-8") as file:
        return {
            home_key(row["last_name"], row["birthday"]): states.get(row["state"], row["state"])
            for row in csv.DictReader(file)
        }


def home_key(name: str, birthday: str) -> tuple[str, str]:
    """Last word of a name and birthday: enough to tell members of Congress apart."""
    words = [word for word in folded(name).split() if word not in GENERATIONS]
    return " ".join(words[-1:]), birthday


def _loaded(path: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = yaml.load(path.read_text("utf-8"), Loader=LOADER)
    return content


def _person(one: dict[str, Any], file: str, as_of: str, states: dict[str, str]) -> RegisteredPerson:
    row = one["id"].get("bioguide") or f"govtrack {one['id']['govtrack']}"
    names = one["name"]
    origin = Origin(f"{origins.CONGRESS}, {file}", origins.CC0, as_of, row)
    known = _names(one["id"].get("wikipedia"), names.get("official_full"), names)
    terms = (_term(term, origin, states) for term in one["terms"])
    leading = (_leadership(role, origin) for role in one.get("leadership_roles", ()))
    return RegisteredPerson(
        id=one["id"].get("wikidata") or f"us/{row}",
        name=known[0],
        aliases=tuple(known[1:]),
        wikidata=one["id"].get("wikidata"),
        gender=_GENDERS.get(one["bio"].get("gender", "")),
        born=one["bio"].get("birthday"),
        died=None,
        tenures=(*terms, *leading),
        origin=origin,
    )


def _names(page: str | None, official: str | None, parts: dict[str, str]) -> list[str]:
    """The best-known name first, then every other way of writing it; none twice."""
    first, last = parts.get("first", ""), parts["last"]
    middle, nickname = parts.get("middle"), parts.get("nickname")
    suffix = f" {parts['suffix']}" if parts.get("suffix") else ""
    written = [
        re.sub(r" \(.*\)", "", page or ""),
        official or "",
        f"{nickname} {last}" if nickname else "",
        f"{first} {last}",
        f"{first} {middle} {last}{suffix}" if middle else "",
    ]
    return list(dict.fromkeys(filter(None, written)))


def _term(term: dict[str, Any], origin: Origin, states: dict[str, str]) -> Tenure:
    place = states.get(term.get("state", ""), UNITED_STATES)
    office, title = _OFFICES[term["type"]]
    return _tenure(office.format(state=place), title, place, term, origin)


def _leadership(role: dict[str, Any], origin: Origin) -> Tenure:
    title = role["title"].lower()
    shown = {"speaker of the house": "house speaker"}.get(title, title)
    office = f"{role['title']} (United States Congress)"
    return _tenure(office, shown, UNITED_STATES, role, origin)


def _tenure(office: str, title: str, place: str, term: dict[str, Any], origin: Origin) -> Tenure:
    end = term.get("end")
    known = end if end and end <= origin.as_of else None
    return Tenure(office, title, place, term.get("start"), known, origin)


def _historical(path: Path, as_of: str) -> Iterator[RegisteredPerson]:
    """Former members: names and birthdays; the file has no dates of their terms."""
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["birthday"] >= BORN_AFTER:
                yield _former(
                    row,
                    Origin(
                        f"{origins.CONGRESS}, {path.name}", origins.CC0, as_of, row["bioguide_id"]
                    ),
                )


def _former(row: dict[str, str], origin: Origin) -> RegisteredPerson:
    parts = {name: row[f"{name}_name"] for name in ("first", "middle", "last")}
    parts |= {name: row[name] for name in ("suffix", "nickname")}
    known = _names(row["wikipedia_id"], row["full_name"], parts)
    return RegisteredPerson(
        id=f"us/{row['bioguide_id']}",
        name=known[0],
        aliases=tuple(known[1:]),
        wikidata=None,
        gender=_GENDERS.get(row["gender"]),
        born=row["birthday"],
        died=None,
        tenures=(),
        origin=origin,
    )
