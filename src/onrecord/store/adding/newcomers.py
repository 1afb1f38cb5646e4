"""Records that are being added, and what of them is compared with others: none of it is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from onrecord.domain.days import day_of_publication, days_of
from onrecord.domain.kept import Identity
from onrecord.domain.record import Record
from onrecord.domain.statement import Form
from onrecord.join.occasions import Occasion, occasion_of
from onrecord.join.utterances import Telling
from onrecord.store.asking.loading import fetched_by_number
from onrecord.store.grouping.groups import Relation, group
from onrecord.store.grouping.relations import ENTRIES, FAMILIES, UTTERANCES
from onrecord.store.tables import schema


class Newcomer(NamedTuple):
    """A record with the numbers that its rows have.

    ``people``: by the id of an entity, who that is. ``statement``, ``engagement``: the number of
    the first of each.
    """

    record: Record
    article: int
    people: Mapping[str, Identity]
    statement: int
    engagement: int


def group_new(connection: Connection, new: Iterable[Newcomer]) -> None:
    """Put their rows, each its own group so far, where they belong."""
    new = list(new)
    _group(connection, FAMILIES, {one.article: one.record.article.text for one in new})
    table = schema.articles.c
    query = select(table.number, table.family)
    families: dict[int, int] = dict(
        fetched_by_number(
            connection, lambda part: query.where(table.number.in_(part)), [n.article for n in new]
        )
    )
    _group(connection, UTTERANCES, dict(pair for one in new for pair in _tellings(one, families)))
    _group(connection, ENTRIES, dict(pair for one in new for pair in _occasions(one, families)))


def _group(connection: Connection, relation: Relation, known: Mapping[int, Any]) -> None:
    group(connection, relation, known.keys(), known)


def _tellings(one: Newcomer, families: Mapping[int, int]) -> Iterable[tuple[int, Telling]]:
    family = str(families[one.article])
    published = days_of(day_of_publication(one.record.article.published))
    for number, said in enumerate(one.record.statements, one.statement):
        yield (
            number,
            Telling(
                article=str(one.article),
                text=said.content.text,
                quoted=said.form is not Form.INDIRECT,
                speaker=one.people.get(said.source.entity or ""),
                family=family,
                said=days_of(said.said_on.value) if said.said_on else None,
                published=published.first if published else None,
            ),
        )


def _occasions(one: Newcomer, families: Mapping[int, int]) -> Iterable[tuple[int, Occasion]]:
    published = day_of_publication(one.record.article.published)
    family = str(families[one.article])
    keys = {entity: who.key for entity, who in one.people.items()}
    for number, told in enumerate(one.record.engagements, one.engagement):
        yield number, occasion_of(told, keys, published, family)
