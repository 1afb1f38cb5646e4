"""The log is written to: who did what, when."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from onrecord.store.tables import schema_upkeep as upkeep


def note_done(
    connection: Connection, at: str, who: str, what: str, item: str, note: str = ""
) -> None:
    """One entry; ``what`` as ``domain.kept.LogEntry`` has it."""
    row = {"at": at, "who": who, "what": what, "item": item, "note": note}
    connection.execute(insert(upkeep.log), [row])
