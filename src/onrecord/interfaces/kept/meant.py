"""Whom the names of a question mean: for people, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from onrecord.archive.asking import Answer
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.as_json import Data
from onrecord.interfaces.terminal_lines import Line
from onrecord.query.meant import Meant
from onrecord.query.whom import Somebody


def unsettled_lines(answer: Answer[Any]) -> Iterator[Line]:
    """Everybody whom a name that is not settled may mean."""
    for name in answer.unsettled:
        if others := answer.meant[name].others:
            yield Line(Text(f"{one_line(name)} may be", style="bold"))
            for one in others:
                told = counted(one.told, "statement")
                yield Line(Text(f"{told_of(one)} · {told}"), "  ")
            yield Line(Text())


def remarks(answer: Answer[Any]) -> Iterator[str]:
    """Why a name means nobody, and who else may be meant, a line each."""
    for name, meant in answer.meant.items():
        asked = one_line(name)
        if meant.person is None and meant.others:
            yield f"it is not settled who {asked} is; ask by the full name or the id"
        elif meant.person is None:
            yield f"nobody in the record is called {asked}"
        elif meant.others:
            others = "; ".join(told_of(one) for one in meant.others[:5])
            yield f"left out, as it is not settled that they are {asked}: {others}"


def told_of(person: Somebody) -> str:
    """ "Ann Lee (Q11)"."""
    known = f" ({one_line(person.known_as)})" if person.known_as else ""
    return one_line(person.name) + known


def meant_data(answer: Answer[Any]) -> list[Data]:
    """Each name with who it means, or may."""
    return [_meant(name, meant) for name, meant in answer.meant.items()]


def _meant(name: str, meant: Meant[Somebody]) -> Data:
    return {
        "name": name,
        "is": somebody_data(meant.person) if meant.person else None,
        "may_be": [somebody_data(one) for one in meant.others],
    }


def somebody_data(person: Somebody) -> Data:
    """One person or body, under all its keys."""
    return {
        "name": person.name,
        "known_as": person.known_as,
        "keys": sorted(person.keys),
        "statements": person.told,
    }
