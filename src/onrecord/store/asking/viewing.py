"""One consistent moment of a record's file, asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.domain.article import Article
from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.kept import (
    Correction,
    Counts,
    KeptEngagement,
    KeptExchange,
    KeptStatement,
    LogEntry,
    Named,
    Paragraph,
    Standing,
    Tombstone,
)
from onrecord.domain.record import Derivation, Record
from onrecord.domain.report import Report
from onrecord.store.asking import loading, people, recalling
from onrecord.store.asking.engagements_asked import engagement_numbers
from onrecord.store.asking.gathering import Gathered, of_report
from onrecord.store.asking.loading import fetched
from onrecord.store.asking.paragraphs import holding_most, reached
from onrecord.store.asking.refusals import refusals
from onrecord.store.asking.standing import at_addresses, stand
from onrecord.store.asking.statements_asked import statement_numbers
from onrecord.store.tables import schema
from onrecord.store.tables import schema_upkeep as upkeep
from onrecord.store.tables.ids import member_id
from onrecord.store.words import counting

_TOGETHER = 25
"""So many items are loaded together: about what fits on a screen."""


class SqliteView:
    """``protocol.View`` on a connection with an open transaction."""

    def __init__(self, connection: Connection) -> None:
        self._given = connection

    @property
    def _connection(self) -> Connection:
        return self._given

    @cached_property
    def _gathered(self) -> Gathered:
        return Gathered(self._given)

    def counts(self) -> Counts:
        """See ``protocol.View``."""
        tables = (
            schema.articles,
            schema.statements,
            schema.engagements,
            schema.identities,
            upkeep.corrections,
            upkeep.tombstones,
        )
        connection = self._connection
        return Counts(
            *(connection.scalar(select(func.count()).select_from(t)) or 0 for t in tables)
        )

    def standing(self, article: Article, derivation: Derivation) -> Standing:
        """See ``protocol.View``."""
        return stand(self._connection, article, derivation).how

    def reports(self, key: str) -> tuple[Report, ...]:
        """See ``protocol.View``."""
        table = schema.articles
        places = (table.c.id == key) | (table.c.url == key) | (table.c.retrieved_from == key)
        rows = self._connection.execute(select(table).where(places).order_by(table.c.id))
        return tuple(loading.report(row) for row in rows.mappings())

    def at_addresses(self, urls: Iterable[str]) -> Mapping[str, Standing]:
        """See ``protocol.View``."""
        return at_addresses(self._connection, urls)

    def feed_state(self, url: str) -> Mapping[str, Any]:
        """See ``protocol.View``."""
        return recalling.feed_state(self._connection, url)

    def record(self, article: str) -> Record | None:
        """See ``protocol.View``."""
        row = self._article(article)
        return loading.record(self._connection, row) if row else None

    def records(self) -> Iterator[Record]:
        """See ``protocol.View``."""
        connection, table = self._connection, schema.articles
        ids = connection.scalars(select(table.c.id).order_by(table.c.id)).all()
        for id in ids:
            if record := self.record(id):
                yield record

    def items(self, article: str) -> tuple[tuple[KeptStatement, ...], tuple[KeptEngagement, ...]]:
        """See ``protocol.View``."""
        return of_report(self._connection, article)

    def statement(self, id: str) -> KeptStatement | None:
        """See ``protocol.View``."""
        numbers = self._standing(schema.statements, id)
        return next(iter(self._gathered.statements(numbers).values()), None)

    def statements(self, asked: StatementsAsked) -> Iterator[KeptStatement]:
        """See ``protocol.View``."""
        connection = self._connection
        numbers = statement_numbers(connection, asked)
        while batch := list(islice(numbers, _TOGETHER)):
            found = self._gathered.statements(batch)
            yield from (found[number] for number in batch)

    def attestations(self, utterances: Iterable[str]) -> Mapping[str, tuple[KeptStatement, ...]]:
        """See ``protocol.View``."""
        table = schema.statements
        numbers = self._members(table, table.c.utterance, "s", utterances)
        found: defaultdict[str, list[KeptStatement]] = defaultdict(list)
        for one in self._gathered.statements(numbers).values():
            found[one.utterance].append(one)
        return {group: tuple(sorted(found[group], key=_earliest)) for group in sorted(found)}

    def refusals(self, keys: Iterable[str]) -> Iterator[KeptExchange]:
        """See ``protocol.View``."""
        return refusals(self._connection, keys)

    def engagement(self, id: str) -> KeptEngagement | None:
        """See ``protocol.View``."""
        numbers = self._standing(schema.engagements, id)
        return next(iter(self._gathered.engagements(numbers).values()), None)

    def engagements(self, asked: EngagementsAsked) -> Iterator[KeptEngagement]:
        """See ``protocol.View``."""
        connection = self._connection
        numbers = engagement_numbers(connection, asked)
        while batch := list(islice(numbers, _TOGETHER)):
            found = self._gathered.engagements(batch)
            yield from (found[number] for number in batch)

    def entries(self, entries: Iterable[str]) -> Mapping[str, tuple[KeptEngagement, ...]]:
        """See ``protocol.View``."""
        table = schema.engagements
        numbers = self._members(table, table.c.entry, "g", entries)
        found: defaultdict[str, list[KeptEngagement]] = defaultdict(list)
        for one in self._gathered.engagements(numbers).values():
            found[one.entry].append(one)
        return {group: tuple(sorted(found[group], key=_earliest)) for group in sorted(found)}

    def named(self, last_word: str) -> tuple[Named, ...]:
        """See ``protocol.View``."""
        return people.named(self._connection, self._gathered.told_of, last_word)

    def known(self, keys: Iterable[str]) -> tuple[Named, ...]:
        """See ``protocol.View``."""
        return people.known(self._connection, self._gathered.told_of, keys)

    def frequencies(self, words: Iterable[str]) -> Mapping[str, int]:
        """See ``protocol.View``."""
        return counting.frequencies(self._connection, words)

    def holding_most(
        self, weights: Mapping[tuple[str, ...], float], limit: int
    ) -> tuple[Paragraph, ...]:
        """See ``protocol.View``."""
        return holding_most(self._connection, weights, limit)

    def statements_over(self, paragraphs: Iterable[int]) -> Mapping[int, tuple[KeptStatement, ...]]:
        """See ``protocol.View``."""
        links = reached(self._connection, paragraphs)
        found = self._gathered.statements(statement for _, statement in links)
        over: defaultdict[int, list[KeptStatement]] = defaultdict(list)
        for paragraph, statement in links:
            over[paragraph].append(found[statement])
        return {one: tuple(sorted(over[one], key=_in_text)) for one in sorted(over)}

    def text(self, article: str) -> str | None:
        """See ``protocol.View``."""
        row = self._article(article)
        texts = loading.texts(self._connection, [row["number"]] if row else [])
        return texts.get(row["number"], "") if row else None

    def corrections(self, item: str | None = None) -> tuple[Correction, ...]:
        """See ``protocol.View``."""
        return recalling.corrections(self._connection, item)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """See ``protocol.View``."""
        return recalling.tombstones(self._connection)

    def copies(self, article: str) -> tuple[Report, ...]:
        """See ``protocol.View``."""
        row = self._article(article)
        if row is None:
            return ()
        table = schema.articles
        query = select(table).where(table.c.family == row["family"], table.c.id != article)
        rows = self._connection.execute(query).mappings().all()
        return tuple(sorted((loading.report(one) for one in rows), key=_published))

    def log(self, limit: int | None = None) -> tuple[LogEntry, ...]:
        """See ``protocol.View``."""
        return recalling.log(self._connection, limit)

    def _article(self, id: str) -> Mapping[Any, Any] | None:
        table = schema.articles
        return self._connection.execute(select(table).where(table.c.id == id)).mappings().first()

    def _numbers(self, table: Any, ids: Iterable[str]) -> list[int]:
        query = select(table.c.number)
        rows = fetched(self._connection, lambda part: query.where(table.c.id.in_(part)), ids)
        return [row["number"] for row in rows]

    def _standing(self, table: Any, id: str) -> list[int]:
        """The item, unless it was struck out."""
        query = select(table.c.number).where(table.c.id == id, table.c.struck == 0)
        return list(self._connection.scalars(query))

    def _members(self, table: Any, group: Any, prefix: str, groups: Iterable[str]) -> list[int]:
        firsts = self._numbers(table, (member_id(prefix, one) for one in groups))
        query = select(table.c.number).where(table.c.struck == 0)
        rows = fetched(self._connection, lambda part: query.where(group.in_(part)), firsts)
        return [row["number"] for row in rows]


def _published(report: Report) -> tuple[bool, str, str]:
    return report.published is None, report.published or "", report.id


def _earliest(one: KeptStatement | KeptEngagement) -> tuple[bool, str, str, str]:
    return (*_published(one.report), one.id)


def _in_text(one: KeptStatement) -> tuple[int, str]:
    return one.statement.content.spans[0].start, one.id
