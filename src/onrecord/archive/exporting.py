"""A record written in other formats: to a stream, a file or a folder, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from onrecord.archive.drafts import Drafts, check_file, check_folder
from onrecord.errors import ExportError
from onrecord.query.export.exported import OnReport
from onrecord.query.export.files import Opens
from onrecord.query.export.formats import Format
from onrecord.query.export.wording import Wording
from onrecord.store.protocol import Store, View

if TYPE_CHECKING:
    from onrecord.query.export.table_rows import Row
    from onrecord.query.export.tables import Table

Streams = Callable[[View, Wording, OnReport], Iterator[bytes]]

_STREAMS = {
    Format.JSONL: ("jsonl", "jsonl"),
    Format.JSONLD: ("jsonld", "jsonld"),
    Format.ICS: ("ics", "ics"),
    Format.FTM: ("ftm", "ftm"),
    Format.ANNOTATIONS: ("web_annotations", "web_annotations"),
}
"""Formats of one stream, each with its module and function: imported when they are asked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """``reports``: how many. ``tombstones``: how many were retracted; ``carried``: they are in it.

    ``beside``: the file that they stand in where the format itself has no room for them.
    """

    reports: int
    tombstones: int
    carried: bool = True
    beside: Path | None = None


def export(
    store: Store, format: Format, out: Path | BinaryIO, with_text: bool, tell: OnReport
) -> Written:
    """Write all that ``store`` keeps at one moment. Raises ExportError, StoreError, OSError."""
    wording = Wording(with_text)
    with store.view() as view:
        counts = view.counts()
        written = Written(counts.articles, counts.retracted)
        if not isinstance(out, Path):
            return _to_stream(view, format, wording, tell, out, written)
        _refuse_the_record(out, Path(store.path))
        if format in _STREAMS:
            _write_file(out, _streamed(format)(view, wording, tell))
            return written
        if format is Format.BRAT:
            _write_brat(view, wording, tell, out)
            return written
        if out.suffix.lower() == f".{format}":
            return _write_statements(view, format, wording, tell, out, written)
        _write_tables(view, format, wording, tell, out)
        return written


def _to_stream(
    view: View,
    format: Format,
    wording: Wording,
    tell: OnReport,
    stream: BinaryIO,
    written: Written,
) -> Written:
    if format is Format.BRAT:
        raise ExportError("brat", "this is a folder with two files a report; name a folder for it")
    if format in _STREAMS:
        for piece in _streamed(format)(view, wording, tell):
            stream.write(piece)
        return written
    _statements(view, format, wording, tell, stream)
    return Written(written.reports, written.tombstones, carried=not written.tombstones)


def _streamed(format: Format) -> Streams:
    module, function = _STREAMS[format]
    try:
        found: Streams = getattr(import_module(f"onrecord.query.export.{module}"), function)
    except ImportError as error:
        if format is Format.FTM and not (error.name or "").startswith("onrecord"):
            raise ExportError(
                "ftm",
                "the library followthemoney is not installed; install On Record with it: "
                'pip install "onrecord[ftm]" (its PyICU is built on the machine and needs ICU, '
                "pkg-config and a C++ compiler: on Debian libicu-dev pkg-config g++)",
            ) from None
        raise
    return found


def _write_file(out: Path, pieces: Iterator[bytes]) -> None:
    target = Path(os.path.realpath(out))
    check_file(target)
    with Drafts(target) as drafts:
        file = drafts.open("export")
        for piece in pieces:
            file.write(piece)
        drafts.publish_file("export", target)


def _write_statements(
    view: View, format: Format, wording: Wording, tell: OnReport, out: Path, written: Written
) -> Written:
    """The statements alone; what was retracted in a file beside it, if anything was."""
    target = Path(os.path.realpath(out))
    beside = target.with_name(f"{target.stem}.tombstones{target.suffix}")
    for one in (target, beside):
        check_file(one)
    with Drafts(target) as drafts:
        _statements(view, format, wording, tell, drafts.open("statements"))
        if written.tombstones:
            _tombstones(view, format, drafts.open("tombstones"))
            drafts.publish_file("tombstones", beside)
        drafts.publish_file("statements", target)
    if not written.tombstones:
        beside.unlink(missing_ok=True)  # of an earlier export
        return written
    return Written(written.reports, written.tombstones, beside=beside)


def _statements(
    view: View, format: Format, wording: Wording, tell: OnReport, file: BinaryIO
) -> None:
    from onrecord.query.export.item_tables import STATEMENTS
    from onrecord.query.export.table_rows import statement_rows

    _table(format, STATEMENTS, statement_rows(view, wording, tell), file)


def _tombstones(view: View, format: Format, file: BinaryIO) -> None:
    from onrecord.query.export.report_tables import TOMBSTONES
    from onrecord.query.export.table_rows import tombstone_rows

    _table(format, TOMBSTONES, tombstone_rows(view), file)


def _table(format: Format, table: Table[Any], rows: Iterator[Row], file: BinaryIO) -> None:
    if format is Format.CSV:
        from onrecord.query.export.csv_tables import csv_stream

        for piece in csv_stream(table, rows):
            file.write(piece)
        return
    from onrecord.query.export.parquet_tables import write_one_parquet

    write_one_parquet(table, rows, file)


def _write_tables(view: View, format: Format, wording: Wording, tell: OnReport, out: Path) -> None:
    from onrecord.query.export.datapackage import NAME, datapackage
    from onrecord.query.export.table_rows import TABLES, rows

    ours = {NAME, *(f"{table.name}.{format}" for table in TABLES)}
    _check_folder(out, ours.__contains__)
    with Drafts(out) as drafts:
        drafts.open(NAME).write(datapackage(format, wording.with_text))
        write: Callable[[Iterator[Row], Opens], None]
        if format is Format.CSV:
            from onrecord.query.export.csv_tables import write_csv as write
        else:
            from onrecord.query.export.parquet_tables import write_parquet as write
        write(rows(view, wording, tell), drafts.open)
        drafts.publish()


def _write_brat(view: View, wording: Wording, tell: OnReport, out: Path) -> None:
    from onrecord.query.export.brat import write_brat

    # Somebody may have gone on annotating in an earlier export: nothing of it is replaced.
    _check_folder(out, lambda name: False)
    with Drafts(out) as drafts:
        write_brat(view, wording, drafts.open, tell)
        drafts.publish()


def _check_folder(out: Path, is_ours: Callable[[str], bool]) -> None:
    check_folder(Path(os.path.realpath(out)), is_ours)


def _refuse_the_record(out: Path, record: Path) -> None:
    """The record's own files are not to be replaced by what is written from them."""
    target = os.path.realpath(out)
    own = os.path.realpath(record)
    if target in {own, f"{own}-wal", f"{own}-shm", f"{own}-journal"}:
        raise ExportError(str(out), "this is the record itself; name another place")
