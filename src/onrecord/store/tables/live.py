"""Whether bytes that were found in a file stand in a row, and so are somebody's words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, Text, select, text

from onrecord.store.tables.schema_upkeep import metadata

_VOCABULARY = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.every USING fts5vocab(main, words, row)"
)
_TERMS = text("SELECT term FROM temp.every")
NUMBER = 3
"""Bytes of a number that is written before a text, at most, in a record of millions of items."""

_STREAMED = {"yield_per": 500}


def stand_in_rows(connection: Connection, windows: Collection[bytes]) -> set[bytes]:
    """Those of ``windows`` that stand in any text of any table, whatever their case.

    What they begin with may be the number before a text, whose bytes may be letters; so a text is
    enough that has them without. Reads all of the record; only called where something was found.
    """
    left = set(windows)
    found: set[bytes] = set()
    for row in _texts(connection):
        for window in [one for one in left if one.lower()[NUMBER:] in row]:
            left.discard(window)
            found.add(window)
        if not left:
            break
    return found


def _texts(connection: Connection) -> Iterator[bytes]:
    """The words of every row, folded; then those of the index."""
    for table in metadata.sorted_tables:
        columns = [column for column in table.columns if isinstance(column.type, Text)]
        if columns:
            for row in connection.execute(select(*columns), execution_options=_STREAMED):
                yield "\n".join(one for one in row if one).encode("utf-8").lower()
    connection.execute(_VOCABULARY)
    for [term] in connection.execute(_TERMS, execution_options=_STREAMED):
        yield term.encode("utf-8")
