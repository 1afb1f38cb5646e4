"""What a file has to remember until it is wiped: for which reports, and how that is proven."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from onrecord.store.tables import schema_upkeep as upkeep
from onrecord.store.tables.journal import note_done
from onrecord.store.wiping.raw_search import Sought, sought

_DUE = "to be wiped: "
_EMPTIED = "free places are wiped, the log is not"


class Due(NamedTuple):
    """A tombstone's id, which is the salt of the digests, and the windows to be looked for."""

    tombstone: str
    windows: tuple[Sought, ...]


def remember_to_wipe(connection: Connection, tombstone: str, windows: Iterable[bytes]) -> None:
    """Note that words of a report still stand in free places; only digests of them are noted."""
    value = json.dumps([sought(one, tombstone) for one in windows])
    connection.execute(insert(upkeep.notes), [{"name": _DUE + tombstone, "value": value}])
    forget_emptied(connection)


def due(connection: Connection) -> list[Due]:
    """What is still to be wiped."""
    notes = upkeep.notes.c
    query = select(notes.name, notes.value).where(notes.name.startswith(_DUE, autoescape=True))
    return [
        Due(name.removeprefix(_DUE), tuple(Sought(*one) for one in json.loads(value)))
        for name, value in connection.execute(query.order_by(notes.name))
    ]


def is_due(connection: Connection) -> bool:
    """Whether anything is."""
    return bool(due(connection))


def is_emptied(connection: Connection) -> bool:
    """Whether free places were wiped since the last report went."""
    notes = upkeep.notes.c
    return connection.execute(select(notes.name).where(notes.name == _EMPTIED)).first() is not None


def note_emptied(connection: Connection) -> None:
    """Free places are wiped."""
    forget_emptied(connection)
    connection.execute(insert(upkeep.notes), [{"name": _EMPTIED, "value": ""}])


def forget_emptied(connection: Connection) -> None:
    """They have words in them again."""
    connection.execute(upkeep.notes.delete().where(upkeep.notes.c.name == _EMPTIED))


def note_wiped(connection: Connection, wiped: Iterable[Due], at: str) -> None:
    """Mark the tombstones and log it, in the name of who retracted."""
    stones, notes = upkeep.tombstones, upkeep.notes
    for one in wiped:
        query = select(stones.c.who, stones.c.article).where(stones.c.id == one.tombstone)
        who, article = connection.execute(query).one()
        connection.execute(stones.update().where(stones.c.id == one.tombstone).values(scrubbed=1))
        connection.execute(notes.delete().where(notes.c.name == _DUE + one.tombstone))
        note_done(connection, at, who, "scrubbed", article)
    if not due(connection):
        forget_emptied(connection)
