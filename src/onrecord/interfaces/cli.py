"""The program ``onrecord``. Everything slow to import is imported when it is needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.interfaces.endings import INTERRUPTED, plain_endings
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

# Plain help and messages: typer would import rich for both.
app = typer.Typer(
    name="onrecord",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

register = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Lists of people of your own."
)
app.add_typer(register, name="register")


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turns political news reports into a record that can be checked: who said what."""


@app.command()
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
        from onrecord.interfaces.outputs import Wanted
        from onrecord.interfaces.reading import Request

        parts = context.obj or _installed()
        request = Request(tuple(files), published, threads, min_probability)
        wanted = Wanted(json, explain, html, ics)
        _check(request, parts)
        wanted.check(request.files)
        raise typer.Exit(_run(request, parts, wanted))


@app.command()
def positions(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help='"Donald Trump", a surname or a Wikidata id.')
    ],
    files: Files,
    on: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only what has these words in it.")
    ] = None,
    published: Published = None,
    json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    threads: Threads = 1,
    min_probability: Likely = 0.0,
) -> None:
    """List what somebody supports, opposes, criticises, promised, denied or would not say.

    Exit code: 0 something was found; 1 nothing was, or who is meant is not settled;
    3 at least one report could not be read; 4 at least one is not in English; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.answering import answer_positions
        from onrecord.interfaces.reading import Request

        parts = context.obj or _installed()
        request = Request(tuple(files), published, threads, min_probability)
        if not name.strip():
            raise typer.BadParameter("nobody is asked for", param_hint="NAME")
        _check(request, parts)
        raise typer.Exit(answer_positions(name, on, json, request, parts))


@app.command()
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


@register.command("add")
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


@register.command("list")
def register_list() -> None:
    """Show the imported lists."""
    with plain_endings():
        from onrecord.interfaces.own_lists import show

        show()


@register.command("remove")
def register_remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `register list` shows it.")],
) -> None:
    """Remove an imported list. Exit code: 0 it is gone; 1 there was none of that name."""
    with plain_endings():
        from onrecord.interfaces.own_lists import remove

        raise typer.Exit(remove(name))


def _installed() -> Parts:
    from onrecord.interfaces.composition import installed

    return installed()


def _check(request: Request, parts: Parts) -> None:
    """Refuse before any reading what no report could be read with. Raises BadParameter."""
    from onrecord.errors import BadDate

    if request.files.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read once only", param_hint="FILES")
    if not 0 <= request.min_probability <= 1:  # nan passes typer's own bounds
        raise typer.BadParameter("must be from 0 to 1", param_hint="--min-probability")
    if request.published is not None:
        try:
            parts.check_date(request.published)
        except BadDate as error:
            raise typer.BadParameter(error.message, param_hint="--published") from None


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


def _open_what_is_closed() -> None:
    """Python has None for a stream that the caller closed (``2>&-``); nothing is shown there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 - as long as we run


def main(parts: Parts | None = None) -> None:
    """The console script; ``parts`` stand in for the installed ones in tests."""
    _open_what_is_closed()
    try:
        app(obj=parts)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
