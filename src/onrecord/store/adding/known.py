"""Identities: found by their key or made, with all the names that reports have for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, func, select

from onrecord.domain.kept import Identity
from onrecord.domain.record import Record
from onrecord.join.identities import fuller, identity_of
from onrecord.join.names import Name, names_of
from onrecord.store.asking.loading import fetched, identity
from onrecord.store.tables import schema
from onrecord.store.tables.bulk import insert_many, insert_tuples

Called = dict[str, tuple[Identity, set[Name]]]
"""By key, somebody and what they are called."""


def who_is_in(record: Record, article_id: str) -> tuple[dict[str, str], Called]:
    """By the id of each entity its key; and by key who that is."""
    keys: dict[str, str] = {}
    called: Called = {}
    for entity in record.entities:
        one = identity_of(entity, article_id)
        names = set(names_of(entity, record.article.text))
        keys[entity.id] = one.key
        if one.key in called:
            other, known = called[one.key]
            one, names = fuller(one, other), names | known
        called[one.key] = one, names
    return keys, called


def numbers_of(connection: Connection, called: Called) -> dict[str, int]:
    """The number of each of ``called``; who is not there yet is added, a fuller name replaces."""
    table = schema.identities
    rows = fetched(connection, lambda part: select(table).where(table.c.key.in_(part)), called)
    there = {row["key"]: row for row in rows}
    numbers = {key: row["number"] for key, row in there.items()}
    new = sorted(called.keys() - there.keys())
    following = (connection.scalar(select(func.max(table.c.number))) or 0) + 1
    numbers |= {key: following + place for place, key in enumerate(new)}
    if new:
        insert_many(connection, table, [_row(numbers[key], called[key][0]) for key in new])
    fullest = {key: fuller(identity(row), called[key][0]) for key, row in there.items()}
    renamed = [
        {"number_": numbers[key], "name_": one.name, "kind_": one.kind}
        for key, one in fullest.items()
        if (one.name, one.kind) != (there[key]["name"], there[key]["kind"])
    ]
    if renamed:
        connection.execute(
            table.update()
            .where(table.c.number == bindparam("number_"))
            .values(name=bindparam("name_"), kind=bindparam("kind_")),
            renamed,
        )
    _name(connection, {numbers[key]: called[key][1] for key in called})
    return numbers


def _row(number: int, one: Identity) -> dict[str, object]:
    return {
        "number": number,
        "key": one.key,
        "name": one.name,
        "kind": one.kind,
        "wikidata": one.wikidata,
    }


def _name(connection: Connection, names: Mapping[int, Iterable[Name]]) -> None:
    rows = {
        (
            name.words[-1],
            number,
            " ".join(name.words if name.suffix is None else (*name.words, name.suffix)),
        )
        for number, called in names.items()
        for name in called
        if name.words
    }
    table = schema.names
    columns = (table.c.last_word, table.c.identity, table.c.words)
    insert_tuples(connection, table, columns, sorted(rows), "OR IGNORE")
