"""Parquet with typed columns: dates as date32, spans as lists of ``{start, end}``.

Rows are written in groups of a few thousand; what a column means stands in the schema's metadata.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.query.export.files import Opens
from onrecord.query.export.table_rows import TABLES, Row
from onrecord.query.export.tables import Kind, Table, Value
from onrecord.query.export.wording import whole

GROUP = 8192
"""Rows of a group: so many are held in memory of each table."""

_MOST_BYTES = 16 * 1024 * 1024
"""Of words in a group: whole reports stand in one column."""

_SPAN = pa.struct([pa.field("start", pa.int32(), False), pa.field("end", pa.int32(), False)])
_TYPES: dict[Kind, Any] = {
    Kind.STRING: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DATE: pa.date32(),
    Kind.SPANS: pa.list_(_SPAN),
    Kind.IDS: pa.list_(pa.string()),
}


def schema_of(table: Table[Any]) -> Any:
    """The Arrow schema of a table."""
    return pa.schema(
        [
            pa.field(
                column.name,
                _TYPES[column.kind],
                nullable=column.name not in table.key,
                metadata={"description": column.about},
            )
            for column in table.columns
        ],
        metadata={"description": table.about},
    )


class TableFile:
    """One table as one Parquet file."""

    def __init__(self, table: Table[Any], file: BinaryIO) -> None:
        self._schema = schema_of(table)
        self._writer = pq.ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[list[Value]] = []
        self._size = 0

    def write(self, values: list[Value]) -> None:
        """Keep one row, and write a group when there are enough."""
        self._rows.append(values)
        self._size += sum(len(value) for value in values if isinstance(value, str))
        if len(self._rows) >= GROUP or self._size >= _MOST_BYTES:
            self._group()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if self._rows:
            self._group()
        self._writer.close()

    def _group(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [
            pa.array([_plain(value) for value in column], type=field.type)
            for column, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows, self._size = [], 0


def write_parquet(rows: Iterable[Row], opens: Opens) -> None:
    """One file a table, all of them in one pass."""
    files = {table.name: TableFile(table, opens(f"{table.name}.parquet")) for table in TABLES}
    for row in rows:
        files[row.table.name].write(row.values)
    for file in files.values():
        file.close()


def write_one_parquet(table: Table[Any], rows: Iterable[Row], file: BinaryIO) -> None:
    """One table alone."""
    written = TableFile(table, file)
    for row in rows:
        written.write(row.values)
    written.close()


def _plain(value: Value) -> Any:
    if isinstance(value, str):
        return whole(str(value))
    if isinstance(value, tuple):
        return [one if isinstance(one, str) else {"start": one[0], "end": one[1]} for one in value]
    return value
