"""``onrecord read``: reports to records, nothing kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from onrecord.interfaces.endings import plain_endings
from onrecord.interfaces.options import (
    Explain,
    Files,
    Ics,
    Json,
    Likely,
    Page,
    Published,
    Threads,
)

if TYPE_CHECKING:
    from onrecord.interfaces.composition import Parts
    from onrecord.interfaces.outputs import Wanted
    from onrecord.interfaces.reading import Request


def read(
    context: typer.Context,
    files: Files,
    published: Published = None,
    json: Json = False,
    explain: Explain = False,
    html: Page = None,
    ics: Ics = None,
    threads: Threads = 1,
    min_probability: Likely = 0.0,
) -> None:
    """Read reports and print who said what, each statement with its exact words.

    Exit code: 0 every report was read; 3 at least one could not be read; 4 at least one is
    not in English; 2 wrong usage; 1 the run could not go on.
    """
    with plain_endings():
        from onrecord.interfaces.checking import check_request
        from onrecord.interfaces.composition import parts_of
        from onrecord.interfaces.outputs import Wanted
        from onrecord.interfaces.reading import Request

        parts = parts_of(context)
        request = Request(tuple(files), published, threads, min_probability)
        wanted = Wanted(json, explain, html, ics)
        check_request(request, parts)
        wanted.check(request.files)
        raise typer.Exit(_run(request, parts, wanted))


def _run(request: Request, parts: Parts, wanted: Wanted) -> int:
    from contextlib import ExitStack

    from onrecord.interfaces.outputs import open_outputs
    from onrecord.interfaces.progress import Watch
    from onrecord.interfaces.reading import Reading

    with ExitStack() as stack:
        watch = Watch(sys.stderr, len(request.files))
        outputs = open_outputs(wanted, parts, watch, stack)
        stack.enter_context(watch)
        reading = Reading(request, parts, watch, sys.stdin.buffer, sys.stdout.isatty())
        return reading.run(outputs)
