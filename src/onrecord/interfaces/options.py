"""Arguments and options that more than one command has, or that are long to spell out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[
    list[str], typer.Argument(metavar="FILES...", help="Text, HTML or JSONL; - is standard input.")
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="When the reports were published, YYYY-MM-DD; never guessed."
    ),
]
Threads = Annotated[int, typer.Option(min=1, max=256, help="Threads to read with.")]
Likely = Annotated[
    float, typer.Option(min=0, max=1, help="Leave out what is less likely than this.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON record a line.")]
Explain = Annotated[
    bool, typer.Option("--explain", help="Also say why: rules, words, probabilities.")
]
Page = Annotated[
    Path | None,
    typer.Option(metavar="OUT.html", help="Also write one page that shows the records."),
]
Ics = Annotated[
    Path | None,
    typer.Option(metavar="OUT.ics", help="Also write the dated engagements as iCalendar."),
]

Origins = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORTS...", help="Files, folders, feeds, addresses; - is standard input."
    ),
]
MaybeFiles = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILES...]", help="Ask these reports and not the record."),
]
Kept = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="PATH",
        help="The record's file; otherwise ONRECORD_RECORD names it, else it is your own.",
    ),
]
OneJson = Annotated[bool, typer.Option("--json", help="Print the answer as one JSON object.")]
Limit = Annotated[int, typer.Option(min=1, metavar="N", help="Show so many at most.")]
By = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only what they said; a name or Wikidata id.")
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")]
