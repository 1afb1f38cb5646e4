"""Answers printed for people: lines for a terminal or a pipe, and what was left out."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from onrecord.interfaces.outputs import never_fail_to_print
from onrecord.interfaces.terminal_lines import Line, Lines

NOTHING = 1
"""Exit code: nothing was found."""


def print_lines(answer: Iterable[Line]) -> None:
    """Print them on standard output, and let a reader at the other end of a pipe go on."""
    never_fail_to_print()
    lines = Lines(sys.stdout)
    for line in answer:
        lines.print(*line)
    lines.flush()


def remark(words: str) -> None:
    """One line for people on standard error."""
    print(f"onrecord: {words}", file=sys.stderr)
