"""Which statements and engagements are asked for, in order, found lazily.

Two ways lead to the statements with given words. Where few paragraphs hold them, from these to
their statements; where many do, through the statements by day, newest first, until enough of them
stand in such a paragraph: neither reads more than a small part of a large record.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    exists,
    func,
    select,
)

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.store import schema
from onrecord.store.indexing import WORDS, holding, in_any_number
from onrecord.store.loading import fetched_by_number, in_parts

FEW = 5000
"""Paragraphs up to which one goes from them to their statements."""

FEW_ENTRIES = 2000
"""The same of entries of the diary and what is told of them."""

_BATCH = 256

Key = tuple[str, str, int]
"""Day, id and number of an item."""


def statement_numbers(connection: Connection, asked: StatementsAsked) -> Iterator[int]:
    """Numbers of the statements asked for, the newest first."""
    table = schema.statements
    where = _where_statements(connection, asked)
    if where is None:
        return
    by = _numbers(connection, asked.by)
    if asked.by and not by:
        return
    found = _by_words(connection, asked, where, by) if asked.words.strip() else None
    if found is None:
        found = _in_order(connection, table, schema.speakers, "statement", by, where)
    yield from islice((key[2] for key in found), asked.limit)


def engagement_numbers(connection: Connection, asked: EngagementsAsked) -> Iterator[int]:
    """Numbers of the engagements asked for, the latest first."""
    table = schema.engagements
    who, beside = _numbers(connection, asked.who), _numbers(connection, asked.beside)
    if (asked.who and not who) or (asked.beside and not beside):
        return
    where = [table.c.struck == 0, table.c.probability >= asked.least]
    where += _between(table, asked.since, asked.until)
    told = table.alias() if asked.of_entry else table
    conditions = list(_conditions(told, asked, beside))
    if asked.of_entry:
        found = _by_entries(connection, told, conditions, who, where)
    else:
        where += conditions
        found = _in_order(connection, table, schema.participants, "engagement", who, where)
    yield from islice((key[2] for key in found), asked.limit)


def _conditions(
    table: FromClause, asked: EngagementsAsked, beside: Collection[int]
) -> Iterator[ColumnElement[bool]]:
    if beside:
        yield _linked(schema.participants, "engagement", table, beside)
    if asked.statuses:
        yield table.c.status.in_(sorted(asked.statuses))
    if asked.kinds:
        yield table.c.kind.in_(sorted(asked.kinds))


def _by_entries(
    connection: Connection,
    told: FromClause,
    conditions: Iterable[ColumnElement[bool]],
    who: Collection[int],
    where: list[ColumnElement[bool]],
) -> Iterator[Key]:
    """Engagements of entries of which something is ``told`` that meets each of ``conditions``.

    Where few entries meet one of them, by these; else by day, until enough are found.
    """
    table, links = schema.engagements, schema.participants
    few = None
    for one in conditions:
        entries = select(told.c.entry).where(told.c.struck == 0, one).distinct()
        if few is None:
            some = connection.scalars(entries.limit(FEW_ENTRIES + 1)).all()
            if len(some) <= FEW_ENTRIES:
                few = some
                continue
        where = [*where, exists().where(told.c.entry == table.c.entry, told.c.struck == 0, one)]
    if few is None:
        return _in_order(connection, table, links, "engagement", who, where)
    if who:
        where = [*where, _linked(links, "engagement", table, who)]
    rows = fetched_by_number(
        connection,
        lambda part: select(table.c.day, table.c.id, table.c.number).where(
            *where, table.c.entry.in_(part)
        ),
        few,
    )
    return iter(sorted(((day, id, number) for day, id, number in rows), key=_newest_first))


def _newest_first(key: Key) -> tuple[int, str]:
    return _backwards(key[0]), key[1]


def _where_statements(
    connection: Connection, asked: StatementsAsked
) -> list[ColumnElement[bool]] | None:
    """The conditions but for words and speaker; None where nothing can meet them."""
    table, articles = schema.statements, schema.articles
    where = [table.c.struck == 0, table.c.probability >= asked.least]
    where += _between(table, asked.since, asked.until)
    if asked.acts:
        where.append(table.c.act.in_(sorted(asked.acts)))
    if asked.to:
        targets = _numbers(connection, asked.to)
        if not targets:
            return None
        where.append(_linked(schema.targets, "statement", table, targets))
    if asked.outlet:
        of = select(articles.c.number).where(
            func.lower(articles.c.outlet) == asked.outlet.strip().lower()
        )
        where.append(table.c.article.in_(of))
    return where


def _between(table: Table, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    where = []
    if since:
        where.append(table.c.day >= since)
    if until:
        where.append(and_(table.c.day <= until, table.c.day != ""))
    return where


def _linked(
    links: Table, item: str, table: FromClause, identities: Collection[int]
) -> ColumnElement[bool]:
    own = links.alias()
    return exists().where(own.c[item] == table.c.number, own.c.identity.in_(identities))


def _numbers(connection: Connection, keys: Collection[str]) -> list[int]:
    table = schema.identities.c
    found: list[int] = []
    for part in in_parts(sorted(keys)):
        found += connection.scalars(select(table.number).where(table.key.in_(part)))
    return sorted(found)


def _in_order(
    connection: Connection,
    table: Table,
    links: Table,
    item: str,
    identities: Collection[int],
    where: list[ColumnElement[bool]],
) -> Iterator[Key]:
    """Items by day, the newest first, each once; those of ``identities`` if there are any."""
    if not identities:
        yield from _stream(connection, _newest(table, table.c.day, where))
        return
    last = None
    streams = []
    for one in identities:
        joined = _newest(table, links.c.day, [*where, links.c.identity == one])
        streams.append(_stream(connection, joined.join(links, links.c[item] == table.c.number)))
    # Somebody under two keys may have said one thing once.
    for key in heapq.merge(*streams, key=_newest_first):
        if key != last:
            yield key
        last = key


def _newest(table: Table, day: Any, where: list[ColumnElement[bool]]) -> Select[Any]:
    query = select(day, table.c.id, table.c.number).select_from(table).where(*where)
    return query.order_by(day.desc(), table.c.id)


def _stream(connection: Connection, query: Select[Any]) -> Iterator[Key]:
    rows = connection.execute(query, execution_options={"yield_per": _BATCH})
    yield from ((day, id, number) for day, id, number in rows)


def _backwards(day: str) -> int:
    """A number that is the smaller, the later the day; an unknown one is the largest."""
    return -int(day.replace("-", "")) if day else 1


def _by_words(
    connection: Connection,
    asked: StatementsAsked,
    where: list[ColumnElement[bool]],
    by: Collection[int],
) -> Iterator[Key]:
    parts = (in_any_number(word) for word in WORDS.findall(asked.words))
    paragraphs = set(holding(connection, " AND ".join(f"({part})" for part in parts if part)))
    table, places = schema.statements, schema.statement_paragraphs
    if len(paragraphs) <= FEW:
        if by:
            where = [*where, _linked(schema.speakers, "statement", table, by)]
        return iter(_of_paragraphs(connection, paragraphs, where))
    found = _in_order(connection, table, schema.speakers, "statement", by, where)
    return _standing_in(connection, found, places, paragraphs)


def _of_paragraphs(
    connection: Connection, paragraphs: Collection[int], where: list[ColumnElement[bool]]
) -> list[Key]:
    table, places = schema.statements.c, schema.statement_paragraphs.c
    found: set[Key] = set()
    for part in in_parts(sorted(paragraphs)):
        query = select(table.day, table.id, table.number).where(
            *where,
            table.number.in_(select(places.statement).where(places.paragraph.in_(part))),
        )
        found.update((day, id, number) for day, id, number in connection.execute(query))
    return sorted(found, key=_newest_first)


def _standing_in(
    connection: Connection, found: Iterator[Key], places: Table, paragraphs: Collection[int]
) -> Iterator[Key]:
    """Those of ``found`` that reach into one of ``paragraphs``."""
    while batch := list(islice(found, _BATCH)):
        query = select(places.c.statement, places.c.paragraph).where(
            places.c.statement.in_([key[2] for key in batch])
        )
        there = {
            statement
            for statement, paragraph in connection.execute(query)
            if paragraph in paragraphs
        }
        yield from (key for key in batch if key[2] in there)
