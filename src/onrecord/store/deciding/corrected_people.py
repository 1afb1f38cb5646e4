"""Somebody named by a person's correction: an identity of the record, or a new one of that name.

In the report's own record they are an entity: the report's where it has one of that identity, else
one that is added without mentions, so that the record stays whole and every export shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.kept import Identity
from onrecord.errors import BadCorrection
from onrecord.join.identities import identity_of
from onrecord.join.names import Name, name
from onrecord.store.adding.known import numbers_of
from onrecord.store.asking.loading import identity
from onrecord.store.tables import schema

COMPONENT = "correction"
"""Component of the derivation of rows that people added."""

_UNKNOWN = "there is nobody of that id in the record; give the full name"
_SEVERAL = "this may be {who}; give the full name or the id"


def somebody(connection: Connection, article: Mapping[Any, Any], asked: Any) -> dict[str, Any]:
    """Who ``asked`` is, as a correction keeps it: a name, a key, or a mapping with both.

    Who is in the report comes before who is only in the record. Raises BadCorrection.
    """
    if isinstance(asked, Mapping):
        return _given(asked)
    for within in (article["number"], None):
        found = _called(connection, asked, within)
        if len(found) > 1:
            who = " or ".join(f"{one.name} ({one.key})" for one in found[:5])
            raise BadCorrection(asked, _SEVERAL.format(who=who))
        if found:
            return kept(found[0])
    if asked[:1] == "Q" and asked[1:].isdecimal():
        raise BadCorrection(asked, _UNKNOWN)
    return kept(_new(article, asked))


def kept(one: Identity) -> dict[str, Any]:
    """Somebody as a correction keeps them."""
    return {"key": one.key, "name": one.name, "kind": str(one.kind), "wikidata": one.wikidata}


def _given(asked: Mapping[str, Any]) -> dict[str, Any]:
    try:
        kind = EntityKind(asked.get("kind", EntityKind.PERSON))
        return kept(Identity(asked["key"], asked["name"], kind, asked.get("wikidata")))
    except (KeyError, ValueError) as error:
        raise BadCorrection(str(asked)[:100], f"somebody has a key, a name, a kind: {error}") from (
            error
        )


def _new(article: Mapping[Any, Any], asked: str) -> Identity:
    called = name(asked)
    if not called.words:
        raise BadCorrection(asked, "this is no name")
    # A single word is nobody in particular: only this report's.
    alone = f"in:{article['id']}:{' '.join(called.words)}"
    return identity_of(Entity(alone, asked, EntityKind.PERSON, (), identity=alone), article["id"])


def _called(connection: Connection, asked: str, within: int | None) -> list[Identity]:
    """Those of the key, else of the name; a surname alone only ``within`` a report."""
    people, entities = schema.identities, schema.entities
    query = select(people).order_by(people.c.key)
    if within is not None:
        query = query.where(
            people.c.number.in_(select(entities.c.identity).where(entities.c.article == within))
        )
    known = query.where((people.c.key == asked) | (people.c.wikidata == asked))
    if found := connection.execute(known).mappings().all():
        return [identity(row) for row in found]
    called = name(asked)
    if not called.words:
        return []
    names = schema.names.c
    bearers = select(names.identity).where(
        names.last_word == called.words[-1], names.words == _text(called)
    )
    rows = connection.execute(query.where(people.c.number.in_(bearers))).mappings()
    found_ = [identity(row) for row in rows]
    if within is None and len(called.words) == 1:
        return [one for one in found_ if one.kind is not EntityKind.PERSON]
    return found_


def _text(called: Name) -> str:
    return " ".join(called.words if called.suffix is None else (*called.words, called.suffix))


def local_of(connection: Connection, article: Mapping[Any, Any], who: Mapping[str, Any]) -> str:
    """The id in the report's record of ``who``; an entity is added where the report has none."""
    entities = schema.entities
    number = _number(connection, who)
    query = select(entities.c.local).order_by(entities.c.number).limit(1)
    local = connection.scalar(
        query.where(entities.c.article == article["number"], entities.c.identity == number)
    )
    return local or _add(connection, article, who, number)


def _number(connection: Connection, who: Mapping[str, Any]) -> int:
    people = schema.identities.c
    found = connection.scalar(select(people.number).where(people.key == who["key"]))
    if found is not None:
        return int(found)
    one = Identity(who["key"], who["name"], EntityKind(who["kind"]), who["wikidata"])
    return numbers_of(connection, {one.key: (one, {name(one.name)})})[one.key]


def _add(
    connection: Connection, article: Mapping[Any, Any], who: Mapping[str, Any], number: int
) -> str:
    entities = schema.entities
    there = set(
        connection.scalars(select(entities.c.local).where(entities.c.article == article["number"]))
    )
    local = next(one for n in range(1, len(there) + 2) if (one := f"c{n}") not in there)
    named = who["key"].startswith(("person:", "body:", "law:"))
    row = {
        "article": article["number"],
        "local": local,
        "identity": number,
        "name": who["name"],
        "kind": who["kind"],
        "wikidata": who["wikidata"],
        "known": None if named or who["wikidata"] else who["key"],
        "row": None,
        "roles": "[]",
        "mentions": "[]",
        "candidates": "[]",
        "derivation": _derivation(connection),
    }
    connection.execute(insert(entities), [row])
    return local


def take_away(connection: Connection, article: Mapping[Any, Any]) -> list[int]:
    """Remove the entities that corrections added to the report; returns who they were."""
    entities, how = schema.entities, schema.derivations
    added = (entities.c.article == article["number"]) & entities.c.derivation.in_(
        select(how.c.number).where(how.c.component == COMPONENT)
    )
    numbers = list(connection.scalars(select(entities.c.identity).where(added)))
    connection.execute(entities.delete().where(added))
    return numbers


def _derivation(connection: Connection) -> int:
    table = schema.derivations
    query = select(table.c.number).where(table.c.component == COMPONENT)
    found = connection.scalar(query)
    if found is not None:
        return int(found)
    number = (connection.scalar(select(func.max(table.c.number))) or 0) + 1
    row = {"component": COMPONENT, "version": "1", "weights_sha256": "", "options_sha256": ""}
    connection.execute(insert(table), [{"number": number, **row}])
    return int(number)
