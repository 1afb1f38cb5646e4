"""Questions that somebody would not answer, where no statement of theirs says so.

All questions that were declined are gone through: they are few (of a million statements' reports
8,000, in 12 ms), while somebody may be named in very many reports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, select

from onrecord.domain.days import day_of_publication
from onrecord.domain.exchange import Response
from onrecord.domain.kept import Identity, KeptExchange
from onrecord.domain.span import Passage, Span, Spans
from onrecord.domain.statement import Act
from onrecord.store.asking import loading
from onrecord.store.asking.loading import fetched, fetched_by_number, values_of
from onrecord.store.tables import packing, schema
from onrecord.store.tables.ids import group_id

_TOGETHER = 25
"""So many are loaded together: about what fits on a screen."""


class _Declined(NamedTuple):
    """The number of a question, its report's, its id there, and the identity that it was put to."""

    exchange: int
    article: int
    local: str
    identity: int


def refusals(connection: Connection, keys: Iterable[str]) -> Iterator[KeptExchange]:
    """See ``protocol.View``."""
    people = _people(connection, keys)
    asked = {one.exchange: one for one in _declined(connection, people)}
    said = _said(connection, {one.article for one in asked.values()}, people)
    left = [one for one in asked.values() if (one.article, one.local) not in said]
    ordered = iter(_newest_first(connection, left))
    while batch := list(islice(ordered, _TOGETHER)):
        yield from _loaded(connection, batch, people)


def _people(connection: Connection, keys: Iterable[str]) -> dict[int, Identity]:
    table = schema.identities
    rows = fetched(connection, lambda part: select(table).where(table.c.key.in_(part)), keys)
    return {row["number"]: loading.identity(row) for row in rows}


def _declined(connection: Connection, people: Collection[int]) -> list[_Declined]:
    named, asked = schema.entities.c, schema.exchanges.c
    query = (
        select(asked.number, asked.article, asked.local, named.identity)
        .join(schema.entities, and_(named.article == asked.article, named.local == asked.asked))
        .where(asked.response == Response.DECLINED, named.identity.in_(values_of(people)))
    )
    return [_Declined(*row) for row in connection.execute(query)]


def _said(
    connection: Connection, articles: Iterable[int], people: Collection[int]
) -> set[tuple[int, str]]:
    """The questions that a statement of theirs says they would not answer."""
    said, speakers = schema.statements.c, schema.speakers.c
    query = (
        select(said.article, said.exchange)
        .join(schema.speakers, speakers.statement == said.number)
        .where(said.act == Act.DECLINES, said.exchange.is_not(None), said.struck == 0)
        .where(speakers.identity.in_(values_of(people)))
    )
    rows = fetched_by_number(connection, lambda part: query.where(said.article.in_(part)), articles)
    return {(article, exchange) for article, exchange in rows}


def _newest_first(connection: Connection, asked: Iterable[_Declined]) -> list[_Declined]:
    """By the day of the report; those without one last, then by the report's id."""
    listed = list(asked)
    table = schema.articles.c
    query = select(table.number, table.day, table.id)
    rows = fetched_by_number(
        connection,
        lambda part: query.where(table.number.in_(part)),
        {one.article for one in listed},
    )
    articles = {number: (day, id) for number, day, id in rows}
    listed.sort(key=lambda one: (articles[one.article][1], one.exchange))
    listed.sort(key=lambda one: articles[one.article][0], reverse=True)
    return listed


def _loaded(
    connection: Connection, batch: list[_Declined], people: Mapping[int, Identity]
) -> Iterator[KeptExchange]:
    numbers = {one.article for one in batch}
    exchanges, articles = schema.exchanges, schema.articles
    texts = loading.texts(connection, numbers)
    rows = _by_number(connection, exchanges, (one.exchange for one in batch))
    reports = _by_number(connection, articles, numbers)
    families = _by_number(connection, articles, (row["family"] for row in reports.values()))
    for one in batch:
        row, text = reports[one.article], texts.get(one.article, "")
        exchange = loading.exchange(rows[one.exchange], text)
        around = _around(packing.spans(row["sentences"]), exchange.question.spans)
        yield KeptExchange(
            report=loading.report(row),
            exchange=exchange,
            asked=people[one.identity],
            sentence=Passage.cut(text, around),
            day=day_of_publication(row["published"]),
            family=group_id("k", families[row["family"]]["id"]),
        )


def _by_number(
    connection: Connection, table: Any, numbers: Iterable[int]
) -> dict[int, Mapping[Any, Any]]:
    rows = fetched(connection, lambda part: select(table).where(table.c.number.in_(part)), numbers)
    return {row["number"]: row for row in rows}


def _around(sentences: Spans, words: Spans) -> Spans:
    """The sentences that ``words`` reach into, those that follow one another as one span; the
    words themselves where no sentences are known."""
    runs: list[Span] = []
    before = -2
    for number, sentence in enumerate(sentences):
        if any(one.start < sentence.end and sentence.start < one.end for one in words):
            start = runs.pop().start if before == number - 1 else sentence.start
            runs.append(Span(start, sentence.end))
            before = number
    return tuple(runs) or words
