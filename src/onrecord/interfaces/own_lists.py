"""The commands ``onrecord register``: a user's own lists imported, shown and removed."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import typer

from onrecord.errors import ListError
from onrecord.interfaces.inert import one_line
from onrecord.register import own_lists
from onrecord.register.entries import iso_date

NOT_IMPORTED = 1
NONE_OF_THAT_NAME = 1


def add(file: Path, as_of: str | None, licence: str, name: str | None) -> int:
    """Import ``file``; its open terms are known until ``as_of``, today if None."""
    day = as_of or datetime.date.today().isoformat()
    if len(day) != len("2024-09-26") or iso_date(day) is None:
        raise typer.BadParameter(f"{one_line(day)} is no day", param_hint="--as-of")
    try:
        added = own_lists.add(file, day, licence=licence, name=name)
    except ListError as error:
        print(f"onrecord: nothing was imported from {one_line(error.where)}", file=sys.stderr)
        for problem in error.problems:
            print(f"  {one_line(problem)}", file=sys.stderr)
        return NOT_IMPORTED
    print(_told(added))
    return 0


def show() -> None:
    """Print every list with its file."""
    for one in own_lists.lists():
        print(f"{_told(one)} ({one.path})")


def remove(name: str) -> int:
    """Remove the list ``name``."""
    if own_lists.remove(name):
        return 0
    print(f"onrecord: no list is called {one_line(name)}", file=sys.stderr)
    return NONE_OF_THAT_NAME


def _told(one: own_lists.OwnList) -> str:
    return f"{one.name}: {one.people} people, {one.offices} offices"
