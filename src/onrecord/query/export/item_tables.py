"""The tables of what was said and of the diary."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.domain.kept import Identity, KeptEngagement, KeptStatement
from onrecord.query.export.tables import Column, Kind, Table, first_day, last_day, text_of
from onrecord.query.export.wording import Wording, digest_of, entity_id

TEXT, WHOLE, NUMBER, FLAG, DAY = (
    Kind.STRING,
    Kind.INTEGER,
    Kind.NUMBER,
    Kind.BOOLEAN,
    Kind.DATE,
)
SPANS = Kind.SPANS


class StatementRow(NamedTuple):
    """A statement, and how names are shown."""

    kept: KeptStatement
    wording: Wording


class EngagementRow(NamedTuple):
    """An engagement, and how names are shown."""

    kept: KeptEngagement
    wording: Wording


class Taking(NamedTuple):
    """Who takes part in an item, the ``position``-th from 1."""

    item: str
    position: int
    identity: Identity


def _speaker(row: StatementRow) -> Identity | None:
    return row.kept.speakers[0] if row.kept.speakers else None


def _name(identity: Identity | None, wording: Wording) -> str | None:
    return wording.name(identity) if identity else None


def _id(identity: Identity | None) -> str | None:
    return entity_id(identity) if identity else None


def _target(row: StatementRow) -> str | None:
    """The name of the target, else the words for it."""
    deed = row.kept.statement.deed
    if row.kept.target or not deed or not deed.target:
        return _name(row.kept.target, row.wording)
    return row.wording.words(deed.target.words)


STATEMENTS: Table[StatementRow] = Table(
    "statements",
    "Who said what: one row a statement of a report, with corrections applied.",
    ("statement",),
    (
        Column("statement", TEXT, "Id, the same in every export.", lambda one: one.kept.id),
        Column("article", TEXT, "The report.", lambda one: one.kept.report.id),
        Column("local", TEXT, "Id in the report's record.", lambda one: one.kept.statement.id),
        Column("outlet", TEXT, "Who published it.", lambda one: one.kept.report.outlet),
        Column("title", TEXT, "The report's title.", lambda one: one.kept.report.title, True),
        Column("url", TEXT, "The report's address.", lambda one: one.kept.report.url),
        Column(
            "published", TEXT, "When it came out, ISO 8601.", lambda one: one.kept.report.published
        ),
        Column("speaker", TEXT, "Entity that said it.", lambda one: _id(_speaker(one))),
        Column("speaker_name", TEXT, "Its name.", lambda one: _name(_speaker(one), one.wording)),
        Column(
            "speaker_wikidata",
            TEXT,
            "Its Wikidata id.",
            lambda one: getattr(_speaker(one), "wikidata", None),
        ),
        Column("source_kind", TEXT, "What sort of source.", lambda x: x.kept.statement.source.kind),
        Column(
            "source_spans",
            SPANS,
            "The words that say who.",
            lambda one: one.kept.statement.source.words.spans,
        ),
        Column(
            "source", TEXT, "These words.", lambda x: text_of(x.kept.statement.source.words), True
        ),
        Column("cue_spans", SPANS, "The attributing words.", lambda x: x.kept.statement.cue.spans),
        Column("cue", TEXT, "These words.", lambda one: text_of(one.kept.statement.cue), True),
        Column(
            "content_spans", SPANS, "What was said.", lambda one: one.kept.statement.content.spans
        ),
        Column(
            "content_sha256",
            TEXT,
            "SHA-256 of content.",
            lambda one: digest_of(one.kept.statement.content),
        ),
        Column(
            "content",
            TEXT,
            "What was said; pieces joined by one space.",
            lambda one: text_of(one.kept.statement.content),
            True,
        ),
        Column("form", TEXT, "direct, mixed or indirect.", lambda one: one.kept.statement.form),
        Column(
            "act",
            TEXT,
            "What it does by being said.",
            lambda one: getattr(one.kept.statement.deed, "act", None),
        ),
        Column(
            "act_probability",
            NUMBER,
            "That this is what it does.",
            lambda one: getattr(one.kept.statement.deed, "probability", None),
        ),
        Column("target", TEXT, "Entity it is aimed at.", lambda one: _id(one.kept.target)),
        Column("target_name", TEXT, "Its name, or the words for it.", _target),
        Column(
            "said_on",
            TEXT,
            "When it was said, as the report tells it: ISO 8601, weeks and ranges too.",
            lambda one: getattr(one.kept.statement.said_on, "value", None),
        ),
        Column(
            "said_first",
            DAY,
            "First day of said_on.",
            lambda x: first_day(x.kept.statement.said_on),
        ),
        Column(
            "said_last", DAY, "Last day of said_on.", lambda x: last_day(x.kept.statement.said_on)
        ),
        Column("said_at", TEXT, "Where.", lambda one: text_of(one.kept.statement.said_at), True),
        Column(
            "exchange", TEXT, "The question that it answers.", lambda x: x.kept.statement.exchange
        ),
        Column("sentence", TEXT, "The sentences around.", lambda x: text_of(x.kept.sentence), True),
        Column("sentence_spans", SPANS, "Where they stand.", lambda x: x.kept.sentence.spans),
        Column("utterance", TEXT, "The same for the same words.", lambda one: one.kept.utterance),
        Column("family", TEXT, "The same for copies of one report.", lambda one: one.kept.family),
        Column(
            "probability", NUMBER, "That it is one.", lambda one: one.kept.statement.probability
        ),
        Column(
            "speaker_probability",
            NUMBER,
            "That they said it.",
            lambda one: one.kept.statement.source.probability,
        ),
        Column("corrected", FLAG, "A person corrected it.", lambda one: one.kept.corrected),
    ),
    {"article": "articles"},
)

ENGAGEMENTS: Table[EngagementRow] = Table(
    "engagements",
    "The diary: one row an occasion of a report, with corrections applied.",
    ("engagement",),
    (
        Column("engagement", TEXT, "Id, the same in every export.", lambda one: one.kept.id),
        Column("article", TEXT, "The report.", lambda one: one.kept.report.id),
        Column("local", TEXT, "Id in the report's record.", lambda one: one.kept.engagement.id),
        Column("outlet", TEXT, "Who published it.", lambda one: one.kept.report.outlet),
        Column("title", TEXT, "The report's title.", lambda one: one.kept.report.title, True),
        Column("url", TEXT, "The report's address.", lambda one: one.kept.report.url),
        Column(
            "published", TEXT, "When it came out, ISO 8601.", lambda one: one.kept.report.published
        ),
        Column("entry", TEXT, "The same for the same occasion.", lambda one: one.kept.entry),
        Column("family", TEXT, "The same for copies of one report.", lambda one: one.kept.family),
        Column("kind", TEXT, "meeting, call, visit …", lambda one: one.kept.engagement.kind),
        Column("status", TEXT, "How it stands in the report.", lambda x: x.kept.engagement.status),
        Column(
            "when",
            TEXT,
            "When: ISO 8601, weeks and ranges too.",
            lambda one: getattr(one.kept.engagement.when, "value", None),
        ),
        Column("first", DAY, "First day of when.", lambda x: first_day(x.kept.engagement.when)),
        Column("last", DAY, "Last day of when.", lambda x: last_day(x.kept.engagement.when)),
        Column(
            "clock",
            TEXT,
            "Time by the clock of the place.",
            lambda one: getattr(one.kept.engagement.when, "clock", None),
        ),
        Column("place_spans", SPANS, "The words for it.", lambda x: x.kept.engagement.place.spans),
        Column(
            "place",
            TEXT,
            "Where, from the narrowest to the widest.",
            lambda one: ", ".join(one.kept.engagement.place.pieces) or None,
            True,
        ),
        Column(
            "evidence_spans",
            SPANS,
            "The clauses that tell of it.",
            lambda one: one.kept.engagement.evidence.spans,
        ),
        Column(
            "evidence_sha256",
            TEXT,
            "SHA-256 of evidence.",
            lambda one: digest_of(one.kept.engagement.evidence),
        ),
        Column(
            "evidence", TEXT, "Their words.", lambda x: text_of(x.kept.engagement.evidence), True
        ),
        Column("probability", NUMBER, "That it is one.", lambda x: x.kept.engagement.probability),
        Column("corrected", FLAG, "A person corrected it.", lambda one: one.kept.corrected),
    ),
    {"article": "articles"},
)

SPEAKERS: Table[Taking] = Table(
    "speakers",
    "Everybody who said a statement: it may be several together.",
    ("statement", "position"),
    (
        Column("statement", TEXT, "The statement.", lambda one: one.item),
        Column("position", WHOLE, "From 1, the main one first.", lambda one: one.position),
        Column("entity", TEXT, "Who.", lambda one: entity_id(one.identity)),
    ),
    {"statement": "statements"},
)

PARTICIPANTS: Table[Taking] = Table(
    "participants",
    "Everybody who takes part in an engagement.",
    ("engagement", "position"),
    (
        Column("engagement", TEXT, "The engagement.", lambda one: one.item),
        Column("position", WHOLE, "From 1, in the order of the report.", lambda one: one.position),
        Column("entity", TEXT, "Who.", lambda one: entity_id(one.identity)),
    ),
    {"engagement": "engagements"},
)
