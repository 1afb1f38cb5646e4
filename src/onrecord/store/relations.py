"""The three relations that items are grouped by, with what of the tables they compare."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from onrecord.domain.days import days_of
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.span import Passage
from onrecord.domain.statement import Form
from onrecord.join import copies, occasions, quotations
from onrecord.store import packing, schema
from onrecord.store import schema_upkeep as upkeep
from onrecord.store.grouping import Relation
from onrecord.store.loading import fetched, texts


class Words(NamedTuple):
    """What somebody said: ``quoted`` only where its words are given as they were said."""

    text: str
    quoted: bool
    speaker: int | None
    """Number of the identity, None where it is not settled."""
    family: int
    """Of the article."""


def _texts(connection: Connection, articles: Collection[int]) -> Mapping[int, str]:
    return texts(connection, articles)


def _words(connection: Connection, statements: Collection[int]) -> dict[int, Words]:
    """The contents of statements, by number."""
    table, entities = schema.statements, schema.entities
    articles = schema.articles
    columns = (table.c.number, table.c.article, table.c.content, table.c.form)
    query = (
        select(*columns, articles.c.family, entities.c.identity)
        .join(articles, articles.c.number == table.c.article)
        .join(
            entities,
            (entities.c.article == table.c.article) & (entities.c.local == table.c.source_entity),
            isouter=True,
        )
    )
    rows = list(fetched(connection, lambda part: query.where(table.c.number.in_(part)), statements))
    whole = texts(connection, {row["article"] for row in rows})
    return {
        row["number"]: Words(
            packing.passage(whole[row["article"]], row["content"]).text,
            row["form"] != Form.INDIRECT,
            row["identity"],
            row["family"],
        )
        for row in rows
    }


def _bands_of_words(words: Words) -> tuple[int, ...]:
    # What is told in the reporter's words is only joined where the report was copied.
    return quotations.bands(words.text)[: None if words.quoted else 1]


def _same_words(one: Words, other: Words) -> bool:
    """Words of two people who are known to be two are two utterances."""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    if not (one.quoted and other.quoted) and one.family != other.family:
        return False
    return quotations.same_quotation(one.text, other.text)


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
    _words,
    _bands_of_words,
    _same_words,
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
