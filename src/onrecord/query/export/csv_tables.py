"""CSV by RFC 4180: commas, double quotes, CRLF, a line of names first; UTF-8 without a mark.

Words are never changed. A cell may therefore begin with ``=`` or ``@``, which a spreadsheet takes
for a formula unless the file is imported as text (docs/exports.md).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO

from onrecord.query.export.files import Opens
from onrecord.query.export.table_rows import TABLES, Row
from onrecord.query.export.tables import Table, Value
from onrecord.query.export.wording import whole

_AT_ONCE = 500


def csv_stream(table: Table[Any], rows: Iterable[Row]) -> Iterator[bytes]:
    """One table, a few hundred rows at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in table.columns])
    for number, row in enumerate(rows, 1):
        writer.writerow(_cells(row))
        if number % _AT_ONCE == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def write_csv(rows: Iterable[Row], opens: Opens) -> None:
    """One file a table, all of them in one pass."""
    writers: dict[str, Any] = {}
    files: dict[str, io.TextIOWrapper] = {}
    for table in TABLES:
        files[table.name] = _as_text(opens(f"{table.name}.csv"))
        writers[table.name] = csv.writer(files[table.name])
        writers[table.name].writerow([column.name for column in table.columns])
    for row in rows:
        writers[row.table.name].writerow(_cells(row))
    for file in files.values():
        file.flush()
        file.detach()


def _as_text(file: BinaryIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(file, encoding="utf-8", newline="")


def _taken(buffer: io.StringIO) -> bytes:
    written = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return written.encode("utf-8")


def _cells(row: Row) -> list[str | int | float | None]:
    return [_cell(value) for value in row.values]


def _cell(value: Value) -> str | int | float | None:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _listed(value)
    return value


def _listed(values: tuple[Any, ...]) -> str:
    """Spans as "10 20;30 40", ids with a blank between them."""
    if values and not isinstance(values[0], str):
        return ";".join(f"{start} {end}" for start, end in values)
    return " ".join(values)
