"""``onrecord add``, ``watch``, ``export`` and ``log``: what goes into a record and out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.domain.asked import MANY
from onrecord.interfaces.endings import plain_endings
from onrecord.interfaces.options import Kept, Limit, OneJson, Origins, Published, Threads
from onrecord.query.export.formats import Format


def add(
    context: typer.Context,
    origins: Origins,
    published: Published = None,
    threads: Threads = 1,
    record: Kept = None,
) -> None:
    """Read reports and keep them in the record. What is there already is not read again.

    However it ends, what it told is kept; the same command again goes on from there.
    Exit code: 0 every report is in the record; 3 at least one could not be read; 4 at least one
    is not in English; 2 wrong usage; 1 the run could not go on.
    """
    with plain_endings():
        from onrecord.interfaces.checking import check_once, check_published
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.adding import add_to

        parts = parts_of(context)
        check_once(origins, "REPORTS")
        check_published(published, parts)
        with archive_of(parts, record, threads) as archive:
            raise typer.Exit(add_to(archive, tuple(origins), published))


def watch(
    context: typer.Context,
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEEDS...", help="Addresses of feeds, or files with one a line."),
    ],
    every: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="Again and again, as often as this: 15m, 2h. Else once."),
    ] = None,
    threads: Threads = 1,
    record: Kept = None,
) -> None:
    """Visit RSS, Atom and JSON feeds and add what is new in them.

    With --every, Ctrl-C is the end; what was read by then is kept.
    Exit code: 0 every feed was visited; 3 at least one feed or report could not be read;
    4 at least one report is not in English; 2 wrong usage; 1 the run could not go on.
    """
    with plain_endings():
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.watching import interval, watch_with

        seconds = interval(every)
        with archive_of(parts_of(context), record, threads) as archive:
            raise typer.Exit(watch_with(archive, tuple(feeds), seconds))


def export(
    context: typer.Context,
    format: Annotated[Format, typer.Option("--format", help="What to write.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="PATH", help="File or folder to write; else standard output."
        ),
    ] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Offsets and digests in place of the reports' words.")
    ] = False,
    record: Kept = None,
) -> None:
    """Write the whole record in another format, with what was retracted named.

    Exit code: 0 it was written; 2 wrong usage; 1 the run could not go on.
    """
    with plain_endings():
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.exporting import export_to

        with archive_of(parts_of(context), record) as archive:
            raise typer.Exit(export_to(archive, format, out, not no_text))


def log(
    context: typer.Context,
    limit: Limit = MANY,
    json: OneJson = False,
    record: Kept = None,
) -> None:
    """Show who did what and when: added, read again, corrected, undone, retracted, wiped.

    Exit code: 0 something was done; 1 nothing was; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.log import show_log

        with archive_of(parts_of(context), record) as archive:
            raise typer.Exit(show_log(archive, limit, json))
