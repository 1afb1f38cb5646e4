"""Whoever is named in a record, with all that they are called and how much they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, func, select

from onrecord.domain.kept import Named
from onrecord.store.asking import loading
from onrecord.store.asking.loading import fetched
from onrecord.store.tables import schema


def named(connection: Connection, last_word: str) -> tuple[Named, ...]:
    """See ``protocol.View``."""
    table = schema.names.c
    query = select(table.identity).where(table.last_word == last_word)
    return _described(connection, connection.scalars(query).all())


def known(connection: Connection, keys: Iterable[str]) -> tuple[Named, ...]:
    """See ``protocol.View``."""
    table = schema.identities.c
    rows = fetched(
        connection,
        lambda part: select(table.number).where(table.key.in_(part) | table.wikidata.in_(part)),
        keys,
    )
    return _described(connection, [row["number"] for row in rows])


def _described(connection: Connection, numbers: Collection[int]) -> tuple[Named, ...]:
    people, names = schema.identities, schema.names.c
    rows = fetched(
        connection, lambda part: select(people).where(people.c.number.in_(part)), numbers
    )
    found = {row["number"]: loading.identity(row) for row in rows}
    called: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    query = select(names.identity, names.words)
    for row in fetched(connection, lambda part: query.where(names.identity.in_(part)), found):
        called[row["identity"]].append(tuple(row["words"].split()))
    said = _statements_of(connection, found)
    listed = (
        Named(one, tuple(sorted(called[number])), said.get(number, 0))
        for number, one in found.items()
    )
    return tuple(sorted(listed, key=lambda one: one.identity.key))


def _statements_of(connection: Connection, identities: Collection[int]) -> dict[int, int]:
    """How many statements each of ``identities`` makes; nobody who makes none is there."""
    table = schema.speakers.c
    counts = select(table.identity, func.count().label("many")).group_by(table.identity)
    rows = fetched(connection, lambda part: counts.where(table.identity.in_(part)), identities)
    return {row["identity"]: row["many"] for row in rows}
