"""Statements with words that many paragraphs hold: through the days, until enough are found.

Every way through the days has an index that holds day and number, and another one leads from there
to the paragraphs of a statement; so nothing else is read of the many that do not have the words.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    UnaryExpression,
    column,
    exists,
    select,
    table,
)
from sqlalchemy.sql.operators import custom_op

from onrecord.store.asking.loading import fetched_by_number, values_of
from onrecord.store.asking.ordering import Between, Key, backwards, between_days, without_index
from onrecord.store.tables import schema

Dated = tuple[str, int]
"""Day and number of a statement."""

_FIRST, _MOST = 128, 2048
"""Statements whose rows are fetched together: few at first, since few may be all that is shown."""

_BATCH = 64

_WORDS = table("words", column("rowid"), column("words"))


def walked(
    connection: Connection,
    days: Iterable[tuple[ColumnElement[str], ColumnElement[int], Sequence[ColumnElement[bool]]]],
    words: str,
    where: Sequence[ColumnElement[bool]],
) -> Iterator[Key]:
    """Statements that reach into a paragraph that matches the FTS5 query ``words``, each once.

    ``days``: the columns of day and number to walk by, and which of their rows; several are merged.
    ``where``: what is asked of the statements besides.
    """
    streams = [_with_words(connection, *one, words) for one in days]
    dated = heapq.merge(*streams, key=lambda one: backwards(one[0]))
    for batch in _by_whole_days(dated):
        yield from _in_order(connection, batch, where)


def through(
    connection: Connection,
    paragraphs: Collection[int],
    between: Between,
    where: Sequence[ColumnElement[bool]],
) -> Iterator[Key]:
    """Statements that reach into one of ``paragraphs``, each once, the newest first."""
    places = schema.statement_paragraphs
    query = (
        select(places.c.day, places.c.statement)
        .where(places.c.paragraph.in_(values_of(paragraphs)), *between_days(places, *between))
        .order_by(places.c.day.desc())
    )
    for batch in _by_whole_days(_stream(connection, query)):
        yield from _in_order(connection, batch, where)


def _with_words(
    connection: Connection,
    day: ColumnElement[str],
    number: ColumnElement[int],
    chosen: Sequence[ColumnElement[bool]],
    words: str,
) -> Iterator[Dated]:
    places = schema.statement_paragraphs.c
    there = exists().where(places.statement == number, _is_among(places.paragraph, words))
    query: Any = select(day, number).where(*chosen, there).order_by(day.desc())
    return _stream(connection, query)


def _stream(connection: Connection, query: Any) -> Iterator[Dated]:
    rows = connection.execute(query, execution_options={"yield_per": _BATCH})
    yield from ((day, number) for day, number in rows)


def of_reports(connection: Connection, articles: Collection[int], words: str) -> set[int]:
    """The paragraphs of ``articles`` that match the FTS5 query ``words``."""
    cut = schema.paragraphs.c
    query = select(cut.number).where(_is_among(cut.number, words))
    rows = fetched_by_number(connection, lambda part: query.where(cut.article.in_(part)), articles)
    return {number for (number,) in rows}


def _is_among(paragraph: ColumnElement[int], words: str) -> ColumnElement[bool]:
    """Whether it is one of those that match.

    With the sign SQLite looks whether it is; without it, it would begin at the matching and look
    for each of them, again for each statement.
    """
    matching = select(_WORDS.c.rowid).where(_WORDS.c.words.op("MATCH")(words))
    marked: ColumnElement[int] = UnaryExpression(paragraph, operator=custom_op("+"))
    return marked.in_(matching)


def _by_whole_days(dated: Iterator[Dated]) -> Iterator[dict[int, str]]:
    """The day of each by its number; those of one day together, since they are ordered by id."""
    size, batch = _FIRST, dict[int, str]()
    for _, same in groupby(dated, key=itemgetter(0)):
        batch |= {number: day for day, number in same}
        if len(batch) >= size:
            yield batch
            size, batch = min(2 * size, _MOST), {}
    yield batch


def _in_order(
    connection: Connection, batch: dict[int, str], where: Sequence[ColumnElement[bool]]
) -> list[Key]:
    said = schema.statements
    query = select(said.c.id, said.c.number).where(*(without_index(one, said) for one in where))
    rows = fetched_by_number(connection, lambda part: query.where(said.c.number.in_(part)), batch)
    found = [(batch[number], id, number) for id, number in rows]
    return sorted(found, key=lambda one: (backwards(one[0]), one[1]))
