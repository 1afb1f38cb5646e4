"""Whoever is named in a record, with all that they are called and how much they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import Connection, func, select

from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Identity, Named
from onrecord.store.asking.loading import fetched, fetched_by_number
from onrecord.store.tables import schema

Count = Callable[[Collection[int]], Mapping[int, int]]
"""From identities to how many statements each of them makes."""


def named(connection: Connection, count: Count, last_word: str) -> tuple[Named, ...]:
    """See ``protocol.View``."""
    table = schema.names.c
    query = select(table.identity).where(table.last_word == last_word)
    return _described(connection, count, connection.scalars(query).all())


def known(connection: Connection, count: Count, keys: Iterable[str]) -> tuple[Named, ...]:
    """See ``protocol.View``."""
    table = schema.identities.c
    rows = fetched(
        connection,
        lambda part: select(table.number).where(table.key.in_(part) | table.wikidata.in_(part)),
        keys,
    )
    return _described(connection, count, [row["number"] for row in rows])


def _described(connection: Connection, count: Count, numbers: Collection[int]) -> tuple[Named, ...]:
    people, names = schema.identities.c, schema.names.c
    query = select(people.number, people.key, people.name, people.kind, people.wikidata)
    rows = fetched_by_number(connection, lambda part: query.where(people.number.in_(part)), numbers)
    called: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    listed = select(names.identity, names.words)
    for number, words in fetched_by_number(
        connection, lambda part: listed.where(names.identity.in_(part)), numbers
    ):
        called[number].append(tuple(words.split()))
    said = count(numbers)
    found = (
        Named(
            Identity(key, name, EntityKind(kind), wikidata),
            tuple(sorted(called[number])),
            said.get(number, 0),
        )
        for number, key, name, kind, wikidata in rows
    )
    return tuple(sorted(found, key=lambda one: one.identity.key))


def statements_of(connection: Connection, identities: Collection[int]) -> dict[int, int]:
    """How many statements each of ``identities`` makes; nobody who makes none is there."""
    table = schema.speakers.c
    counts = select(table.identity, func.count()).group_by(table.identity)
    rows = fetched_by_number(
        connection, lambda part: counts.where(table.identity.in_(part)), identities
    )
    return dict(map(tuple, rows))
