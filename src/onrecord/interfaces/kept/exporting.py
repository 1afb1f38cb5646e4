"""``onrecord export`` from its request to what is written and the exit code."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import typer

from onrecord.archive import Archive
from onrecord.interfaces.heading import counted
from onrecord.interfaces.kept.printing import remark
from onrecord.interfaces.progress import Watch
from onrecord.query.export.formats import Format

_FOLDERS = (Format.BRAT,)
_BINARY = (Format.PARQUET,)


def export_to(archive: Archive, format: Format, out: Path | None, with_text: bool) -> int:
    """Write the record, and say what was written. Raises RunError, BadParameter."""
    _check(format, out)
    with Watch(sys.stderr) as watch:
        progress = _Progress(watch, "engagements" if format is Format.ICS else "reports")
        target = out if out is not None else sys.stdout.buffer
        written = archive.export(format, target, text=with_text, on_progress=progress)
    if out is None:
        sys.stdout.buffer.flush()
    else:
        remark(f"{out}: {counted(written.reports, 'report')} written")
    _tell_of_tombstones(written.tombstones, written.carried, written.beside)
    return 0


def _check(format: Format, out: Path | None) -> None:
    if out is not None:
        return
    if format in _FOLDERS:
        raise typer.BadParameter(
            f"{format} is a folder with two files a report; name one", param_hint="--out"
        )
    if format in _BINARY and sys.stdout.isatty():
        raise typer.BadParameter(
            f"{format} is nothing for a terminal; name a file or folder, or send it down a pipe",
            param_hint="--out",
        )


def _tell_of_tombstones(tombstones: int, carried: bool, beside: Path | None) -> None:
    if not carried:
        reports = counted(tombstones, "report")
        remark(f"{reports} retracted; a table alone does not say which: export to a folder")
    elif beside is not None:
        remark(f"{beside}: {counted(tombstones, 'tombstone')} of what was retracted")


class _Progress:
    """How many of ``what`` are done, of how many, and how fast."""

    def __init__(self, watch: Watch, what: str) -> None:
        self._watch, self._what = watch, what
        self._began = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        """One more is."""
        rate = done / max(time.monotonic() - self._began, 1e-3)
        left = (of - done) / rate
        self._watch.does(f"{done} of {of} {self._what}, {rate:.0f} a second, {left:.0f} s left")
