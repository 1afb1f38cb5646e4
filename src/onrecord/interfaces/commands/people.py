"""``onrecord who`` and ``onrecord register``: people as registers know them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.interfaces.endings import plain_endings


def who(
    question: Annotated[
        list[str], typer.Argument(metavar="NAME-OR-OFFICE", help='"Sir Keir", "governor of Ohio".')
    ],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Who it was on that day, YYYY-MM-DD.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Say who a name or an office stands for, and which row of the register says so.

    Exit code: 0 somebody was found; 1 nobody was; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.asking import answer

        raise typer.Exit(answer(" ".join(question), on, json))


def register_add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV or FollowTheMoney JSON lines.")],
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Until when its open terms are known; today if not set."),
    ] = None,
    licence: Annotated[
        str, typer.Option(help="On what terms the list may be used.")
    ] = "not stated",
    name: Annotated[str | None, typer.Option(help="Its name; the file's, if not set.")] = None,
) -> None:
    """Import a list of people, whole or not at all; an earlier one of its name is replaced.

    Exit code: 0 it was imported; 1 it was not, and every wrong row is named; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.own_lists import add

        raise typer.Exit(add(file, as_of, licence, name))


def register_list() -> None:
    """Show the imported lists."""
    with plain_endings():
        from onrecord.interfaces.own_lists import show

        show()


def register_remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `register list` shows it.")],
) -> None:
    """Remove an imported list. Exit code: 0 it is gone; 1 there was none of that name."""
    with plain_endings():
        from onrecord.interfaces.own_lists import remove

        raise typer.Exit(remove(name))
