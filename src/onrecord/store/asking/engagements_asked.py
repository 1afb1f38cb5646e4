"""Which engagements are asked for, the latest first, found lazily."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, exists, select

from onrecord.domain.asked import EngagementsAsked
from onrecord.store.asking.loading import fetched_by_number
from onrecord.store.asking.ordering import (
    Between,
    Key,
    Links,
    between_days,
    identities_of,
    in_order,
    linked,
    newest_first,
)
from onrecord.store.tables import schema

FEW_ENTRIES = 2000
"""Entries up to which one goes through these rather than through the days."""

_TOLD = Links(schema.participants, "engagement", schema.engagements)


def engagement_numbers(connection: Connection, asked: EngagementsAsked) -> Iterator[int]:
    """Numbers of the engagements asked for, the latest first."""
    table = schema.engagements
    who, beside = identities_of(connection, asked.who), identities_of(connection, asked.beside)
    if (asked.who and not who) or (asked.beside and not beside):
        return
    where = [table.c.struck == 0, table.c.probability >= asked.least]
    where += between_days(table, asked.since, asked.until)
    told = table.alias() if asked.of_entry else table
    conditions = list(_conditions(told, asked, beside))
    if asked.of_entry:
        between = asked.since, asked.until
        found = _by_entries(connection, told, conditions, who, where, between)
    else:
        where += [one.each for one in conditions]
        found = in_order(connection, _TOLD, who, where, (asked.since, asked.until))
    yield from islice((key[2] for key in found), asked.limit)


def _conditions(
    table: FromClause, asked: EngagementsAsked, beside: Collection[int]
) -> Iterator[_Condition]:
    if beside:
        links = schema.participants.c
        listed = select(links.engagement).where(links.identity.in_(beside))
        each = linked(schema.participants, "engagement", table, beside)
        yield _Condition(each, table.c.number.in_(listed))
    if asked.statuses:
        status = table.c.status.in_(sorted(asked.statuses))
        yield _Condition(status, status)
    if asked.kinds:
        kind = table.c.kind.in_(sorted(asked.kinds))
        yield _Condition(kind, kind)


class _Condition(NamedTuple):
    """A condition as it is quickest to ask of ``each`` item, and to list ``all`` by."""

    each: ColumnElement[bool]
    all: ColumnElement[bool]


def _by_entries(
    connection: Connection,
    told: FromClause,
    conditions: Iterable[_Condition],
    who: Collection[int],
    where: list[ColumnElement[bool]],
    between: Between,
) -> Iterator[Key]:
    """Engagements of entries of which something is ``told`` that meets each of ``conditions``.

    Where few entries meet one of them, by these; else by day, until enough are found.
    """
    table, links = schema.engagements, schema.participants
    few = None
    for one in conditions:
        if few is None:
            entries = select(told.c.entry).where(told.c.struck == 0, one.all).distinct()
            some = connection.scalars(entries.limit(FEW_ENTRIES + 1)).all()
            if len(some) <= FEW_ENTRIES:
                few = some
                continue
        same = told.c.entry == table.c.entry, told.c.struck == 0
        where = [*where, exists().where(*same, one.each)]
    if few is None:
        return in_order(connection, _TOLD, who, where, between)
    if who:
        where = [*where, linked(links, "engagement", table, who)]
    rows = fetched_by_number(
        connection,
        lambda part: select(table.c.day, table.c.id, table.c.number).where(
            *where, table.c.entry.in_(part)
        ),
        few,
    )
    return iter(sorted(((day, id, number) for day, id, number in rows), key=newest_first))
