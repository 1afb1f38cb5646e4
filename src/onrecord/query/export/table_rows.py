"""The rows of all tables, in one pass over the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord.query.export.exported import Exported, OnReport, quietly, reports
from onrecord.query.export.item_tables import (
    ENGAGEMENTS,
    PARTICIPANTS,
    SPEAKERS,
    STATEMENTS,
    EngagementRow,
    StatementRow,
    Taking,
)
from onrecord.query.export.report_tables import (
    ARTICLES,
    CORRECTIONS,
    ENTITIES,
    EXCHANGES,
    MENTIONS,
    TOMBSTONES,
    CorrectionRow,
    EntityRow,
    ExchangeRow,
    MentionRow,
)
from onrecord.query.export.tables import Table, Value
from onrecord.query.export.wording import Wording, entity_id
from onrecord.store.protocol import View

TABLES: tuple[Table[Any], ...] = (
    ARTICLES,
    STATEMENTS,
    SPEAKERS,
    ENGAGEMENTS,
    PARTICIPANTS,
    EXCHANGES,
    ENTITIES,
    MENTIONS,
    CORRECTIONS,
    TOMBSTONES,
)


class Row(NamedTuple):
    """One row of ``table``."""

    table: Table[Any]
    values: list[Value]


def rows(view: View, wording: Wording, tell: OnReport = quietly) -> Iterator[Row]:
    """All rows of all tables: report by report, then corrections and tombstones."""
    for one in reports(view, tell):
        for table, item in _of_report(one, wording):
            yield Row(table, table.row(item, wording.with_text))
    for correction in view.corrections():
        shown = CorrectionRow(correction, wording)
        yield Row(CORRECTIONS, CORRECTIONS.row(shown, wording.with_text))
    yield from tombstone_rows(view)


def statement_rows(view: View, wording: Wording, tell: OnReport = quietly) -> Iterator[Row]:
    """The rows of the statements alone."""
    for one in reports(view, tell):
        for kept in one.statements:
            yield Row(STATEMENTS, STATEMENTS.row(StatementRow(kept, wording), wording.with_text))


def tombstone_rows(view: View) -> Iterator[Row]:
    """What was retracted, in that order."""
    for tombstone in view.tombstones():
        yield Row(TOMBSTONES, TOMBSTONES.row(tombstone, True))


def _of_report(one: Exported, wording: Wording) -> Iterator[tuple[Table[Any], Any]]:
    yield ARTICLES, one.article
    for entity in one.record.entities:
        identity = one.people[entity.id]
        yield ENTITIES, EntityRow(one.article, entity, identity, wording.name(identity))
        for mention in entity.mentions:
            yield MENTIONS, MentionRow(one.article, entity, mention)
    for exchange in one.record.exchanges:
        asked, by = (
            entity_id(one.people[who]) if who in one.people else None
            for who in (exchange.asked or "", exchange.asked_by or "")
        )
        yield EXCHANGES, ExchangeRow(one.article, exchange, asked, by)
    for said in one.statements:
        yield STATEMENTS, StatementRow(said, wording)
        for position, identity in enumerate(said.speakers, 1):
            yield SPEAKERS, Taking(said.id, position, identity)
    for met in one.engagements:
        yield ENGAGEMENTS, EngagementRow(met, wording)
        for position, identity in enumerate(met.participants, 1):
            yield PARTICIPANTS, Taking(met.id, position, identity)
