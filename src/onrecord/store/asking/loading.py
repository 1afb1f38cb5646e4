"""Rows of the tables as the domain's types again, without loss."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Select, Table, func, select

from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.kept import Identity
from onrecord.domain.record import Derivation, Record
from onrecord.domain.report import Report
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act, Deed, Form, Source, SourceKind, Statement, Target
from onrecord.store.tables import packing, schema

AT_ONCE = 500
"""So many values stand in one ``IN (…)``."""


def in_parts(numbers: Iterable[Any]) -> Iterator[list[Any]]:
    """``numbers``, each once, in lists that are short enough for one query."""
    listed = list(dict.fromkeys(numbers))
    for first in range(0, len(listed), AT_ONCE):
        yield listed[first : first + AT_ONCE]


def fetched(
    connection: Connection, query: Callable[[list[Any]], Select[Any]], keys: Iterable[Any]
) -> Iterator[RowMapping]:
    """The rows of ``query`` for all ``keys``, some hundred keys at a time."""
    for part in in_parts(keys):
        yield from connection.execute(query(part)).mappings().all()


def fetched_by_number(
    connection: Connection, query: Callable[[Select[Any]], Select[Any]], numbers: Iterable[int]
) -> Sequence[Any]:
    """The same for any number of integers at once: SQLite takes them as one JSON array.

    Thousands of values in one ``IN (…)`` are looked at one by one by SQLAlchemy.
    """
    listed = set(numbers)
    return connection.execute(query(values_of(listed))).all() if listed else ()


def values_of(numbers: Collection[int]) -> Select[Any]:
    """``numbers`` as a query, for ``IN``."""
    listed = func.json_each(f"[{','.join(map(str, sorted(numbers)))}]").table_valued("value")
    return select(listed.c.value)


def texts(connection: Connection, articles: Iterable[int]) -> dict[int, str]:
    """The whole text of each article, by its number."""
    table = schema.paragraphs.c
    found: dict[int, list[str]] = {}
    query = select(table.article, table.text).order_by(table.article, table.start)
    for article, text in fetched_by_number(
        connection, lambda part: query.where(table.article.in_(part)), articles
    ):
        found.setdefault(article, []).append(text)
    return {article: "".join(pieces) for article, pieces in found.items()}


def record(connection: Connection, row: Mapping[Any, Any]) -> Record:
    """The record of the article that ``row`` is."""
    number = row["number"]
    text = texts(connection, [number]).get(number, "")

    def rows_in(table: Any) -> Iterator[RowMapping]:
        chosen = select(table).where(table.c.article == number).order_by(table.c.number)
        return iter(connection.execute(chosen).mappings().all())

    said = list(rows_in(schema.statements))
    struck = {one["local"] for one in said if one["struck"]}
    return Record(
        article(row, text),
        tuple(statement(one, text) for one in said if not one["struck"]),
        derivation(connection, row["derivation"]),
        tuple(entity(one, text) for one in rows_in(schema.entities)),
        tuple(exchange(one, text, struck) for one in rows_in(schema.exchanges)),
        tuple(engagement(one, text) for one in rows_in(schema.engagements) if not one["struck"]),
        packing.times(text, row["times"]),
        packing.spans(row["sentences"]),
    )


def derivation(connection: Connection, number: int) -> Derivation:
    """What a row was derived with."""
    table = schema.derivations.c
    found = connection.execute(
        select(table.component, table.version, table.weights_sha256, table.options_sha256).where(
            table.number == number
        )
    ).one()
    return Derivation(*found)


def article(row: Mapping[Any, Any], text: str) -> Article:
    """An article with its text."""
    return Article(
        id=row["id"],
        text=text,
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        language=row["language"],
        byline=packing.byline(row["byline"]),
        published=row["published"],
        retrieved_from=row["retrieved_from"],
        encoding=row["encoding"],
        notices=packing.spans(row["notices"]),
        text_sha256=row["text_sha256"],
    )


def report_columns(table: Table) -> list[Column[Any]]:
    """What ``report`` needs of ``articles``; a row of it has much more."""
    columns = ("id", "title", "outlet", "url", "published", "retrieved_from")
    return [table.c[name] for name in columns]


def report(row: Mapping[Any, Any]) -> Report:
    """Which report it was, without its text."""
    return Report(
        row["id"],
        row["title"],
        row["outlet"],
        row["url"],
        row["published"],
        row["retrieved_from"],
    )


def identity(row: Mapping[Any, Any]) -> Identity:
    """Somebody over all reports."""
    return Identity(row["key"], row["name"], EntityKind(row["kind"]), row["wikidata"])


def entity(row: Mapping[Any, Any], text: str) -> Entity:
    """An entity of one report."""
    return Entity(
        id=row["local"],
        name=row["name"],
        kind=EntityKind(row["kind"]),
        mentions=packing.mentions(row["mentions"]),
        roles=packing.roles(text, row["roles"]),
        wikidata=row["wikidata"],
        identity=row["known"],
        row=row["row"],
        candidates=packing.candidates(row["candidates"]),
    )


def statement(row: Mapping[Any, Any], text: str) -> Statement:
    """A statement with its words."""
    return Statement(
        id=row["local"],
        source=_source(row, text),
        cue=packing.passage(text, row["cue"]),
        content=packing.passage(text, row["content"]),
        form=Form(row["form"]),
        probability=row["probability"],
        deed=_deed(row, text),
        said_on=packing.time(text, row["said_on"]),
        said_at=packing.passage(text, row["said_at"]),
        exchange=row["exchange"],
    )


def _source(row: Mapping[Any, Any], text: str) -> Source:
    return Source(
        packing.passage(text, row["source"]),
        SourceKind(row["source_kind"]) if row["source_kind"] else None,
        row["source_entity"],
        row["source_probability"],
        tuple(json.loads(row["also"])) if row["also"] else (),
    )


def _deed(row: Mapping[Any, Any], text: str) -> Deed | None:
    if row["act"] is None:
        return None
    target = None
    if row["target"] is not None:
        words = packing.passage(text, row["target"])
        target = Target(words, row["target_entity"], row["target_probability"])
    words = packing.passage(text, row["act_spans"])
    return Deed(Act(row["act"]), words, row["act_probability"], target)


def exchange(row: Mapping[Any, Any], text: str, struck: Collection[str] = ()) -> Exchange:
    """A question with what came of it; statements that were ``struck`` out are no answers."""
    return Exchange(
        id=row["local"],
        question=packing.passage(text, row["question"]),
        asked=row["asked"],
        asked_by=row["asked_by"],
        answers=tuple(one for one in json.loads(row["answers"]) if one not in struck),
        response=Response(row["response"]),
        probability=row["probability"],
    )


def engagement(row: Mapping[Any, Any], text: str) -> Engagement:
    """An engagement with its words; a place that a person gave has words but no span."""
    place = packing.passage(text, row["place"])
    if row["place_name"] is not None:
        place = Passage((), (row["place_name"],))
    return Engagement(
        id=row["local"],
        kind=EngagementKind(row["kind"]),
        participants=tuple(json.loads(row["participants"])),
        status=Status(row["status"]),
        evidence=packing.passage(text, row["evidence"]),
        probability=row["probability"],
        place=place,
        when=packing.time(text, row["when"]),
    )
