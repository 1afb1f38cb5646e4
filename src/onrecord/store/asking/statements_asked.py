"""Which statements are asked for, the newest first, found lazily.

Three ways lead to the statements with given words. Where somebody is asked for who said little,
through all that they said. Where few paragraphs hold the words, from these to their statements.
Else through the statements by day, newest first, until enough of them stand in such a paragraph.
None of them reads more than a small part of a large record.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Sequence
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
from onrecord.store.asking.spoken import Rough, in_text, speaking
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


def statement_numbers(connection: Connection, asked: StatementsAsked) -> Iterator[int]:
    """Numbers of the statements asked for, the newest first."""
    where = _where_statements(asked)
    by, to = identities_of(connection, asked.by), identities_of(connection, asked.to)
    if (asked.by and not by) or (asked.to and not to):
        return
    way = _way(connection, by, to, sorted(asked.acts), (asked.since, asked.until))
    found = _by_words(connection, asked, where, way) if asked.words.strip() else None
    if found is None:
        found = way.found(connection, where)
    yield from islice((key[2] for key in found), asked.limit)


def _where_statements(asked: StatementsAsked) -> list[ColumnElement[bool]]:
    """The conditions but for words, people and acts."""
    table, articles = schema.statements, schema.articles
    where = [table.c.struck == 0, table.c.probability >= asked.least]
    where += between_days(table, asked.since, asked.until)
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
    between: Between
    many: int = FEW_LINKS + 1

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
    """How many statements are linked to ``people``; above FEW_LINKS one more than that."""
    some = select(links.c.statement).where(links.c.identity.in_(people)).limit(FEW_LINKS + 1)
    return connection.scalar(select(func.count()).select_from(some.subquery())) or 0


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
    query = newest(table, table.c.day, [*where, table.c.number.in_(there)])
    return stream(connection, query)
