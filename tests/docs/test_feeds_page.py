"""docs/feeds.md gives every bound as it is in the code."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from onrecord.fetch import bounds as fetch
from onrecord.watching import bounds as watching

PAGE = (Path(__file__).parents[2] / "docs/feeds.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| [^|]+ \| ([\d,]+) \| `([\w.]+)` \|$", PAGE, re.MULTILINE)
INNER = {"READ_AT_ONCE", "UNPACKED_AT_ONCE"}
"""How much is handled at a time; nothing is refused by them."""


def value_of(name: str) -> float:
    place, _, constant = name.rpartition(".")
    module = {"fetch": "fetch.bounds", "watching": "watching.bounds"}.get(place, place)
    found: float = getattr(import_module(f"onrecord.{module}"), constant)
    return found


@pytest.mark.parametrize(("written", "name"), ROWS, ids=[name for _, name in ROWS])
def test_a_bound_on_the_page_is_the_one_in_the_code(written: str, name: str) -> None:
    assert float(written.replace(",", "")) == value_of(name)


@pytest.mark.parametrize(("place", "module"), [("fetch", fetch), ("watching", watching)])
def test_every_bound_is_on_the_page(place: str, module: object) -> None:
    numbers = {name for name, one in vars(module).items() if type(one) in (int, float)}
    listed = {name.rpartition(".")[2] for _, name in ROWS if name.startswith(place + ".")}
    assert listed == numbers - INNER


def test_the_ports_on_the_page_are_those_in_the_code() -> None:
    assert f"Ports that are asked: {', '.join(map(str, sorted(fetch.PORTS)))}." in PAGE
