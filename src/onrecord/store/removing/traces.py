"""What is noted elsewhere of a report that goes: in the log, and of feeds."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from onrecord.store.tables import schema_upkeep as upkeep

_ALONE = 12
"""Code points from which words are looked for inside of others, too."""


def forget_in_log(connection: Connection, article: str, stone: str) -> None:
    """Name the report by ``stone`` in what was done to it; notes to it go."""
    log = upkeep.log
    connection.execute(log.update().where(log.c.item == article).values(item=stone, note=""))


def forget_in_feeds(connection: Connection, words: Collection[str | None]) -> None:
    """Take out of what was noted of feeds all that holds one of ``words`` of the report."""
    table = upkeep.feeds
    known = [one for one in words if one]
    for url, state in connection.execute(select(table.c.url, table.c.state)).all():
        noted = json.loads(state)
        if (left := _without(noted, known)) != noted:
            written = json.dumps(left, sort_keys=True)
            connection.execute(table.update().where(table.c.url == url).values(state=written))


def _without(noted: Any, words: Collection[str]) -> Any:
    if isinstance(noted, dict):
        return {
            name: _without(one, words)
            for name, one in noted.items()
            if not _holds(name, words) and not _holds(one, words)
        }
    if isinstance(noted, list):
        return [_without(one, words) for one in noted if not _holds(one, words)]
    return noted


def _holds(noted: Any, words: Collection[str]) -> bool:
    return isinstance(noted, str) and any(
        noted == one or (len(one) >= _ALONE and one in noted) for one in words
    )


def strings_of_corrections(connection: Connection, article: str) -> list[str]:
    """What people wrote in corrections of the report: notes, names, places."""
    table = upkeep.corrections.c
    query = select(table.note, table.before, table.after).where(table.article == article)
    found: list[str] = []
    for note, *packed in connection.execute(query):
        found += [note, *(one for values in packed for one in _strings(json.loads(values)))]
    return found


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [one for each in value.values() for one in _strings(each)]
    return [value] if isinstance(value, str) else []
