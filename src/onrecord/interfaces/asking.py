"""The command ``onrecord who`` from its arguments to what is printed and the exit code."""

from __future__ import annotations

import sys
from typing import Any

import typer

from onrecord.interfaces.answers import as_json, as_text
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.who import NOBODY, SearchableRegister, find


def answer(
    question: str, day: str | None, json: bool, register: SearchableRegister | None = None
) -> int:
    """Print who is meant; ``register`` stands in for the installed one in tests."""
    if not question.strip():
        raise typer.BadParameter("nothing is asked", param_hint="NAME-OR-OFFICE")
    found = find(register or _installed(), question, _checked(day))
    _print(as_json(question, day, found) if json else "\n".join(as_text(found, day)))
    if not found:
        print(f"onrecord: nobody is known as {one_line(question)}{_on(day)}", file=sys.stderr)
        return NOBODY
    return 0


def _on(day: str | None) -> str:
    return f" on {day}" if day else ""


def _installed() -> SearchableRegister:
    from onrecord.register import installed

    return installed()


def _checked(day: str | None) -> str | None:
    from onrecord.register.entries import iso_date

    if day is not None and (len(day) != len("2024-09-26") or iso_date(day) is None):
        raise typer.BadParameter(f"{one_line(day)} is no day; write 2024-09-26", param_hint="--on")
    return day


def _print(text: str) -> None:
    if not text:
        return
    reconfigure: Any = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:  # a terminal that cannot show a letter gets a question mark, not an error
        reconfigure(errors="replace")
    print(text)
