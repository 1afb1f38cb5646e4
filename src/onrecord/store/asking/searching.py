"""Which statements and engagements are asked for, in order, found lazily.

Three ways lead to the statements with given words. Where somebody is asked for who said little,
through all that they said. Where few paragraphs hold the words, from these to their statements.
Else through the statements by day, newest first, until enough of them stand in such a paragraph.
None of them reads more than a small part of a large record.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
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
    func,
    select,
)
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.visitors import replacement_traverse

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.store.asking.loading import fetched_by_number, in_parts, values_of
from onrecord.store.asking.spoken import Key, Rough, in_text, speaking
from onrecord.store.tables import schema
from onrecord.store.words.indexing import WORDS, all_holding, in_any_number

FEW = 10_000
"""Paragraphs up to which one goes from them to their statements."""

LOOKED_AT = 20_000
"""Paragraphs up to which it is looked at first whether the very word stands there: the index knows
stems alone, so that it finds "host" for "hosting"."""

VERY_FEW_LINKS, FEW_LINKS = 100, 1000
"""Statements of somebody up to which their words are looked at, and no index: of rare words, and of
words that many paragraphs hold."""

FEW_ENTRIES = 2000
"""The same of entries of the diary and what is told of them."""

_BATCH = 256


_Between = tuple[str | None, str | None]
"""The first and the last day that is asked for."""


class _Links(NamedTuple):
    """A table of (identity, day, item), the name of the last, and the table of those."""

    table: Table
    item: str
    items: Table


_TOLD = _Links(schema.participants, "engagement", schema.engagements)


def statement_numbers(connection: Connection, asked: StatementsAsked) -> Iterator[int]:
    """Numbers of the statements asked for, the newest first."""
    where = _where_statements(asked)
    by, to = _numbers(connection, asked.by), _numbers(connection, asked.to)
    if (asked.by and not by) or (asked.to and not to):
        return
    way = _way(connection, by, to, sorted(asked.acts), (asked.since, asked.until))
    found = _by_words(connection, asked, where, way) if asked.words.strip() else None
    if found is None:
        found = way.found(connection, where)
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
        between = asked.since, asked.until
        found = _by_entries(connection, told, conditions, who, where, between)
    else:
        where += [one.each for one in conditions]
        found = _in_order(connection, _TOLD, who, where, (asked.since, asked.until))
    yield from islice((key[2] for key in found), asked.limit)


def _conditions(
    table: FromClause, asked: EngagementsAsked, beside: Collection[int]
) -> Iterator[_Condition]:
    if beside:
        links = schema.participants.c
        listed = select(links.engagement).where(links.identity.in_(beside))
        each = _linked(schema.participants, "engagement", table, beside)
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
    between: _Between,
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
        return _in_order(connection, _TOLD, who, where, between)
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


def _where_statements(asked: StatementsAsked) -> list[ColumnElement[bool]]:
    """The conditions but for words, people and acts."""
    table, articles = schema.statements, schema.articles
    where = [table.c.struck == 0, table.c.probability >= asked.least]
    where += _between(table, asked.since, asked.until)
    if asked.outlet:
        of = select(articles.c.number).where(
            func.lower(articles.c.outlet) == asked.outlet.strip().lower()
        )
        where.append(table.c.article.in_(of))
    return where


@dataclass(frozen=True, slots=True)
class _Way:
    """Statements in order, found through ``values`` of ``column``; all, where there is none.

    ``links``: the table of ``column``, where it is not that of statements. ``beside``: what else
    is asked of each. ``many``: how many there are at most, or more than FEW_LINKS.
    """

    column: ColumnElement[Any] | None
    links: Table | None
    values: Sequence[Any]
    beside: tuple[ColumnElement[bool], ...]
    between: _Between
    many: int = FEW_LINKS + 1

    def found(self, connection: Connection, where: list[ColumnElement[bool]]) -> Iterator[Key]:
        """Each once, the newest first."""
        where = [*where, *self.beside]
        table = schema.statements
        if self.column is None:
            return _stream(connection, _newest(table, table.c.day, where))
        if self.links is not None:
            links = _Links(self.links, "statement", table)
            return _in_order(connection, links, self.values, where, self.between)
        streams = (
            _stream(connection, _newest(table, table.c.day, [*where, self.column == one]))
            for one in self.values
        )
        return heapq.merge(*streams, key=_newest_first)

    def condition(self) -> list[ColumnElement[bool]]:
        """The same as conditions on statements."""
        if self.column is None:
            return [*self.beside]
        if self.links is None:
            return [self.column.in_(self.values), *self.beside]
        return [_linked(self.links, "statement", schema.statements, self.values), *self.beside]


def _way(
    connection: Connection, by: list[int], to: list[int], acts: Sequence[str], between: _Between
) -> _Way:
    """Through whoever says or is told the least; without them through the acts."""
    table = schema.statements
    ways = [
        (_how_many(connection, links, people), links, people)
        for links, people in ((schema.speakers, by), (schema.targets, to))
        if people
    ]
    ways.sort(key=itemgetter(0))
    beside = [_linked(links, "statement", table, people) for _, links, people in ways[1:]]
    if ways:
        many, links, people = ways[0]
        beside += [table.c.act.in_(acts)] if acts else []
        return _Way(links.c.identity, links, people, tuple(beside), between, many)
    return _Way(table.c.act if acts else None, None, acts, (), between)


def _how_many(connection: Connection, links: Table, people: list[int]) -> int:
    """How many statements are linked to ``people``; above FEW_LINKS one more than that."""
    some = select(links.c.statement).where(links.c.identity.in_(people)).limit(FEW_LINKS + 1)
    return connection.scalar(select(func.count()).select_from(some.subquery())) or 0


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
    links: _Links,
    identities: Collection[int],
    where: list[ColumnElement[bool]],
    between: _Between,
) -> Iterator[Key]:
    """Items by day, the newest first, each once; those of ``identities`` if there are any."""
    table, own = links.items, links.table
    if not identities:
        yield from _stream(connection, _newest(table, table.c.day, where))
        return
    last = None
    streams = []
    # Of the links too: what lies before the first day is then not even looked at.
    days = _between(own, *between)
    where = [_without_index(one, table) for one in where]
    for one in identities:
        joined = _newest(table, own.c.day, [*where, own.c.identity == one, *days])
        joined = joined.join(own, own.c[links.item] == table.c.number)
        streams.append(_stream(connection, joined))
    # Somebody under two keys may have said one thing once.
    for key in heapq.merge(*streams, key=_newest_first):
        if key != last:
            yield key
        last = key


def _without_index(condition: ColumnElement[bool], table: Table) -> ColumnElement[bool]:
    """The same, but no reason for SQLite to look for it in an index of ``table``.

    It would go through all items of an act, or since a day, rather than through somebody's few
    (https://www.sqlite.org/optoverview.html, "Disqualifying WHERE clause terms using unary +").
    """

    def marked(element: Any, **_: Any) -> Any:
        indexed = isinstance(element, Column) and element.table is table
        return UnaryExpression(element, operator=custom_op("+")) if indexed else None

    return replacement_traverse(condition, {}, marked)


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
    connection: Connection, asked: StatementsAsked, where: list[ColumnElement[bool]], way: _Way
) -> Iterator[Key]:
    rough = Rough(asked.words)
    if way.many <= VERY_FEW_LINKS:
        return speaking(connection, way.found(connection, where), rough)
    parts = (in_any_number(word) for word in WORDS.findall(asked.words))
    query = " AND ".join(f"({part})" for part in parts if part)
    paragraphs = all_holding(connection, query, LOOKED_AT + 1)
    if FEW < len(paragraphs) <= LOOKED_AT:
        paragraphs = in_text(connection, paragraphs, rough)
    if len(paragraphs) <= FEW:
        found = _of_paragraphs(connection, paragraphs, [*where, *way.condition()])
        return speaking(connection, found, rough, paragraphs)
    if len(paragraphs) > LOOKED_AT and way.many > FEW_LINKS:
        paragraphs = all_holding(connection, query)
    found = way.found(connection, where)
    return speaking(connection, found, rough, None if way.many <= FEW_LINKS else paragraphs)


def _of_paragraphs(
    connection: Connection, paragraphs: Collection[int], where: list[ColumnElement[bool]]
) -> Iterator[Key]:
    table, places = schema.statements, schema.statement_paragraphs.c
    there = select(places.statement).where(places.paragraph.in_(values_of(paragraphs)))
    # SQLite sorts them, so that only those are fetched that are looked at.
    query = _newest(table, table.c.day, [*where, table.c.number.in_(there)])
    return _stream(connection, query)
