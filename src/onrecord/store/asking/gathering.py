"""Rows of statements and engagements with all that is shown beside them, many at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from onrecord.domain.days import days_of
from onrecord.domain.entity import EntityKind
from onrecord.domain.exchange import Response
from onrecord.domain.kept import Identity, KeptEngagement, KeptStatement
from onrecord.domain.span import NO_WORDS
from onrecord.store.asking import loading
from onrecord.store.asking.loading import fetched
from onrecord.store.asking.people import statements_of
from onrecord.store.tables import packing, schema
from onrecord.store.tables.ids import group_id

Row = Mapping[Any, Any]
Item = TypeVar("Item", KeptStatement, KeptEngagement)

REMEMBERED = 2000
"""Items that are remembered until they are forgotten all at once."""


def statements(connection: Connection, numbers: Sequence[int]) -> dict[int, KeptStatement]:
    """The statements of the given numbers."""
    table = schema.statements
    rows = list(
        fetched(connection, lambda part: select(table).where(table.c.number.in_(part)), numbers)
    )
    beside = _Beside(connection, rows)
    utterances = _ids(connection, table, {row["utterance"] for row in rows})
    questions = _questions(connection, rows)
    people = _identities(
        connection,
        {
            (row["article"], local)
            for row in rows
            for local in (*_speakers(row), row["target_entity"])
            if local
        },
    )
    return {
        row["number"]: _statement(
            row, beside, group_id("u", utterances[row["utterance"]]), questions, people
        )
        for row in rows
    }


def engagements(connection: Connection, numbers: Sequence[int]) -> dict[int, KeptEngagement]:
    """The engagements of the given numbers."""
    table = schema.engagements
    rows = list(
        fetched(connection, lambda part: select(table).where(table.c.number.in_(part)), numbers)
    )
    beside = _Beside(connection, rows)
    entries = _ids(connection, table, {row["entry"] for row in rows})
    people = _identities(
        connection,
        {(row["article"], local) for row in rows for local in json.loads(row["participants"])},
    )
    found = {}
    for row in rows:
        article, text = beside.of(row)
        found[row["number"]] = KeptEngagement(
            id=row["id"],
            report=loading.report(article),
            engagement=loading.engagement(row, text),
            participants=tuple(
                people[row["article"], local] for local in json.loads(row["participants"])
            ),
            sentence=packing.passage(text, row["sentence"]),
            entry=group_id("d", entries[row["entry"]]),
            family=beside.family(row),
            corrected=bool(row["corrected"]),
        )
    return found


def of_report(
    connection: Connection, article: str
) -> tuple[tuple[KeptStatement, ...], tuple[KeptEngagement, ...]]:
    """The statements and engagements of one report, each in the order of its record."""
    said, met = (
        connection.scalars(
            select(table.c.number)
            .join(schema.articles, schema.articles.c.number == table.c.article)
            .where(schema.articles.c.id == article, table.c.struck == 0)
            .order_by(table.c.number)
        ).all()
        for table in (schema.statements, schema.engagements)
    )
    found, told = statements(connection, said), engagements(connection, met)
    return tuple(found[one] for one in said), tuple(told[one] for one in met)


class Gathered:
    """Items of one moment by their numbers. What was just loaded is not loaded again: whoever finds
    an item then asks for all that is told of the same."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._statements: dict[int, KeptStatement] = {}
        self._engagements: dict[int, KeptEngagement] = {}
        self._told_of: dict[int, int] = {}

    def statements(self, numbers: Iterable[int]) -> dict[int, KeptStatement]:
        """As the function of that name."""
        return self._all(statements, self._statements, numbers)

    def engagements(self, numbers: Iterable[int]) -> dict[int, KeptEngagement]:
        """As the function of that name."""
        return self._all(engagements, self._engagements, numbers)

    def told_of(self, identities: Collection[int]) -> dict[int, int]:
        """How many statements each of ``identities`` makes: counting those of the heavy takes long,
        and whoever asks for somebody asks for all of that name, too."""
        new = set(identities) - self._told_of.keys()
        counted = statements_of(self._connection, new)
        self._told_of |= {number: counted.get(number, 0) for number in new}
        return {number: self._told_of[number] for number in identities}

    def _all(
        self,
        load: Callable[[Connection, Sequence[int]], dict[int, Item]],
        kept: dict[int, Item],
        numbers: Iterable[int],
    ) -> dict[int, Item]:
        wanted = list(numbers)
        if len(kept) > REMEMBERED:
            kept.clear()
        if new := [number for number in wanted if number not in kept]:
            kept |= load(self._connection, new)
        return {number: kept[number] for number in wanted if number in kept}


class _Beside:
    """The articles that rows are of, with their texts and families."""

    def __init__(self, connection: Connection, rows: Iterable[Row]) -> None:
        numbers = {row["article"] for row in rows}
        self._texts = loading.texts(connection, numbers)
        table = schema.articles
        query = select(table.c.number, table.c.family, *loading.report_columns(table))
        found = fetched(connection, lambda part: query.where(table.c.number.in_(part)), numbers)
        self._articles = {row["number"]: row for row in found}
        families = {row["family"] for row in self._articles.values()}
        self._families = _ids(connection, table, families)

    def of(self, row: Row) -> tuple[Row, str]:
        """The row of its article, and the text."""
        return self._articles[row["article"]], self._texts.get(row["article"], "")

    def family(self, row: Row) -> str:
        """The family of its article."""
        return group_id("k", self._families[self._articles[row["article"]]["family"]])


def _statement(
    row: Row,
    beside: _Beside,
    utterance: str,
    questions: Mapping[tuple[int, str], Row],
    people: Mapping[tuple[int, str], Identity],
) -> KeptStatement:
    article, text = beside.of(row)
    statement = loading.statement(row, text)
    question = questions.get((row["article"], row["exchange"]))
    value = row["value"]
    return KeptStatement(
        id=row["id"],
        report=loading.report(article),
        statement=statement,
        speakers=tuple(
            people[row["article"], local]
            for local in _speakers(row)
            if (row["article"], local) in people
        ),
        target=people.get((row["article"], row["target_entity"] or "")),
        sentence=packing.passage(text, row["sentence"]),
        question=packing.passage(text, question["question"]) if question else NO_WORDS,
        response=Response(question["response"]) if question else None,
        day=value,
        reported=_is_reported(row, statement.said_on),
        utterance=utterance,
        family=beside.family(row),
        corrected=bool(row["corrected"]),
    )


def _is_reported(row: Row, said_on: Any) -> bool:
    return row["value"] is not None and not (said_on and days_of(said_on.value))


def _speakers(row: Row) -> list[str]:
    first = [row["source_entity"]] if row["source_entity"] else []
    return [*first, *(json.loads(row["also"]) if row["also"] else ())]


def _ids(connection: Connection, table: Any, numbers: Iterable[int]) -> dict[int, str]:
    query = select(table.c.number, table.c.id)
    rows = fetched(connection, lambda part: query.where(table.c.number.in_(part)), numbers)
    return {row["number"]: row["id"] for row in rows}


def _questions(connection: Connection, rows: Iterable[Row]) -> dict[tuple[int, str], Row]:
    table = schema.exchanges.c
    query = select(table.article, table.local, table.question, table.response)
    asked = {row["article"] for row in rows if row["exchange"]}
    found = fetched(connection, lambda part: query.where(table.article.in_(part)), asked)
    return {(row["article"], row["local"]): row for row in found}


def _identities(
    connection: Connection, locals_: Iterable[tuple[int, str]]
) -> dict[tuple[int, str], Identity]:
    entities, people = schema.entities.c, schema.identities.c
    # Not pairs in one IN: SQLite would go through the whole table for them.
    wanted = func.json_each(json.dumps(sorted(set(locals_)))).table_valued("value")
    rows = connection.execute(
        select(entities.article, entities.local, people.key, people.name, people.kind)
        .add_columns(people.wikidata)
        .select_from(wanted)
        .join(
            schema.entities,
            (entities.article == func.json_extract(wanted.c.value, "$[0]"))
            & (entities.local == func.json_extract(wanted.c.value, "$[1]")),
        )
        .join(schema.identities, people.number == entities.identity)
    )
    return {
        (article, local): Identity(key, name, EntityKind(kind), wikidata)
        for article, local, key, name, kind, wikidata in rows
    }
