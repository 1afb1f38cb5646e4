"""A user's own list as FollowTheMoney JSON lines: Person, Position and Occupancy entities.

Read leniently, as such files come from many hands: entities of other kinds and unknown properties
are passed over. The properties are those of https://followthemoney.tech/explorer/.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.register.entries import Entry, Fields, OfficeEntry, Problems
from onrecord.register.regions import region_named

_NAMES = ("name", "alias", "weakAlias", "previousName")
_Properties = Mapping[str, Any]
_Entity = tuple[str, dict[str, Any]]


def read_ftm(text: str, problems: Problems) -> Iterator[Entry]:
    """The people of a file, each with the offices that its Occupancy entities give them."""
    kinds: dict[str, list[_Entity]] = defaultdict(list)
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            where = f"line {number}"
            entity = _entity(line)
            if entity is None:
                problems.add(where, "is no FollowTheMoney entity: an object with id and schema")
            else:
                kinds[entity["schema"]].append((where, entity))
    posts = {entity["id"]: entity for _, entity in kinds["Position"]}
    held: dict[str, list[OfficeEntry]] = defaultdict(list)
    for where, entity in kinds["Occupancy"]:
        for holder, office in _occupancy(Fields(where, _first(entity), problems), posts):
            held[holder].append(office)
    for where, entity in kinds["Person"]:
        yield _person(where, entity, held[entity["id"]], problems)


def _entity(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("properties", {}), dict):
        return None
    named = isinstance(found.get("id"), str) and isinstance(found.get("schema"), str)
    return found if named else None


def _all(entity: Mapping[str, Any], name: str) -> list[str]:
    values = entity.get("properties", {}).get(name) or []
    return [value for value in ([values] if isinstance(values, str) else values) if _is_text(value)]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _first(entity: Mapping[str, Any]) -> dict[str, str]:
    """The first value of each property: the one that is shown."""
    names = entity.get("properties", {})
    return {name: values[0] for name in names if (values := _all(entity, name))}


def _occupancy(fields: Fields, posts: Mapping[str, Any]) -> Iterator[tuple[str, OfficeEntry]]:
    post = posts.get(fields.text("post"))
    title = _first(post).get("name", "") if post else ""
    start, end = fields.term("startDate", "endDate")
    if title and post:
        place = region_named(_first(post).get("country", ""))
        yield fields.text("holder"), OfficeEntry(title, title, place, start, end)


def _person(where: str, entity: _Properties, held: list[OfficeEntry], problems: Problems) -> Entry:
    names = [name for kind in _NAMES for name in _all(entity, kind)]
    if not names:
        problems.add(where, "this Person has no name")
    fields = Fields(where, _first(entity), problems)
    said = (OfficeEntry(title, title, None, None, None) for title in _all(entity, "position"))
    return Entry(
        where=where,
        id=str(entity["id"]),
        name=names[0] if names else "",
        aliases=tuple(dict.fromkeys(names[1:])),
        wikidata=fields.wikidata("wikidataId"),
        gender=fields.gender("gender"),
        born=fields.date("birthDate"),
        died=fields.date("deathDate"),
        offices=tuple(held) or tuple(said),
    )
