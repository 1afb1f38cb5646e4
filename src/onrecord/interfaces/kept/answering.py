"""An answer shown: as JSON or as lines, then what people have to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from onrecord.archive.asking import Answer
from onrecord.interfaces.kept.as_json import Data, print_answer
from onrecord.interfaces.kept.meant import meant_data, remarks, unsettled_lines
from onrecord.interfaces.kept.printing import NOTHING, print_lines, remark
from onrecord.interfaces.terminal_lines import Line

Item = TypeVar("Item")


def print_as_json(
    found: Answer[Item], query: Mapping[str, Any], data: Callable[[Item], Data]
) -> None:
    """One object, with whom each name means."""
    results = map(data, found.results)
    print_answer(query, results, people=meant_data(found), more=found.more)


def print_for_people(found: Answer[Item], lines: Callable[[Item], Iterable[Line]]) -> None:
    """Each result, else everybody whom a name may mean."""
    print_lines(line for one in found.results for line in lines(one))
    print_lines(unsettled_lines(found))


def remark_on(found: Answer[Any], limit: int, nothing: str) -> int:
    """What is left out and why nothing is there, on standard error; returns the exit code.

    ``nothing``: what to say where the names are settled and nothing was found.
    """
    if found.more:
        remark(f"there is more; --limit {2 * limit} shows it")
    for words in remarks(found):
        remark(words)
    if not found.results and not found.unsettled:
        remark(nothing)
    return 0 if found.results else NOTHING
