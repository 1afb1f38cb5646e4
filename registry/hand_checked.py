"""Top offices checked by hand (offices.yaml), a page that states each of them beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.register.folding import folded
from registry import origins
from registry.congress import LOADER


def read(path: Path) -> Iterator[RegisteredPerson]:
    """One person for each row of the file; rows of one person are joined later."""
    content = yaml.load(path.read_text("utf-8"), Loader=LOADER)
    people = content["people"]
    for office in content["offices"]:
        for holder in office["holders"]:
            yield _person(office, holder, people.get(holder["name"]) or {}, content["as_of"])


def several(path: Path) -> frozenset[tuple[str, str | None]]:
    """Title and place of the offices that more than one person holds at a time."""
    content = yaml.load(path.read_text("utf-8"), Loader=LOADER)
    return frozenset(
        (office["title"], office["place"]) for office in content["offices"] if "several" in office
    )


def _person(
    office: dict[str, Any], holder: dict[str, Any], about: dict[str, Any], as_of: Any
) -> RegisteredPerson:
    name = holder["name"]
    end = str(holder["end"]) if holder.get("end") else None
    until = str(holder.get("as_of") or max(str(as_of), end or ""))
    row = f"{office['office']}: {name}; {holder.get('source') or office['source']}"
    origin = Origin(origins.HAND_CHECKED, origins.OWN_WORDS, until, row)
    tenure = Tenure(
        office["office"], office["title"], office["place"], str(holder["start"]), end, origin
    )
    return RegisteredPerson(
        id=about.get("wikidata") or about.get("id") or "name/" + folded(name).replace(" ", "-"),
        name=name,
        aliases=tuple(about.get("also", ())),
        wikidata=about.get("wikidata"),
        gender=about.get("gender"),
        born=str(about["born"]) if about.get("born") else None,
        died=str(about["died"]) if about.get("died") else None,
        tenures=(tenure,),
        origin=origin,
    )
