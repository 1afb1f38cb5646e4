"""The record of a report, and its one JSON shape (docs/record.md)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from onrecord.domain.article import Article, Byline
from onrecord.domain.engagement import Engagement
from onrecord.domain.entity import Entity, Mention
from onrecord.domain.exchange import Exchange
from onrecord.domain.span import Spans
from onrecord.domain.statement import Deed, Statement, Target
from onrecord.domain.time import Time

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
    """Everything read from one report; every part in reading order.

    ``sentences``: the bounds of the sentences that were read, so that nobody cuts them again; not
    part of the JSON shape.
    """

    article: Article
    statements: tuple[Statement, ...]
    derivation: Derivation
    entities: tuple[Entity, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    times: tuple[Time, ...] = ()
    sentences: Spans = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain data in the order that docs/record.md lays down."""
        return {
            "schema": SCHEMA,
            "article": _article(self.article),
            "entities": [_entity(entity) for entity in self.entities],
            "statements": [_statement(statement) for statement in self.statements],
            "exchanges": [_exchange(exchange) for exchange in self.exchanges],
            "engagements": [_engagement(engagement) for engagement in self.engagements],
            "times": [_time(time) for time in self.times],
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
    source, deed = statement.source, statement.deed
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
        "act": deed.act if deed else None,
        "act_spans": _spans(deed.words.spans) if deed else [],
        "act_probability": deed.probability if deed else None,
        "target": _target(deed),
        "said_on": _when(statement.said_on),
        "said_at": _spans(statement.said_at.spans) or None,
        "exchange": statement.exchange,
        "probability": statement.probability,
    }


def _target(deed: Deed | None) -> dict[str, Any] | None:
    target: Target | None = deed.target if deed else None
    if target is None:
        return None
    return {
        "entity": target.entity,
        "spans": _spans(target.words.spans),
        "probability": target.probability,
    }


def _exchange(exchange: Exchange) -> dict[str, Any]:
    return {
        "id": exchange.id,
        "question": _spans(exchange.question.spans),
        "asked": exchange.asked,
        "asked_by": exchange.asked_by,
        "answers": list(exchange.answers),
        "response": exchange.response,
        "probability": exchange.probability,
    }


def _engagement(engagement: Engagement) -> dict[str, Any]:
    place = engagement.place
    return {
        "id": engagement.id,
        "kind": engagement.kind,
        "participants": list(engagement.participants),
        "place": ", ".join(place.pieces) or None,
        "place_spans": _spans(place.spans),
        "when": _when(engagement.when),
        "status": engagement.status,
        "evidence": _spans(engagement.evidence.spans),
        "probability": engagement.probability,
    }


def _when(time: Time | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {
        "value": time.value,
        "grain": time.grain,
        "clock": time.clock,
        "spans": _spans(time.words.spans),
        "probability": time.probability,
    }


def _time(time: Time) -> dict[str, Any]:
    return {
        "spans": _spans(time.words.spans),
        "kind": time.kind,
        "value": time.value,
        "grain": time.grain,
        "clock": time.clock,
        "why": time.why,
        "probability": time.probability,
    }
