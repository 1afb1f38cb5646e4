"""Which statements are asked for, the newest first, found lazily.

Three ways lead to the statements with given words. Where somebody is asked for who said little,
through all that they said. Where few paragraphs hold the words, from these to their statements.
Else through the days, newest first, until enough statements stand in such a paragraph.
None of them reads more than a small part of a large record.
"""

from __future__ import annotations

import heapq
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from onrecord.domain.asked import StatementsAsked
from onrecord.store.asking.loading import values_of
from onrecord.store.asking.ordering import (
    Between,
    Key,
    Links,
    between_days,
    identities_of,
    in_order,
    linked,
    newest,
    newest_first,
    stream,
)
from onrecord.store.asking.spoken import Rough, speaking
from onrecord.store.asking.walking import of_reports, through, walked
from onrecord.store.tables import schema
from onrecord.store.words.indexing import WORDS, all_holding, in_any_number

FEW = 15_000
"""Paragraphs up to which one goes from them to their statements."""

VERY_FEW = 1000
"""Paragraphs up to which the outlet of their statements is looked at, and no list of its own."""

FEW_REPORTS = 5000
"""Reports of an outlet up to which one goes through their paragraphs."""

VERY_FEW_LINKS = 100
"""Statements of somebody up to which their words are looked at, and no index."""

LINK = 4
"""So many statements of somebody are gone through as quickly as those of one paragraph are found
to be theirs."""

MANY_LINKS = 20_000
"""Statements of somebody beyond which they are not counted."""


def statement_numbers(connection: Connection, asked: StatementsAsked) -> Iterator[int]:
    """Numbers of the statements asked for, the newest first."""
    where = _where_statements(connection, asked)
    by, to = identities_of(connection, asked.by), identities_of(connection, asked.to)
    if (asked.by and not by) or (asked.to and not to):
        return
    way = _way(connection, by, to, sorted(asked.acts), (asked.since, asked.until))
    found = _by_words(connection, asked, where, way) if asked.words.strip() else None
    if found is None:
        found = way.found(connection, where.all)
    yield from islice((key[2] for key in found), asked.limit)


@dataclass(frozen=True, slots=True)
class _Where:
    """``all`` conditions but for words, people and acts; the ``articles`` of the outlet asked for,
    if one is."""

    all: list[ColumnElement[bool]]
    articles: Sequence[int] | None


def _where_statements(connection: Connection, asked: StatementsAsked) -> _Where:
    table = schema.statements
    where = [table.c.struck == 0, table.c.probability >= asked.least]
    where += between_days(table, asked.since, asked.until)
    if not asked.outlet:
        return _Where(where, None)
    articles = _of_outlet(connection, asked.outlet)
    return _Where([*where, table.c.article.in_(values_of(articles))], articles)


def _of_outlet(connection: Connection, outlet: str) -> Sequence[int]:
    """The reports of an outlet, whatever its case."""
    table = schema.articles.c
    same = func.lower(table.outlet) == outlet.strip().lower()
    named = select(table.outlet).distinct().where(same)
    return connection.scalars(select(table.number).where(table.outlet.in_(named))).all()


@dataclass(frozen=True, slots=True)
class _Way:
    """Statements in order, found through ``values`` of ``column``; all, where there is none.

    ``links``: the table of ``column``, where it is not that of statements. ``beside``: what else
    is asked of each. ``many``: how many there are at most, if that was counted.
    """

    column: ColumnElement[Any] | None
    links: Table | None
    values: Sequence[Any]
    beside: tuple[ColumnElement[bool], ...]
    between: Between
    many: int = sys.maxsize

    def found(self, connection: Connection, where: list[ColumnElement[bool]]) -> Iterator[Key]:
        """Each once, the newest first."""
        where = [*where, *self.beside]
        table = schema.statements
        if self.column is None:
            return stream(connection, newest(table, table.c.day, where))
        if self.links is not None:
            links = Links(self.links, "statement", table)
            return in_order(connection, links, self.values, where, self.between)
        streams = (
            stream(connection, newest(table, table.c.day, [*where, self.column == one]))
            for one in self.values
        )
        return heapq.merge(*streams, key=newest_first)

    def days(self) -> Iterator[tuple[Any, Any, list[ColumnElement[bool]]]]:
        """Columns of day and number to walk by, and which of their rows; see ``walked``."""
        table = schema.statements if self.links is None else self.links
        number = table.c.number if self.links is None else table.c.statement
        within = between_days(table, *self.between)
        if self.column is None:
            yield table.c.day, number, within
        for one in self.values if self.column is not None else ():
            yield table.c.day, number, [*within, self.column == one]

    def condition(self) -> list[ColumnElement[bool]]:
        """The same as conditions on statements."""
        if self.column is None:
            return [*self.beside]
        if self.links is None:
            return [self.column.in_(self.values), *self.beside]
        return [linked(self.links, "statement", schema.statements, self.values), *self.beside]


def _way(
    connection: Connection, by: list[int], to: list[int], acts: Sequence[str], between: Between
) -> _Way:
    """Through whoever says or is told the least; without them through the acts."""
    table = schema.statements
    ways = [
        (_how_many(connection, links, people), links, people)
        for links, people in ((schema.speakers, by), (schema.targets, to))
        if people
    ]
    ways.sort(key=itemgetter(0))
    beside = [linked(links, "statement", table, people) for _, links, people in ways[1:]]
    if ways:
        many, links, people = ways[0]
        beside += [table.c.act.in_(acts)] if acts else []
        return _Way(links.c.identity, links, people, tuple(beside), between, many)
    return _Way(table.c.act if acts else None, None, acts, (), between)


def _how_many(connection: Connection, links: Table, people: list[int]) -> int:
    """How many statements are linked to ``people``, or MANY_LINKS where there are more."""
    some = select(links.c.statement).where(links.c.identity.in_(people)).limit(MANY_LINKS)
    return connection.scalar(select(func.count()).select_from(some.subquery())) or 0


def _by_words(
    connection: Connection, asked: StatementsAsked, where: _Where, way: _Way
) -> Iterator[Key]:
    rough = Rough(asked.words)
    if way.many <= VERY_FEW_LINKS:
        return speaking(connection, way.found(connection, where.all), rough)
    parts = (in_any_number(word) for word in WORDS.findall(asked.words))
    query = " AND ".join(f"({part})" for part in parts if part)
    paragraphs = all_holding(connection, query, FEW + 1)
    if len(paragraphs) > VERY_FEW and where.articles and len(where.articles) <= FEW_REPORTS:
        paragraphs = of_reports(connection, where.articles, query)
    elif len(paragraphs) > min(FEW, way.many // LINK):
        found = walked(connection, way.days(), query, [*where.all, *way.beside])
        return speaking(connection, found, rough)
    conditions = [*where.all, *way.condition()]
    found = through(connection, paragraphs, way.between, conditions)
    return speaking(connection, found, rough, paragraphs)
