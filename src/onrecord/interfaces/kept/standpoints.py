"""``onrecord positions`` over the record, from its request to what is printed and the exit code."""

from __future__ import annotations

import sys

from onrecord.archive import Archive
from onrecord.archive.positions import Positions
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.as_json import print_answer
from onrecord.interfaces.kept.meant import remarks, unsettled_lines
from onrecord.interfaces.kept.printing import NOTHING, print_lines, remark
from onrecord.interfaces.kept.standpoints_json import change_data, person_data, results_data
from onrecord.interfaces.kept.standpoints_lines import positions_lines
from onrecord.interfaces.progress import Watch

MOST = 1000
"""Positions that are compared and shown; the newest. Nobody reads more of them."""


def answer_standpoints(
    archive: Archive, name: str, on: str | None, min_probability: float, json: bool
) -> int:
    """Ask the record and print what it answers. Raises RunError."""
    with Watch(sys.stderr) as watch:
        watch.does("looking through the record")
        found = archive.positions(name, on=on, least=min_probability, limit=MOST)
    if json:
        _print_json(found, name, on, min_probability)
    elif found.results or found.refusals:
        print_lines(positions_lines(found, name, on))
    else:
        print_lines(unsettled_lines(found))
    if found.more:
        remark(f"only the newest {MOST} are compared; --on TOPIC asks for fewer")
    for words in remarks(found):
        remark(words)
    nothing = not found.results and not found.refusals
    if nothing and not found.unsettled:
        about = f" on {one_line(on)}" if on else ""
        remark(f"no position of {one_line(name)}{about} is in the record")
    return NOTHING if nothing else 0


def _print_json(found: Positions, name: str, on: str | None, least: float) -> None:
    person, may_be = person_data(found, name)
    print_answer(
        {"name": name, "on": on, "least": least},
        results_data(found),
        person=person,
        may_be=may_be,
        more=found.more,
        changes=[change_data(one) for one in found.changes],
    )
