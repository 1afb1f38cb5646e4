"""How a report stands to what is kept: new, there already, worth reading again, or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, exists, or_, select

from onrecord.domain.article import Article
from onrecord.domain.digests import sha256
from onrecord.domain.kept import Standing
from onrecord.domain.record import Derivation
from onrecord.store.asking.loading import fetched
from onrecord.store.tables import schema
from onrecord.store.tables import schema_upkeep as upkeep
from onrecord.store.words.digests import words_sha256

_ORIGIN = ("title", "outlet", "url", "published")


_stones = upkeep.tombstones.c
_SAME_STONE = select(
    exists().where(
        or_(_stones.text_sha256 == bindparam("text"), _stones.url_sha256 == bindparam("url"))
    ),
    exists(select(_stones.number)),
)
"""Whether there is one of that text or address, and whether there is any."""

_SAME_WORDS = select(_stones.number).where(_stones.words_sha256 == bindparam("words")).limit(1)
_KEPT_ROW = (
    select(schema.articles, schema.derivations)
    .join(schema.derivations, schema.derivations.c.number == schema.articles.c.derivation)
    .where(schema.articles.c.id == bindparam("id"))
)
"""Made once: every report that is added asks both twice."""


class Stand(NamedTuple):
    """How a report stands, and the id that it is kept under or would be."""

    how: Standing
    id: str


def stand(connection: Connection, article: Article, derivation: Derivation) -> Stand:
    """How ``article``, read as ``derivation`` says, stands to what is kept."""
    if is_retracted(connection, article):
        return Stand(Standing.RETRACTED, article.id)
    id, row = _kept(connection, article)
    if row is None:
        return Stand(Standing.NEW, id)
    return Stand(Standing.SAME if _is_same(row, article, derivation) else Standing.STALE, id)


def is_retracted(connection: Connection, article: Article) -> bool:
    """Whether its words, however they are set, or what stood at its address, were taken back.

    Words are folded only where anything was: it takes longer than all else that is asked here.
    """
    digests = {"text": article.text_sha256, "url": sha256(article.url) if article.url else None}
    same, any_at_all = connection.execute(_SAME_STONE, digests).one()
    if same or not any_at_all:
        return bool(same)
    words = words_sha256(article.text)
    return connection.execute(_SAME_WORDS, {"words": words}).first() is not None


def at_addresses(connection: Connection, urls: Iterable[str]) -> dict[str, Standing]:
    """How those of ``urls`` stand that are known: a report of there is kept, or was taken back."""
    asked = {url: sha256(url) for url in urls}
    table, stones = schema.articles.c, upkeep.tombstones.c
    kept: set[str] = set()
    for place in (table.url, table.retrieved_from):
        kept.update(_among(connection, place, asked))
    gone = _among(connection, stones.url_sha256, asked.values())
    found = {url: Standing.SAME for url in asked if url in kept}
    return found | {url: Standing.RETRACTED for url, one in asked.items() if one in gone}


def _among(connection: Connection, column: Any, values: Iterable[str | None]) -> set[str]:
    """Those of ``values`` that stand in ``column``."""
    rows = fetched(connection, lambda part: select(column).where(column.in_(part)), values)
    return {row[column] for row in rows}


def _kept(connection: Connection, article: Article) -> tuple[str, Mapping[Any, Any] | None]:
    """The id to keep ``article`` under, and what is kept under it.

    That is its own, unless a report of another text has it: rows of two JSONL files may well be
    numbered alike, and neither report is to be lost.
    """
    row = kept_row(connection, article.id)
    if row is None or row["text_sha256"] == article.text_sha256:
        return article.id, row
    id = f"{article.id}~{article.text_sha256[:12]}"
    return id, kept_row(connection, id)


def kept_row(connection: Connection, id: str) -> Mapping[Any, Any] | None:
    """The row of the article with that id, and what it was derived with."""
    return connection.execute(_KEPT_ROW, {"id": id}).mappings().first()


def _is_same(row: Mapping[Any, Any], article: Article, derivation: Derivation) -> bool:
    made = (
        row["component"],
        row["version"],
        row["weights_sha256"],
        row["options_sha256"],
    )
    wanted = (
        derivation.component,
        derivation.version,
        derivation.weights_sha256,
        derivation.options_sha256,
    )
    # What is not known this time takes nothing away from what is.
    known = {name: getattr(article, name) for name in _ORIGIN}
    return made == wanted and all(row[name] == one for name, one in known.items() if one)
