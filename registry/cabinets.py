"""Ministers, legislators and envoys of nine countries and bodies (cabinets; facts of Wikidata)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord.domain.register import Gender, Origin, RegisteredPerson, Tenure
from registry import origins
from registry.congress import home_key
from registry.peerage import names_of
from registry.positions import Positions

COUNTRIES = {
    "canada-cabinet": "Canada",
    "china-ministers": "China",
    "france-cabinet": "France",
    "israel-ministers": "Israel",
    "russia-cabinet": "Russia",
    "ukraine-cabinet": "Ukraine",
    "united-kingdom-cabinet": "United Kingdom",
    "us-cabinet": "United States",
    "world": "United Nations",
}
_FILES = ("holders21.csv", "legislators.csv")
_GENDERS: dict[str, Gender] = {"female": "female", "male": "male"}
_Facts = dict[str, str]


def read(
    folder: Path, positions: Positions, home_states: dict[tuple[str, str], str]
) -> Iterator[RegisteredPerson]:
    """Everybody of all folders below ``folder``; ``home_states`` as ``congress`` gives them."""
    for name, country in COUNTRIES.items():
        as_of = _as_of(folder / name)
        facts = _biographies(folder / name)
        tenures: dict[str, list[Tenure]] = defaultdict(list)
        for file in _FILES:
            about = Origin(f"{origins.CABINETS} {name}/{file}", origins.WIKIDATA, as_of, "")
            for number, row in enumerate(_rows(folder / name / file), 2):
                known = facts.setdefault(row["personID"], {"name": row["person"]})
                home = home_states.get(home_key(known["name"], known.get("dob", "")))
                found = positions.tenure(row, country, home, _numbered(about, number))
                if found:
                    tenures[row["personID"]].append(found)
        yield from (_person(id_, facts[id_], held) for id_, held in tenures.items())


def _numbered(origin: Origin, line: int) -> Origin:
    return Origin(origin.name, origin.licence, origin.as_of, f"line {line}")


def _rows(path: Path) -> Iterator[_Facts]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _as_of(folder: Path) -> str:
    """The last day on which anybody took up or left an office, as far as the folder knows."""
    rows = list(_rows(folder / "holders21.csv"))
    return max(row[column] for row in rows for column in ("start", "end"))


def _biographies(folder: Path) -> dict[str, _Facts]:
    """Name, gender, birthday, day of death and title of the Wikipedia page, by Wikidata id."""
    found: dict[str, _Facts] = {}
    if (folder / "bio.csv").exists():
        found = {row["id"]: row for row in _rows(folder / "bio.csv")}
    for row in (row for file in _FILES for row in _rows(folder / file) if "gender" in row):
        about = {"name": row["person"], "gender": row["gender"], "enwiki": row["enwiki"]}
        found[row["personID"]] = about | {"dob": row["DOB"], "dod": row["DOD"]}
    return found


def _person(wikidata: str, facts: _Facts, tenures: list[Tenure]) -> RegisteredPerson:
    name, *aliases = names_of(facts["name"], facts.get("enwiki", ""))
    return RegisteredPerson(
        id=wikidata,
        name=name,
        aliases=tuple(aliases),
        wikidata=wikidata,
        gender=_GENDERS.get(facts.get("gender", "")),
        born=facts.get("dob") or None,
        died=facts.get("dod") or None,
        tenures=tuple(tenures),
        origin=tenures[0].origin,
    )
