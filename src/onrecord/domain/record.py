"""The record of a report, and its one JSON shape (docs/record.md)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from onrecord.domain.article import Article, Byline
from onrecord.domain.entity import Entity, Mention
from onrecord.domain.span import Spans
from onrecord.domain.statement import Statement

SCHEMA = "onrecord/1"


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a record was derived with, so that two records can be told apart by their making."""

    component: str
    version: str
    weights_sha256: str
    options_sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything read from one report. The three empty parts are filled by later stages."""

    article: Article
    statements: tuple[Statement, ...]
    derivation: Derivation
    entities: tuple[Entity, ...] = ()
    exchanges: tuple[()] = ()
    engagements: tuple[()] = ()
    times: tuple[()] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain data in the order that docs/record.md lays down."""
        return {
            "schema": SCHEMA,
            "article": _article(self.article),
            "entities": [_entity(entity) for entity in self.entities],
            "statements": [_statement(statement) for statement in self.statements],
            "exchanges": list(self.exchanges),
            "engagements": list(self.engagements),
            "times": list(self.times),
            "derivation": {
                "component": self.derivation.component,
                "version": self.derivation.version,
                "weights_sha256": self.derivation.weights_sha256,
                "options_sha256": self.derivation.options_sha256,
            },
        }

    def to_json(self, indent: int | None = None) -> str:
        """One JSON object; without ``indent`` on one line. Lone surrogates stay escaped."""
        text = json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            return json.dumps(self.to_dict(), ensure_ascii=True, indent=indent)
        return text


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _byline(byline: Byline) -> dict[str, Any]:
    return {"name": byline.name, "role": byline.role, "spans": _spans(byline.spans)}


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "byline": [_byline(byline) for byline in article.byline],
        "published": article.published,
        "retrieved_from": article.retrieved_from,
        "encoding": article.encoding,
        "text_sha256": article.text_sha256,
        "text": article.text,
        "notices": _spans(article.notices),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "wikidata": entity.wikidata,
        "identity": entity.identity,
        "row": entity.row,
        "roles": [
            {"title": role.title, "as_of": role.as_of, "spans": _spans(role.words.spans)}
            for role in entity.roles
        ],
        "mentions": [list(mention.span) for mention in entity.mentions],
        "why": [_why(mention) for mention in entity.mentions],
        "candidates": [
            {"name": one.name, "wikidata": one.wikidata, "probability": one.probability}
            for one in entity.candidates
        ],
    }


def _why(mention: Mention) -> dict[str, Any]:
    """Why ``mentions`` at the same place in the list is this entity's."""
    return {
        "form": mention.form,
        "rule": mention.rule,
        "probability": mention.probability,
        "evidence": _spans(mention.evidence),
        "row": mention.row,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    source = statement.source
    return {
        "id": statement.id,
        "source": {
            "spans": _spans(source.words.spans),
            "kind": source.kind,
            "entity": source.entity,
            "probability": source.probability,
            "also": list(source.also),
        },
        "cue": _spans(statement.cue.spans),
        "content": _spans(statement.content.spans),
        "form": statement.form,
        "act": statement.act,
        "target": statement.target,
        "said_on": statement.said_on,
        "said_at": statement.said_at,
        "exchange": statement.exchange,
        "probability": statement.probability,
    }
