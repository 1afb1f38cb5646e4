"""The command ``onrecord positions`` from its request to what is printed and the exit code."""

from __future__ import annotations

import sys

from onrecord.interfaces.composition import Parts
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.outputs import never_fail_to_print
from onrecord.interfaces.positions import NOTHING, Answer, Gathering
from onrecord.interfaces.positions_json import as_json
from onrecord.interfaces.positions_view import as_lines, told_of
from onrecord.interfaces.progress import Watch
from onrecord.interfaces.reading import Reading, Request
from onrecord.interfaces.terminal_lines import Lines


def answer_positions(
    question: str, topic: str | None, json: bool, request: Request, parts: Parts
) -> int:
    """Read the reports and print the answer. Raises RunError."""
    with Watch(sys.stderr, len(request.files)) as watch:
        gathering = Gathering(question, topic, parts.register())
        code = Reading(request, parts, watch, sys.stdin.buffer).run((gathering,))
    answer = gathering.answer()
    _print_json(answer) if json else _print(answer)
    for remark in _remarks(answer):
        print(f"onrecord: {remark}", file=sys.stderr)
    return code or (0 if answer.positions else NOTHING)


def _print_json(answer: Answer) -> None:
    sys.stdout.buffer.write(as_json(answer).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def _print(answer: Answer) -> None:
    never_fail_to_print()
    lines = Lines(sys.stdout)
    if answer.positions or answer.person is None:
        for line in as_lines(answer):
            lines.print(*line)
    lines.flush()


def _remarks(answer: Answer) -> list[str]:
    """Why there is nothing, and who else may be meant."""
    asked, read = one_line(answer.question), counted(answer.reports, "report")
    if answer.person is None and not answer.others:
        return [f"nobody is called {asked} in {read}"]
    if answer.person is None:
        return [f"it is not settled who {asked} is; ask by the full name or the id"]
    on = f" on {one_line(answer.topic)}" if answer.topic else ""
    remarks = [] if answer.positions else [f"no position of {asked}{on} in {read}"]
    if answer.others:
        others = "; ".join(told_of(other) for other in answer.others[:5])
        remarks.append(f"left out, as it is not settled that they are the same: {others}")
    return remarks
