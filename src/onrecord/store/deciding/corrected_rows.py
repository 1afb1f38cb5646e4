"""Corrections put onto the rows of a report: what was read, changed by each that stands.

An item's columns are always those that were read (a correction's ``snapshot`` has them) with all
corrections that are not undone put on in the order they were made. So they can be undone in any
order, and putting them on twice changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, insert, select

from onrecord.domain.days import day_of_publication
from onrecord.store.adding.rows import last_day, said_value
from onrecord.store.asking.loading import fetched
from onrecord.store.deciding.corrected_effects import EFFECTS, Local, Row
from onrecord.store.deciding.corrected_people import local_of, take_away
from onrecord.store.grouping.groups import Relation
from onrecord.store.grouping.parting import regroup_changed
from onrecord.store.grouping.relations import ENTRIES, UTTERANCES
from onrecord.store.removing.unnamed import forget_orphans
from onrecord.store.tables import schema
from onrecord.store.tables.packing import time


class Sort(NamedTuple):
    """One of the two sorts of items: what corrections can touch, and where it is linked."""

    table: Table
    where: str
    """Column of the spans that an item is known again by."""
    columns: tuple[str, ...]
    links: tuple[Table, ...]
    link: str
    relation: Relation


STATEMENTS = Sort(
    schema.statements,
    "content",
    (
        *("source_kind", "source_entity", "source_probability", "also"),
        *("act", "act_spans", "act_probability"),
        *("target", "target_entity", "target_probability"),
        *("said_on", "day", "value", "struck"),
    ),
    (schema.speakers, schema.targets),
    "statement",
    UTTERANCES,
)
ENGAGEMENTS = Sort(
    schema.engagements,
    "evidence",
    ("status", "place", "place_name", "when", "day", "struck"),
    (schema.participants,),
    "engagement",
    ENTRIES,
)
SORTS = (STATEMENTS, ENGAGEMENTS)


def put(connection: Connection, article: Row, corrections: Iterable[Row]) -> None:
    """Put ``corrections``, all of the report ``article`` in their order, onto its items."""
    went = take_away(connection, article)

    def local(who: Mapping[str, Any]) -> str:
        return local_of(connection, article, who)

    by_item: dict[str, list[Row]] = {}
    for one in corrections:
        by_item.setdefault(one["item"], []).append(one)
    for sort in SORTS:
        rows = items(connection, sort, by_item)
        changed = [
            row["number"]
            for row in rows
            if _put_on(connection, sort, row, by_item[row["id"]], article, local)
        ]
        regroup_changed(connection, sort.relation, changed)
    forget_orphans(connection, went)


def items(connection: Connection, sort: Sort, ids: Iterable[str]) -> list[Row]:
    """The items of one sort with those ids."""
    table = sort.table
    return list(fetched(connection, lambda part: select(table).where(table.c.id.in_(part)), ids))


def _put_on(
    connection: Connection,
    sort: Sort,
    row: Row,
    corrections: list[Row],
    article: Row,
    local: Local,
) -> bool:
    """Write one item as it is to stand; returns whether anything is other than it was."""
    standing = [one for one in corrections if one["undone_at"] is None]
    columns: dict[str, Any] = dict(json.loads(corrections[-1]["snapshot"])["row"])
    for one in standing:
        for field, value in json.loads(one["after"]).items():
            columns |= EFFECTS[field](value, columns, local)
    columns |= _days(sort, columns, article)
    columns["corrected"] = int(bool(standing))
    table = sort.table
    # As SQLAlchemy's keyword arguments no "when" could be given, so as a mapping.
    connection.execute(table.update().where(table.c.number == row["number"]).values(columns))
    if sort is STATEMENTS:
        places = schema.statement_paragraphs
        connection.execute(
            places.update().where(places.c.statement == row["number"]).values(day=columns["day"])
        )
    _link(connection, sort, {**row, **columns})
    return any(row[name] != value for name, value in columns.items())


def _days(sort: Sort, columns: Row, article: Row) -> dict[str, Any]:
    """What it is ordered by: for a statement without a day of its own, that of publication."""
    if sort is STATEMENTS:
        value = said_value(time("", columns["said_on"])) or day_of_publication(article["published"])
        return {"value": value, "day": last_day(value)}
    when = time("", columns["when"])
    return {"day": last_day(when.value if when else None)}


def _link(connection: Connection, sort: Sort, row: Row) -> None:
    """Link the item to those whom it names; what is struck out is linked to nobody."""
    for table, locals_ in zip(sort.links, _named(sort, row), strict=True):
        connection.execute(table.delete().where(table.c[sort.link] == row["number"]))
        people = _identities(connection, row["article"], locals_)
        numbers = dict.fromkeys(people[one] for one in locals_ if one in people)
        links = [
            {"identity": number, "day": row["day"], sort.link: row["number"]} for number in numbers
        ]
        if links and not row["struck"]:
            connection.execute(insert(table), links)


def _named(sort: Sort, row: Row) -> list[list[str]]:
    if sort is ENGAGEMENTS:
        return [json.loads(row["participants"])]
    also = json.loads(row["also"]) if row["also"] else []
    return [
        [one for one in (row["source_entity"], *also) if one],
        [row["target_entity"]] if row["target_entity"] else [],
    ]


def _identities(connection: Connection, article: int, locals_: list[str]) -> dict[str, int]:
    table = schema.entities.c
    query = select(table.local, table.identity).where(table.article == article)
    rows = fetched(connection, lambda part: query.where(table.local.in_(part)), locals_)
    return {row["local"]: row["identity"] for row in rows}
