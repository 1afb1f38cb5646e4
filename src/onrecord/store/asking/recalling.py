"""What people decided and what was done: corrections, tombstones, the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from onrecord.domain.kept import Correction, LogEntry, Tombstone
from onrecord.store.asking.loading import in_parts
from onrecord.store.tables import schema
from onrecord.store.tables import schema_upkeep as upkeep


def corrections(connection: Connection, item: str | None = None) -> tuple[Correction, ...]:
    """The corrections of one item, or all, in the order they were made."""
    table = upkeep.corrections
    query = select(table).order_by(table.c.number)
    if item is not None:
        query = query.where(table.c.item == item)
    rows = connection.execute(query).mappings().all()
    there = _there(connection, {row["item"] for row in rows})
    return tuple(correction(row, row["item"] in there) for row in rows)


def _there(connection: Connection, items: set[str]) -> set[str]:
    """Those of ``items`` that reports have today."""
    found: set[str] = set()
    for column in (schema.statements.c.id, schema.engagements.c.id):
        for part in in_parts(sorted(items)):
            found.update(connection.scalars(select(column).where(column.in_(part))))
    return found


def tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """What was retracted, in that order."""
    table = upkeep.tombstones
    rows = connection.execute(select(table).order_by(table.c.number)).mappings()
    return tuple(tombstone(row) for row in rows)


def log(connection: Connection, limit: int | None = None) -> tuple[LogEntry, ...]:
    """What was done, the latest first."""
    table = upkeep.log.c
    query = select(table.at, table.who, table.what, table.item, table.note)
    query = query.order_by(table.number.desc()).limit(limit)
    return tuple(LogEntry(*row) for row in connection.execute(query))


def feed_state(connection: Connection, url: str) -> dict[str, Any]:
    """What was noted of a feed; empty for one that was never visited."""
    table = upkeep.feeds.c
    found: dict[str, Any] = json.loads(
        connection.scalar(select(table.state).where(table.url == url)) or "{}"
    )
    return found


def correction(row: Mapping[Any, Any], there: bool) -> Correction:
    """A correction as it was kept; ``there``: whether a report has its item today."""
    return Correction(
        id=row["id"],
        item=row["item"],
        article=row["article"],
        who=row["who"],
        at=row["at"],
        note=row["note"],
        before=json.loads(row["before"]),
        after=json.loads(row["after"]),
        undone_by=row["undone_by"],
        undone_at=row["undone_at"],
        applied=there and row["undone_at"] is None,
    )


def tombstone(row: Mapping[Any, Any]) -> Tombstone:
    """A tombstone as it was kept."""
    return Tombstone(
        id=row["id"],
        article=row["article"],
        text_sha256=row["text_sha256"],
        words_sha256=row["words_sha256"],
        url_sha256=row["url_sha256"],
        who=row["who"],
        at=row["at"],
        reason=row["reason"],
        items=tuple(json.loads(row["items"])),
        removed=json.loads(row["removed"]),
        scrubbed=bool(row["scrubbed"]),
    )
