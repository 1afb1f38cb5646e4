"""Many rows into a table at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, insert


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, which all have the same keys.

    The statement is SQLAlchemy's, the rows go past it to the driver: to look at each value of each
    row costs twice as much as to write it.
    """
    if rows:
        written, order = _statement(connection.dialect, table, tuple(rows[0]))
        values = itemgetter(*order) if len(order) > 1 else lambda row: (row[order[0]],)
        connection.exec_driver_sql(written, [values(row) for row in rows])


def insert_tuples(
    connection: Connection,
    table: Table,
    columns: Sequence[Column[Any]],
    rows: Sequence[tuple[Any, ...]],
    prefix: str = "",
) -> None:
    """Insert ``rows`` of the values of ``columns``, in that order; ``prefix``: "OR IGNORE"."""
    if rows:
        names = tuple(column.name for column in columns)
        written, order = _statement(connection.dialect, table, names, prefix)
        if order != names:
            rows = [*map(itemgetter(*map(names.index, order)), rows)]
        connection.exec_driver_sql(written, rows)


@lru_cache(maxsize=64)
def _statement(
    dialect: Dialect, table: Table, columns: tuple[str, ...], prefix: str = ""
) -> tuple[str, tuple[str, ...]]:
    """The statement, and the order in which it takes the values of ``columns``."""
    into = insert(table).prefix_with(prefix) if prefix else insert(table)
    compiled = into.compile(dialect=dialect, column_keys=columns)
    return str(compiled), tuple(compiled.positiontup or ())
