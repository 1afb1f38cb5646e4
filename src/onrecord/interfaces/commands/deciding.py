"""``onrecord correct`` and ``retract``: what people decide about what was read."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.domain.engagement import Status
from onrecord.domain.statement import Act
from onrecord.interfaces.endings import plain_endings
from onrecord.interfaces.options import Kept, OneJson

Item = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="A statement (s_…) or engagement (g_…).")
]
Source = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who said it; '' if that is not settled.")
]
Target = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whom it is aimed at; '' if nobody.")
]
SaidOn = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it was said; '' if nothing tells.")
]
When = Annotated[str | None, typer.Option(metavar="DATE", help="When it is; '' if nothing tells.")]
Place = Annotated[
    str | None, typer.Option(metavar="PLACE", help="Where it is; '' if nothing tells.")
]
Strike = Annotated[bool, typer.Option("--strike", help="It is no statement or engagement at all.")]
Undo = Annotated[str | None, typer.Option(metavar="ID", help="Take a correction (c_…) back.")]


def correct(
    context: typer.Context,
    item: Item = None,
    source: Source = None,
    target: Target = None,
    act: Annotated[Act | None, typer.Option(help="What it does.")] = None,
    said_on: SaidOn = None,
    status: Annotated[Status | None, typer.Option(help="How the engagement stands.")] = None,
    when: When = None,
    place: Place = None,
    strike: Strike = False,
    note: Annotated[str, typer.Option(help="Why; it is kept with the correction.")] = "",
    undo: Undo = None,
    json: OneJson = False,
    record: Kept = None,
) -> None:
    """Correct what was read; it outlives every later reading. An ID alone shows the item.

    Exit code: 0 it is done; 1 there is no such item, or it cannot be so; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.correcting import Changes, decide

        changes = Changes(source, target, act, said_on, status, when, place, strike)
        with archive_of(parts_of(context), record) as archive:
            raise typer.Exit(decide(archive, item, changes, note, undo, json))


def retract(
    context: typer.Context,
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The report's id, address or path.")
    ],
    reason: Annotated[str, typer.Option(help="Why; it is kept in the log.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: OneJson = False,
    record: Kept = None,
) -> None:
    """Remove a report and everything derived from it, and wipe the file of its words.

    Exit code: 0 it is gone; 1 there is no such report, or it was not removed; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.retracting import retract_from

        with archive_of(parts_of(context), record) as archive:
            raise typer.Exit(retract_from(archive, report, reason, dry_run, yes, json))
