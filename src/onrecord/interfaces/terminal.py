"""The readable record for a terminal or a pipe: statements under their sources, as printed."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.text import Text

from onrecord.domain.record import Record
from onrecord.domain.statement import Statement
from onrecord.interfaces.grouping import SourceGroup, by_source
from onrecord.interfaces.heading import particulars, tally_of, title_of, unusual_encoding
from onrecord.interfaces.inert import inert, one_line

_WIDEST = 96
"""Columns; longer lines are hard to read."""


class TerminalView:
    """Prints each record as it comes; colours only where ``stream`` is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        # Words of strangers are never markup, emoji codes or something to highlight.
        self._console = Console(file=stream, markup=False, emoji=False, highlight=False)
        self._width = min(self._console.width, _WIDEST)
        self._stream = stream
        self._first = True

    def write(self, record: Record) -> None:
        """Print one record, parted from the one before by a rule."""
        if not self._first:
            self._print(Text("─" * self._width, style="dim"))
            self._print(Text())
        self._first = False
        self._head(record)
        for group in by_source(record.statements):
            self._group(group)
        self._stream.flush()

    def finish(self) -> None:
        """Nothing is left to do."""

    def _print(self, text: Text, indent: str = "", first: str | None = None) -> None:
        """``text`` wrapped and indented; the first line begins with ``first`` in place of that."""
        lines = text.wrap(self._console, max(self._width - len(indent), 20))
        for number, line in enumerate(lines):
            margin = first if first is not None and number == 0 else indent
            line.rstrip()
            self._console.print(Text(margin, style="dim").append_text(line), soft_wrap=True)

    def _head(self, record: Record) -> None:
        article = record.article
        self._print(Text(one_line(title_of(article)), style="bold"))
        facts = [*particulars(article)]
        if encoding := unusual_encoding(article):
            facts.append(f"read as {encoding}")
        self._print(Text(" · ".join(one_line(fact) for fact in facts)))
        self._print(Text(tally_of(record), style="dim"))
        self._print(Text())

    def _group(self, group: SourceGroup) -> None:
        if group.words:
            self._print(Text(one_line(group.words), style="bold cyan"))
        else:
            self._print(Text("no source named", style="italic cyan"))
        for statement in group.statements:
            self._statement(statement)

    def _statement(self, statement: Statement) -> None:
        label: str | None = f"  {statement.id:<3} "
        indent = " " * len(label or "")
        for piece in statement.content.pieces:
            self._print(Text(" ".join(inert(piece).split())), indent, label)
            label = None
        self._print(_how(statement), indent)
        self._print(Text())


def _how(statement: Statement) -> Text:
    cue = one_line(statement.cue.text)
    words = Text("— ", style="dim")
    words.append(cue or "no cue", style="italic" if cue else "dim italic")
    return words.append(f" · {statement.form} · {statement.probability:.2f}", style="dim")
