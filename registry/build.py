"""Builds the register that On Record ships: ``python -m registry.build --data FOLDER``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from onrecord.domain.register import RegisteredPerson
from onrecord.register import SHIPPED
from onrecord.register.folding import folded
from onrecord.register.tables import packed
from onrecord.register.titles import title_key
from registry import cabinets, congress, factbook, hand_checked, openstates, world_leaders
from registry.aliases import Spellings
from registry.first_names import counted
from registry.joining import Office, joined
from registry.origins import FACTBOOK, HAND_CHECKED, OPENSTATES, WORLD_LEADERS
from registry.places import Places
from registry.positions import Positions
from registry.terms import office_of, succeeded, tidied

HERE = Path(__file__).parent
_ONE_HOLDER = (HAND_CHECKED, WORLD_LEADERS, FACTBOOK, OPENSTATES)
_MANY = ("state senator", "state representative", "senator", "representative")


def built(data: Path) -> bytes:
    """The register's file, from the sources in ``data`` and the lists beside this script."""
    places = Places(data / "factbook", HERE / "places.yaml")
    rows = list(_rows(data, places))
    single = _single(rows)
    people = [tidied(person) for person in joined(rows, single)]
    spellings = Spellings.load(HERE / "spellings.yaml")
    people = [spellings.completed(person) for person in succeeded(people, single)]
    return packed(people, places.words(), counted(HERE / "census1990.csv", people))


def source_rows(data: Path) -> list[RegisteredPerson]:
    """What each source says of each person, before anything is joined."""
    return list(_rows(data, Places(data / "factbook", HERE / "places.yaml")))


def _rows(data: Path, places: Places) -> Iterable[RegisteredPerson]:
    wrong = _loaded("corrections.yaml")["world_leaders"]
    skipped = frozenset((one["country"], one["post"]) for one in wrong)
    positions = Positions.load(HERE / "positions.yaml", frozenset(places.states.values()))
    home = congress.home_states(data / "congress", places.states)
    yield from hand_checked.read(HERE / "offices.yaml")
    yield from congress.read(data / "congress", places.states)
    yield from openstates.read(data / "openstates", places.states)
    yield from world_leaders.read(data / "world-leaders", skipped)
    leaders = data / "factbook" / "leaders.csv"
    yield from factbook.read(leaders, places.countries, factbook_wording())
    yield from cabinets.read(data / "cabinets", positions, home)


def factbook_wording() -> factbook.Wording:
    """The lists by which the factbook's sentences are read."""
    lists = _loaded("factbook.yaml")
    return factbook.Wording(
        titles=tuple(lists["titles"]),
        ranks=frozenset(lists["ranks"]),
        territories=frozenset(lists["territories"]),
        not_called_by=frozenset(lists["not_called_by"]),
        corrected={
            (one["gec"], one["column"]): one for one in _loaded("corrections.yaml")["factbook"]
        },
    )


def _loaded(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


def _single(rows: Iterable[RegisteredPerson]) -> frozenset[Office]:
    """The offices that one person holds at a time."""
    several = {
        (title_key(title), folded(place or ""))
        for title, place in hand_checked.several(HERE / "offices.yaml")
    }
    offices = (
        office_of(term)
        for row in rows
        if row.origin.name.startswith(_ONE_HOLDER)
        for term in row.tenures
    )
    return frozenset(one for one in offices if one not in several and one[0] not in _MANY)


def main() -> None:
    """The script's command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the sources")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the file to write")
    wanted = parser.parse_args()
    content = built(wanted.data)
    wanted.out.parent.mkdir(parents=True, exist_ok=True)
    # Readers map the file into memory: it is put in place whole, never written over.
    new = wanted.out.with_suffix(".new")
    new.write_bytes(content)
    new.replace(wanted.out)
    print(f"{wanted.out}: {len(content) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
