"""People whom no report names any more, and names that none has for them: they go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.join.names import Name, name
from onrecord.store import packing, schema
from onrecord.store.loading import fetched, in_parts, texts

_TOGETHER = 200
"""Reports that are looked at together for a name."""


def forget_orphans(connection: Connection, identities: Iterable[int]) -> list[int]:
    """Remove those of ``identities`` whom no report names; returns the others."""
    entities, names, people = schema.entities.c, schema.names, schema.identities
    asked = sorted(set(identities))
    query = select(entities.identity).distinct()
    rows = fetched(connection, lambda part: query.where(entities.identity.in_(part)), asked)
    there = {row["identity"] for row in rows}
    for part in in_parts(one for one in asked if one not in there):
        connection.execute(names.delete().where(names.c.identity.in_(part)))
        connection.execute(people.delete().where(people.c.number.in_(part)))
    return sorted(there)


def forget_names(connection: Connection, identities: Iterable[int], text: str) -> None:
    """After the report ``text`` has gone: remove what only it called ``identities``.

    Only names whose words stand in ``text`` can be its alone; whether another report has them is
    looked up in those that name the same people, until all are found.
    """
    words = set(name(text).words) | set(_words(text))
    for number in identities:
        _show_fullest(connection, number)
        gone = _not_called(connection, number, _could_be_its(connection, number, words))
        table = schema.names
        for one in gone:
            connection.execute(
                table.delete().where(table.c.identity == number, table.c.words == one)
            )


def _words(text: str) -> Iterator[str]:
    return (word for piece in text.split() for word in name(piece).words)


def _show_fullest(connection: Connection, number: int) -> None:
    """The longest name that a report has left, as ``join.identities.fuller`` chooses."""
    entities, people = schema.entities.c, schema.identities
    query = select(entities.name, entities.kind).where(entities.identity == number)
    query = query.order_by(func.length(entities.name).desc(), entities.name, entities.kind)
    name_, kind = connection.execute(query.limit(1)).one()
    connection.execute(
        people.update().where(people.c.number == number).values(name=name_, kind=EntityKind(kind))
    )


def _could_be_its(connection: Connection, number: int, words: Collection[str]) -> set[str]:
    names = schema.names.c
    called = connection.scalars(select(names.words).where(names.identity == number))
    # Short words may be initials that were written together, and so stand nowhere as they are.
    return {one for one in called if all(word in words or len(word) < 5 for word in one.split(" "))}


def _not_called(connection: Connection, number: int, names: set[str]) -> set[str]:
    """Those of ``names`` that no report has for the identity."""
    entities = schema.entities.c
    query = select(entities.name).distinct().where(entities.identity == number)
    left = names - {_text(name(one)) for one in connection.scalars(query)}
    query = select(entities.number).where(entities.identity == number).order_by(entities.number)
    numbers = connection.scalars(query).all() if left else []
    for first in range(0, len(numbers), _TOGETHER):
        if not left:
            break
        left -= _called_in(connection, numbers[first : first + _TOGETHER])
    return left


def _called_in(connection: Connection, entities: Collection[int]) -> set[str]:
    """What the entities are called in their reports."""
    table = schema.entities.c
    query = select(table.article, table.mentions).where(table.number.in_(entities))
    rows: defaultdict[int, list[Mapping[Any, Any]]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        rows[row["article"]].append(row)
    found = texts(connection, rows)
    return {
        _text(name(found[article][mention.span.start : mention.span.end]))
        for article, several in rows.items()
        for row in several
        for mention in packing.mentions(row["mentions"])
        if mention.form is MentionForm.NAME
    }


def _text(called: Name) -> str:
    return " ".join(called.words if called.suffix is None else (*called.words, called.suffix))
