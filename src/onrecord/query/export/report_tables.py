"""The tables of reports, of who is in them, of what was decided and what was retracted."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.domain.article import Article
from onrecord.domain.days import day_of_publication, days_of
from onrecord.domain.entity import Entity, Mention
from onrecord.domain.exchange import Exchange
from onrecord.domain.kept import Correction, Identity, Tombstone
from onrecord.query.export.tables import Column, Kind, Table, plain_json, text_of
from onrecord.query.export.wording import Wording, digest_of, entity_id

TEXT, WHOLE, NUMBER, FLAG, DAY = (
    Kind.STRING,
    Kind.INTEGER,
    Kind.NUMBER,
    Kind.BOOLEAN,
    Kind.DATE,
)


class EntityRow(NamedTuple):
    """An entity of a report, and who it is over all of them."""

    article: Article
    entity: Entity
    identity: Identity
    name: str | None


class MentionRow(NamedTuple):
    """Words that stand for an entity."""

    article: Article
    entity: Entity
    mention: Mention


class ExchangeRow(NamedTuple):
    """A question of a report. ``asked``, ``asked_by``: ids over all reports."""

    article: Article
    exchange: Exchange
    asked: str | None
    asked_by: str | None


class CorrectionRow(NamedTuple):
    """A correction, and how its fields are shown."""

    correction: Correction
    wording: Wording


ARTICLES: Table[Article] = Table(
    "articles",
    "The reports.",
    ("article",),
    (
        Column("article", TEXT, "Id of the report.", lambda one: one.id),
        Column("title", TEXT, "Its title.", lambda one: one.title, True),
        Column("outlet", TEXT, "Who published it.", lambda one: one.outlet),
        Column("url", TEXT, "Its address.", lambda one: one.url),
        Column("published", TEXT, "ISO 8601 date or date-time.", lambda one: one.published),
        Column(
            "published_on",
            DAY,
            "Its day of publication, by its own clock.",
            lambda one: getattr(days_of(day_of_publication(one.published)), "first", None),
        ),
        Column("language", TEXT, "BCP 47 code found from the text.", lambda one: one.language),
        Column(
            "authors",
            TEXT,
            "Authors as printed, with '; ' between them.",
            lambda one: "; ".join(author.name for author in one.byline) or None,
        ),
        Column("retrieved_from", TEXT, "Where it was read from.", lambda one: one.retrieved_from),
        Column(
            "characters", WHOLE, "Length of its text in code points.", lambda one: len(one.text)
        ),
        Column("text_sha256", TEXT, "SHA-256 of its text in UTF-8.", lambda one: one.text_sha256),
        Column("text", TEXT, "Its text to the letter.", lambda one: one.text, True),
    ),
    {},
)

ENTITIES: Table[EntityRow] = Table(
    "entities",
    "People, bodies, places, groups and laws, as each report names them.",
    ("article", "local"),
    (
        Column("article", TEXT, "The report.", lambda one: one.article.id),
        Column("local", TEXT, "Id in the report's record.", lambda one: one.entity.id),
        Column(
            "entity",
            TEXT,
            "Id that is the same in every report.",
            lambda one: entity_id(one.identity),
        ),
        Column("name", TEXT, "The fullest name that the report has.", lambda one: one.name),
        Column(
            "kind", TEXT, "person, organisation, place, group or law.", lambda one: one.entity.kind
        ),
        Column("wikidata", TEXT, "Wikidata id.", lambda one: one.entity.wikidata),
    ),
    {"article": "articles"},
)

MENTIONS: Table[MentionRow] = Table(
    "mentions",
    "All words that stand for somebody or something.",
    ("article", "start", "end", "local"),
    (
        Column("article", TEXT, "The report.", lambda one: one.article.id),
        Column("local", TEXT, "Whom they stand for, in its record.", lambda one: one.entity.id),
        Column("start", WHOLE, "First code point of the text.", lambda one: one.mention.span.start),
        Column("end", WHOLE, "Behind the last code point.", lambda one: one.mention.span.end),
        Column("form", TEXT, "name, role or pronoun.", lambda one: one.mention.form),
        Column("rule", TEXT, "What decided that they do.", lambda one: one.mention.rule),
        Column("probability", NUMBER, "That they do.", lambda one: one.mention.probability),
        Column(
            "words",
            TEXT,
            "The words.",
            lambda one: one.article.text[slice(*one.mention.span)],
            True,
        ),
    ),
    {"article": "articles"},
)

EXCHANGES: Table[ExchangeRow] = Table(
    "exchanges",
    "Questions put to somebody, with what came of them.",
    ("article", "exchange"),
    (
        Column("article", TEXT, "The report.", lambda one: one.article.id),
        Column("exchange", TEXT, "Id in its record.", lambda one: one.exchange.id),
        Column("asked", TEXT, "Entity it was put to.", lambda one: one.asked),
        Column("asked_by", TEXT, "Entity that put it.", lambda one: one.asked_by),
        Column(
            "response",
            TEXT,
            "answered, partly, deflected, declined.",
            lambda x: x.exchange.response,
        ),
        Column("probability", NUMBER, "That it is one.", lambda one: one.exchange.probability),
        Column(
            "question_spans",
            Kind.SPANS,
            "Where it stands.",
            lambda one: one.exchange.question.spans,
        ),
        Column(
            "question_sha256",
            TEXT,
            "SHA-256 of question.",
            lambda x: digest_of(x.exchange.question),
        ),
        Column("question", TEXT, "Its words.", lambda one: text_of(one.exchange.question), True),
    ),
    {"article": "articles"},
)

CORRECTIONS: Table[CorrectionRow] = Table(
    "corrections",
    "What people decided. Every other table has it applied.",
    ("correction",),
    (
        Column("correction", TEXT, "Its id.", lambda one: one.correction.id),
        Column("item", TEXT, "The statement or engagement.", lambda one: one.correction.item),
        Column("article", TEXT, "The report.", lambda one: one.correction.article),
        Column("who", TEXT, "Who made it.", lambda one: one.correction.who),
        Column("at", TEXT, "When, ISO 8601 in UTC.", lambda one: one.correction.at),
        Column("note", TEXT, "Why, in their words.", lambda one: one.correction.note),
        Column(
            "before",
            TEXT,
            "JSON object of the fields as they were.",
            lambda one: plain_json(one.wording.change(one.correction.before)),
        ),
        Column(
            "after",
            TEXT,
            "JSON object of the fields as they are to be.",
            lambda one: plain_json(one.wording.change(one.correction.after)),
        ),
        Column("undone_by", TEXT, "Who took it back.", lambda one: one.correction.undone_by),
        Column("undone_at", TEXT, "When, ISO 8601 in UTC.", lambda one: one.correction.undone_at),
    ),
    {},
)

TOMBSTONES: Table[Tombstone] = Table(
    "tombstones",
    "Reports that were retracted: no word of them, only what they are known again by.",
    ("tombstone",),
    (
        Column("tombstone", TEXT, "Its id.", lambda one: one.id),
        Column("article", TEXT, "Id of the report, or a digest of it.", lambda one: one.article),
        Column("text_sha256", TEXT, "SHA-256 of its text.", lambda one: one.text_sha256),
        Column("words_sha256", TEXT, "SHA-256 of its folded words.", lambda one: one.words_sha256),
        Column("url_sha256", TEXT, "SHA-256 of its address.", lambda one: one.url_sha256),
        Column("who", TEXT, "Who retracted it.", lambda one: one.who),
        Column("at", TEXT, "When, ISO 8601 in UTC.", lambda one: one.at),
        Column("reason", TEXT, "Why, in their words.", lambda one: one.reason),
        Column(
            "items",
            Kind.IDS,
            "Statements and engagements that went with it.",
            lambda one: one.items,
        ),
        Column(
            "removed", TEXT, "JSON object: how many of what.", lambda x: plain_json({**x.removed})
        ),
        Column("scrubbed", FLAG, "The file is proven to be without it.", lambda one: one.scrubbed),
    ),
    {},
)
