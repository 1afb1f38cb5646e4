"""Lines for a terminal or a pipe: wrapped, indented, with nothing in them that is obeyed."""

from __future__ import annotations

from typing import NamedTuple, TextIO

from rich.console import Console
from rich.text import Text

_WIDEST = 96
"""Columns; longer lines are hard to read."""


class Line(NamedTuple):
    """One line to be wrapped, and what stands before it; ``first`` before its first row alone."""

    text: Text
    indent: str = ""
    first: str | None = None


class Lines:
    """Prints lines to ``stream``; colours only where that is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        # Words of strangers are never markup, emoji codes or something to highlight.
        self._console = Console(file=stream, markup=False, emoji=False, highlight=False)
        self._stream = stream
        self._width = min(self._console.width, _WIDEST)

    def print(self, text: Text, indent: str = "", first: str | None = None) -> None:
        """``text`` wrapped and indented; the first row begins with ``first`` in place of that."""
        rows = text.wrap(self._console, max(self._width - len(indent), 20))
        for number, row in enumerate(rows):
            margin = first if first is not None and number == 0 else indent
            row.rstrip()
            self._console.print(Text(margin, style="dim").append_text(row), soft_wrap=True)

    def rule(self) -> None:
        """A line across, and an empty one."""
        self.print(Text("─" * self._width, style="dim"))
        self.print(Text())

    def flush(self) -> None:
        """Let a reader at the other end of a pipe go on."""
        self._stream.flush()
