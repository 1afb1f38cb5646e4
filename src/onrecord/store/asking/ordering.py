"""Items by day, the latest first, found lazily; and the conditions that both sorts share."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    UnaryExpression,
    and_,
    exists,
    select,
)
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import replacement_traverse

from onrecord.store.asking.loading import in_parts
from onrecord.store.tables import schema

Key = tuple[str, str, int]
"""Day, id and number of an item."""

Between = tuple[str | None, str | None]
"""The first and the last day that is asked for."""

_BATCH = 256


class Links(NamedTuple):
    """A table of (identity, day, item), the name of the last, and the table of those."""

    table: Table
    item: str
    items: Table


def newest_first(key: Key) -> tuple[int, str]:
    return backwards(key[0]), key[1]


def backwards(day: str) -> int:
    """A number that is the smaller, the later the day; an unknown one is the largest."""
    return -int(day.replace("-", "")) if day else 1


def between_days(table: Table, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    where = []
    if since:
        where.append(table.c.day >= since)
    if until:
        where.append(and_(table.c.day <= until, table.c.day != ""))
    return where


def linked(
    links: Table, item: str, table: FromClause, identities: Collection[int]
) -> ColumnElement[bool]:
    own = links.alias()
    return exists().where(own.c[item] == table.c.number, own.c.identity.in_(identities))


def identities_of(connection: Connection, keys: Collection[str]) -> list[int]:
    table = schema.identities.c
    found: list[int] = []
    for part in in_parts(sorted(keys)):
        found += connection.scalars(select(table.number).where(table.key.in_(part)))
    return sorted(found)


def in_order(
    connection: Connection,
    links: Links,
    identities: Collection[int],
    where: list[ColumnElement[bool]],
    between: Between,
) -> Iterator[Key]:
    """Items by day, the newest first, each once; those of ``identities`` if there are any."""
    table, own = links.items, links.table
    if not identities:
        yield from stream(connection, newest(table, table.c.day, where))
        return
    last = None
    streams = []
    # Of the links too: what lies before the first day is then not even looked at.
    days = between_days(own, *between)
    where = [without_index(one, table) for one in where]
    for one in identities:
        joined = newest(table, own.c.day, [*where, own.c.identity == one, *days])
        joined = joined.join(own, own.c[links.item] == table.c.number)
        streams.append(stream(connection, joined))
    # Somebody under two keys may have said one thing once.
    for key in heapq.merge(*streams, key=newest_first):
        if key != last:
            yield key
        last = key


def newest(table: Table, day: Any, where: list[ColumnElement[bool]]) -> Select[Any]:
    query = select(day, table.c.id, table.c.number).select_from(table).where(*where)
    return query.order_by(day.desc(), table.c.id)


def stream(connection: Connection, query: Select[Any]) -> Iterator[Key]:
    rows = connection.execute(query, execution_options={"yield_per": _BATCH})
    yield from ((day, id, number) for day, id, number in rows)


def without_index(condition: ColumnElement[bool], table: Table) -> ColumnElement[bool]:
    """The same, but no reason for SQLite to look for it in an index of ``table``.

    It would go through all items of an act, or since a day, rather than through somebody's few
    (https://www.sqlite.org/optoverview.html, "Disqualifying WHERE clause terms using unary +").
    """

    def marked(element: Any, **_: Any) -> Any:
        indexed = isinstance(element, Column) and element.table is table
        return UnaryExpression(element, operator=custom_op("+")) if indexed else None

    return replacement_traverse(condition, {}, marked)
