"""docs/usage.md lists exactly the options that the program has, command by command."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from onrecord.interfaces.cli import app

LISTED = re.compile(r"<!-- options: ([\w ]+) -->\n\n((?:\|.*\n)+)")
OPTION = re.compile(r"^\| `(--[\w-]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def usage() -> str:
    root = Path(__file__).resolve().parents[2]
    return (root / "docs" / "usage.md").read_text(encoding="utf-8")


def commands() -> dict[str, Any]:
    """The commands by name, those of groups too ("register add").

    Typed loosely, since newer typers bring a click of their own.
    """
    program: Any = get_command(app)
    found: dict[str, Any] = {}
    for name, command in program.commands.items():
        inner = getattr(command, "commands", None)
        found |= {f"{name} {one}": inner[one] for one in inner} if inner else {name: command}
    return found


def long_names(command: Any) -> set[str]:
    """The option names that are spelled out, ``--help`` included."""
    parameters = command.get_params(command.make_context("x", [], resilient_parsing=True))
    return {name for one in parameters for name in one.opts if name.startswith("--")}


def test_every_command_has_its_options_listed(usage: str) -> None:
    assert {name for name, _ in LISTED.findall(usage)} == set(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_options_listed_are_those_the_command_has(name: str, usage: str) -> None:
    listed = dict(LISTED.findall(usage))[name]
    assert set(OPTION.findall(listed)) == long_names(commands()[name])


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4])
def test_every_exit_code_is_explained(code: int, usage: str) -> None:
    assert re.search(rf"^\| {code} \| \w", usage, re.MULTILINE)


def test_no_page_shows_an_option_that_does_not_exist() -> None:
    root = Path(__file__).resolve().parents[2]
    existing = {name for one in commands().values() for name in long_names(one)} | {"--version"}
    for page in [root / "README.md", *(root / "docs").rglob("*.md")]:
        shown = re.findall(r"onrecord [^`\n]*", page.read_text(encoding="utf-8"))
        assert {name for line in shown for name in re.findall(r" (--[a-z-]+)", line)} <= existing
