"""The three relations that items are grouped by, with what of the tables they compare."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, select

from onrecord.domain.days import days_of
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.span import Passage
from onrecord.domain.statement import Form
from onrecord.join import copies, occasions, utterances
from onrecord.join.utterances import Telling
from onrecord.store.asking.loading import fetched, identity, texts
from onrecord.store.grouping.groups import Relation
from onrecord.store.tables import packing, schema
from onrecord.store.tables import schema_upkeep as upkeep


def _texts(connection: Connection, articles: Collection[int]) -> Mapping[int, str]:
    return texts(connection, articles)


def _tellings(connection: Connection, statements: Collection[int]) -> dict[int, Telling]:
    """Statements as they are compared, by number."""
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
    rows = list(fetched(connection, lambda part: query.where(table.c.number.in_(part)), statements))
    whole = texts(connection, {row["article"] for row in rows})
    return {row["number"]: _telling(row, whole[row["article"]]) for row in rows}


def _telling(row: Any, text: str) -> Telling:
    said_on = packing.time(text, row["said_on"])
    published = days_of(row["published"])
    return Telling(
        article=str(row["article"]),
        text=packing.passage(text, row["content"]).text,
        quoted=row["form"] != Form.INDIRECT,
        speaker=identity(row) if row["key"] else None,
        family=str(row["family"]),
        said=days_of(said_on.value) if said_on else None,
        published=published.first if published else None,
    )


def _occasions(
    connection: Connection, engagements: Collection[int]
) -> dict[int, occasions.Occasion]:
    """What engagements of reports tell, as occasions that can be compared."""
    table, articles = schema.engagements, schema.articles
    query = select(table, articles.c.day.label("published"), articles.c.family).join(
        articles, articles.c.number == table.c.article
    )
    rows = list(
        fetched(connection, lambda part: query.where(table.c.number.in_(part)), engagements)
    )
    keys = _keys(connection, {row["article"] for row in rows})
    whole = texts(connection, {row["article"] for row in rows})
    return {
        row["number"]: _occasion(row, keys[row["article"]], whole[row["article"]]) for row in rows
    }


def _keys(connection: Connection, articles: Collection[int]) -> dict[int, dict[str, str]]:
    """By article, the key of the identity that each of its entities is."""
    entities, identities = schema.entities, schema.identities
    query = select(entities.c.article, entities.c.local, identities.c.key).join(
        identities, identities.c.number == entities.c.identity
    )
    found: dict[int, dict[str, str]] = {article: {} for article in articles}
    rows = fetched(connection, lambda part: query.where(entities.c.article.in_(part)), articles)
    for row in rows:
        found[row["article"]][row["local"]] = row["key"]
    return found


def _occasion(row: Any, keys: Mapping[str, str], text: str) -> occasions.Occasion:
    when = packing.time(text, row["when"])
    days = days_of(when.value) if when else None
    place: Passage = packing.passage(text, row["place"])
    pieces = place.pieces if row["place_name"] is None else (row["place_name"],)
    return occasions.Occasion(
        kind=EngagementKind(row["kind"]),
        participants=frozenset(keys[one] for one in json.loads(row["participants"])),
        first=days.first if days else None,
        last=days.last if days else None,
        place=pieces,
        status=Status(row["status"]),
        published=row["published"] or None,
        family=str(row["family"]),
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
)
ALL = (FAMILIES, UTTERANCES, ENTRIES)
"""In this order: occasions look at families."""
