"""Paragraphs that hold given words, and the statements that reach into them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, select

from onrecord.domain.kept import Paragraph
from onrecord.store.asking import loading
from onrecord.store.asking.loading import fetched
from onrecord.store.tables import schema
from onrecord.store.words.indexing import heaviest


def holding_most(
    connection: Connection, weights: Mapping[tuple[str, ...], float], limit: int
) -> tuple[Paragraph, ...]:
    """See ``protocol.View``."""
    numbers = heaviest(connection, weights, limit)
    found = _loaded(connection, numbers)
    return tuple(found[number] for number in numbers)


def reached(connection: Connection, paragraphs: Iterable[int]) -> list[tuple[int, int]]:
    """For ``paragraphs`` the statements, not struck out, whose content reaches into each: numbers
    of the paragraph and the statement."""
    table, kept = schema.statement_paragraphs.c, schema.statements.c
    query = (
        select(table.paragraph, table.statement)
        .join(schema.statements, kept.number == table.statement)
        .where(table.holds == 1, kept.struck == 0)
    )
    rows = fetched(connection, lambda part: query.where(table.paragraph.in_(part)), paragraphs)
    return [(row["paragraph"], row["statement"]) for row in rows]


def _loaded(connection: Connection, numbers: Collection[int]) -> dict[int, Paragraph]:
    table, articles = schema.paragraphs, schema.articles
    query = select(table.c.number.label("paragraph"), table.c.start, table.c.text, articles).join(
        articles, articles.c.number == table.c.article
    )
    rows = fetched(connection, lambda part: query.where(table.c.number.in_(part)), numbers)
    return {
        row["paragraph"]: Paragraph(
            row["paragraph"], loading.report(row), row["start"], row["text"]
        )
        for row in rows
    }
