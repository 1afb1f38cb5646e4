"""The program ``onrecord``. Everything slow to import is imported when it is needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.interfaces.commands import asking, deciding, keeping, people, reading
from onrecord.interfaces.endings import INTERRUPTED

if TYPE_CHECKING:
    from onrecord.interfaces.composition import Parts

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

for command in (
    reading.read,
    keeping.add,
    keeping.watch,
    asking.said,
    asking.diary,
    asking.positions,
    asking.verify,
    deciding.correct,
    deciding.retract,
    keeping.export,
    keeping.log,
    people.who,
):
    app.command()(command)
app.add_typer(register, name="register")
register.command("add")(people.register_add)
register.command("list")(people.register_list)
register.command("remove")(people.register_remove)


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
