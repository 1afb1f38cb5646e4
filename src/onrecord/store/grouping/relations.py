"""The three relations that items are grouped by, with what of the tables they compare."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from onrecord.domain.days import days_of
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Identity
from onrecord.domain.statement import Form
from onrecord.join import copies, occasions, utterances
from onrecord.join.utterances import Telling
from onrecord.store.asking.loading import fetched_by_number, texts
from onrecord.store.grouping.joining import FirstLook, Relation
from onrecord.store.tables import packing, schema
from onrecord.store.tables import schema_upkeep as upkeep


def _texts(connection: Connection, articles: Collection[int]) -> Mapping[int, str]:
    return texts(connection, articles)


def _tellings(connection: Connection, statements: Collection[int]) -> dict[int, Telling]:
    """Statements as they are compared, by number."""
    rows = _rows_of_tellings(connection, statements)
    whole = texts(connection, {row.article for row in rows})
    return {
        row.number: _telling(row, packing.passage(whole[row.article], row.content).text)
        for row in rows
    }


def _without_words(connection: Connection, statements: Collection[int]) -> dict[int, Telling]:
    """The same without their words."""
    return {row.number: _telling(row, "") for row in _rows_of_tellings(connection, statements)}


def _rows_of_tellings(connection: Connection, statements: Collection[int]) -> Sequence[Any]:
    table, articles = schema.statements, schema.articles
    entities, people = schema.entities, schema.identities
    columns = (table.c.number, table.c.article, table.c.content, table.c.form, table.c.said_on)
    who = (people.c.key, people.c.name, people.c.kind, people.c.wikidata)
    query = (
        select(*columns, articles.c.family, articles.c.day.label("published"), *who)
        .join(articles, articles.c.number == table.c.article)
        .join(
            entities,
            (entities.c.article == table.c.article) & (entities.c.local == table.c.source_entity),
            isouter=True,
        )
        .join(people, people.c.number == entities.c.identity, isouter=True)
    )
    return fetched_by_number(
        connection, lambda part: query.where(table.c.number.in_(part)), statements
    )


def _telling(row: Any, text: str) -> Telling:
    published = days_of(row.published)
    return Telling(
        article=str(row.article),
        text=text,
        quoted=row.form != Form.INDIRECT,
        speaker=Identity(row.key, row.name, EntityKind(row.kind), row.wikidata)
        if row.key
        else None,
        family=str(row.family),
        said=days_of(packing.time_value(row.said_on)),
        published=published.first if published else None,
    )


def _occasions(
    connection: Connection, engagements: Collection[int]
) -> dict[int, occasions.Occasion]:
    """What engagements of reports tell, as occasions that can be compared."""
    rows = _rows_of_occasions(connection, engagements)
    whole = texts(connection, {row.article for row in rows})
    return {
        row.number: _occasion(row, keys, packing.passage(whole[row.article], row.place).pieces)
        for row, keys in _with_keys(connection, rows)
    }


def _without_places(
    connection: Connection, engagements: Collection[int]
) -> dict[int, occasions.Occasion]:
    """The same without the words for a place, but for the fact that there are any."""
    rows = _rows_of_occasions(connection, engagements)
    return {
        row.number: _occasion(row, keys, ("",) * bool(packing.spans(row.place)))
        for row, keys in _with_keys(connection, rows)
    }


def _rows_of_occasions(connection: Connection, engagements: Collection[int]) -> Sequence[Any]:
    table, articles = schema.engagements, schema.articles
    names = ("number", "article", "kind", "participants", "status", "place", "place_name", "when")
    query = select(
        *(table.c[name] for name in names), articles.c.day.label("published"), articles.c.family
    ).join(articles, articles.c.number == table.c.article)
    return fetched_by_number(
        connection, lambda part: query.where(table.c.number.in_(part)), engagements
    )


def _with_keys(
    connection: Connection, rows: Sequence[Any]
) -> Iterator[tuple[Any, Mapping[str, str]]]:
    """Each row with the keys of those in its report."""
    keys = _keys(connection, {row.article for row in rows})
    return ((row, keys[row.article]) for row in rows)


def _keys(connection: Connection, articles: Collection[int]) -> dict[int, dict[str, str]]:
    """By article, the key of the identity that each of its entities is."""
    entities, identities = schema.entities, schema.identities
    query = select(entities.c.article, entities.c.local, identities.c.key).join(
        identities, identities.c.number == entities.c.identity
    )
    found: dict[int, dict[str, str]] = {article: {} for article in articles}
    for article, local, key in fetched_by_number(
        connection, lambda part: query.where(entities.c.article.in_(part)), articles
    ):
        found[article][local] = key
    return found


def _occasion(row: Any, keys: Mapping[str, str], place: tuple[str, ...]) -> occasions.Occasion:
    """``place``: the words that the report has for it; a person may have named another."""
    days = days_of(packing.time_value(row.when))
    return occasions.Occasion(
        kind=EngagementKind(row.kind),
        participants=frozenset(keys[one] for one in json.loads(row.participants)),
        first=days.first if days else None,
        last=days.last if days else None,
        place=place if row.place_name is None else (row.place_name,),
        status=Status(row.status),
        published=row.published or None,
        family=str(row.family),
    )


FAMILIES = Relation(
    schema.articles,
    schema.articles.c.family,
    upkeep.article_bands,
    upkeep.article_bands.c.band,
    upkeep.article_bands.c.article,
    _texts,
    copies.bands,
    copies.are_copies,
)
UTTERANCES = Relation(
    schema.statements,
    schema.statements.c.utterance,
    upkeep.quotation_bands,
    upkeep.quotation_bands.c.band,
    upkeep.quotation_bands.c.statement,
    _tellings,
    utterances.bands,
    utterances.one_utterance,
    FirstLook(_without_words, utterances.may_be_one),
)
ENTRIES = Relation(
    schema.engagements,
    schema.engagements.c.entry,
    upkeep.occasion_keys,
    upkeep.occasion_keys.c.key,
    upkeep.occasion_keys.c.engagement,
    _occasions,
    occasions.keys,
    occasions.same_occasion,
    FirstLook(_without_places, occasions.same_occasion),
)
ALL = (FAMILIES, UTTERANCES, ENTRIES)
"""In this order: occasions look at families."""
