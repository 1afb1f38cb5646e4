"""A report taken out of every table: for good, with a tombstone, or to be read anew."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from onrecord.domain.digests import digest, sha256
from onrecord.domain.kept import Tombstone
from onrecord.domain.record import Record
from onrecord.errors import NotKept
from onrecord.store.adding.known import who_is_in
from onrecord.store.asking import recalling
from onrecord.store.asking.loading import in_parts, texts
from onrecord.store.deciding.corrected_fields import writable
from onrecord.store.grouping.groups import regroup
from onrecord.store.grouping.parting import groups_of
from onrecord.store.grouping.relations import ALL, ENTRIES, FAMILIES, UTTERANCES
from onrecord.store.removing.traces import forget_in_feeds, forget_in_log
from onrecord.store.removing.unnamed import called_in, forget_called, forget_names, forget_orphans
from onrecord.store.tables import packing, schema
from onrecord.store.tables import schema_upkeep as upkeep
from onrecord.store.tables.journal import note_done
from onrecord.store.wiping.evidence import evidence_of, without_what_stays
from onrecord.store.wiping.pending import remember_to_wipe
from onrecord.store.words.digests import words_sha256
from onrecord.store.words.indexing import unindex

Row = Mapping[Any, Any]

_DERIVED = re.compile(r"a_[0-9a-f]{20}")

_ITEMS = (schema.statements, schema.engagements)
_LINKS = (
    (schema.statements, "statement", (schema.speakers, schema.targets)),
    (schema.statements, "statement", (schema.statement_paragraphs, upkeep.quotation_bands)),
    (schema.engagements, "engagement", (schema.participants, upkeep.occasion_keys)),
)
_OF_ARTICLES = (
    *(schema.statements, schema.engagements, schema.exchanges, schema.entities),
    *(schema.paragraphs, upkeep.article_bands),
)


def retract(connection: Connection, article: str, who: str, at: str, reason: str) -> Tombstone:
    """Remove a report for good; see ``protocol.Writer``."""
    row = _article(connection, article)
    number = row["number"]
    found = evidence_of(connection, row)
    items = _items(connection, number)
    text = texts(connection, [number]).get(number, "")
    entities = schema.entities.c
    called = list(connection.scalars(select(entities.name).where(entities.article == number)))
    removed = {table.name: _count(connection, table, number) for table in _OF_ARTICLES[:-2]}
    removed["corrections"] = _forget_corrections(connection, article, items)
    people = _remove(connection, row)
    forget_names(connection, people, "\n".join([text, *called]))
    stone = known_by(article)
    forget_in_log(connection, article, stone)
    forget_in_feeds(connection, (row["url"], row["title"], row["retrieved_from"], article))
    _forget_derivation(connection, row["derivation"])
    made = {
        "id": digest("t", article, row["text_sha256"]),
        "article": stone,
        "text_sha256": row["text_sha256"],
        "words_sha256": words_sha256(text),
        "url_sha256": sha256(row["url"]),
        "who": writable(who),
        "at": at,
        "reason": writable(reason),
        "items": packing.pack(items),
        "removed": packing.pack({**removed, "characters": len(text)}),
        "scrubbed": 0,
    }
    connection.execute(insert(upkeep.tombstones), [made])
    note_done(connection, at, made["who"], "retracted", stone, made["reason"])
    remember_to_wipe(connection, made["id"], without_what_stays(connection, found))
    return recalling.tombstone(made)


def remove_rows(connection: Connection, article: str, now: Record) -> None:
    """Remove what was read of a report, so that it can be added anew as ``now``.

    Corrections stay, names that the new reading has no more for somebody do not.
    """
    row = _article(connection, article)
    before = called_in(connection, row["number"])
    _remove(connection, row)
    _, after = who_is_in(now, article)
    forget_called(connection, before, after)


def known_by(article: str) -> str:
    """How a tombstone names a report: its id where that is a digest, else a digest of it."""
    return article if _DERIVED.fullmatch(article) else digest("a", article)


def _article(connection: Connection, id: str) -> Row:
    table = schema.articles
    row = connection.execute(select(table).where(table.c.id == id)).mappings().first()
    if row is None:
        raise NotKept(id, "there is no such report in the record")
    return row


def _items(connection: Connection, number: int) -> list[str]:
    found: list[str] = []
    for table in _ITEMS:
        query = select(table.c.id).where(table.c.article == number).order_by(table.c.number)
        found += connection.scalars(query)
    return found


def _count(connection: Connection, table: Table, number: int) -> int:
    query = select(func.count()).select_from(table).where(table.c.article == number)
    return connection.scalar(query) or 0


def _remove(connection: Connection, article: Row) -> list[int]:
    """Remove the rows, and part the groups they were in. Returns whom the report named."""
    number = article["number"]
    beside = _beside(connection, article)
    groups = {
        relation.items.name: groups_of(connection, relation, beside[relation.items.name])
        for relation in ALL
    }
    entities = schema.entities.c
    people = list(
        connection.scalars(select(entities.identity).where(entities.article == number).distinct())
    )
    _unindex(connection, number)
    for items, link, tables in _LINKS:
        own = select(items.c.number).where(items.c.article == number)
        for table in tables:
            connection.execute(table.delete().where(table.c[link].in_(own)))
    for table in _OF_ARTICLES:
        connection.execute(table.delete().where(table.c.article == number))
    table = schema.articles
    connection.execute(table.delete().where(table.c.number == number))
    for relation in ALL:
        regroup(connection, relation, groups[relation.items.name])
    return forget_orphans(connection, people)


def _beside(connection: Connection, article: Row) -> dict[str, list[int]]:
    """By table the items whose groups may part: the report's, and, because what copies tell is
    joined as copies, those of its family."""
    articles = schema.articles.c
    query = select(articles.number).where(articles.family == article["family"])
    family = list(connection.scalars(query))
    found = {FAMILIES.items.name: family}
    for relation in (UTTERANCES, ENTRIES):
        table = relation.items
        found[table.name] = [
            number
            for part in in_parts(family)
            for number in connection.scalars(
                select(table.c.number).where(table.c.article.in_(part))
            )
        ]
    return found


def _unindex(connection: Connection, number: int) -> None:
    table = schema.paragraphs
    rows = connection.execute(select(table).where(table.c.article == number)).mappings()
    unindex(connection, [dict(row) for row in rows])


def _forget_corrections(connection: Connection, article: str, items: list[str]) -> int:
    """Remove the report's corrections and what was noted of them and of its items."""
    table = upkeep.corrections
    ids = list(connection.scalars(select(table.c.id).where(table.c.article == article)))
    named = select(table.c.item, table.c.snapshot).where(table.c.article == article)
    rows = connection.execute(named).all()
    was = [one for _, snapshot in rows for one in json.loads(snapshot)["was"]]
    forget = [*ids, *(item for item, _ in rows), *was, *items]
    connection.execute(table.delete().where(table.c.article == article))
    log = upkeep.log
    for part in in_parts(forget):
        connection.execute(log.update().where(log.c.item.in_(part)).values(note=""))
    return len(ids)


def _forget_derivation(connection: Connection, number: int) -> None:
    """Remove how the report was read, if no other was read so."""
    articles, table = schema.articles.c, schema.derivations
    used = select(articles.number).where(articles.derivation == number).limit(1)
    if connection.execute(used).first() is None:
        connection.execute(table.delete().where(table.c.number == number))
