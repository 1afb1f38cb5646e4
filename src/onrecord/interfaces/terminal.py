"""The readable record for a terminal or a pipe: who said what, and who is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from rich.text import Text

from onrecord.domain.entity import Entity
from onrecord.domain.record import Record
from onrecord.domain.register import Register
from onrecord.domain.statement import Statement
from onrecord.interfaces.deed_reasons import deed_reasons
from onrecord.interfaces.deeds import circumstances, deed_words, entities_of
from onrecord.interfaces.explaining import Reason, speaker_reasons
from onrecord.interfaces.grouping import SourceGroup, by_source, other_words
from onrecord.interfaces.heading import particulars, tally_of, title_of, unusual_encoding
from onrecord.interfaces.inert import inert, one_line
from onrecord.interfaces.naming import name_of, particulars_of
from onrecord.interfaces.terminal_diary import diary_of, questions_of, times_of
from onrecord.interfaces.terminal_lines import Line, Lines
from onrecord.interfaces.terminal_who import explained, who_is_in

_INDENT = " " * 6
"""As wide as a statement's label."""


class TerminalView:
    """Prints each record as it comes; colours only where ``stream`` is a terminal.

    ``explain``: also say why words were given to somebody, with their rows of ``register``.
    """

    def __init__(
        self, stream: TextIO, explain: bool = False, register: Register | None = None
    ) -> None:
        self._lines = Lines(stream)
        self._print = self._lines.print
        self._explain = explain
        self._register = register
        self._first = True

    def write(self, record: Record) -> None:
        """Print one record, parted from the one before by a rule."""
        if not self._first:
            self._lines.rule()
        self._first = False
        self._head(record)
        known = entities_of(record)
        for group in by_source(record.statements, record.entities):
            self._group(group, record, known)
        for line in self._after_statements(record):
            self._print(*line)
        if record.entities:
            self._print(Text())
        self._lines.flush()

    def finish(self) -> None:
        """Nothing is left to do."""

    def _after_statements(self, record: Record) -> Iterator[Line]:
        yield from questions_of(record, self._explain)
        yield from diary_of(record, self._explain)
        if self._explain:
            yield from times_of(record)
        yield from who_is_in(record, self._explain, self._register)

    def _head(self, record: Record) -> None:
        article = record.article
        self._print(Text(one_line(title_of(article)), style="bold"))
        facts = [*particulars(article)]
        if encoding := unusual_encoding(article):
            facts.append(f"read as {encoding}")
        self._print(Text(" · ".join(one_line(fact) for fact in facts)))
        self._print(Text(tally_of(record), style="dim"))
        self._print(Text())

    def _group(self, group: SourceGroup, record: Record, known: Mapping[str, Entity]) -> None:
        if group.words:
            self._print(_group_heading(group))
        else:
            self._print(Text("no source named", style="italic cyan"))
        for statement in group.statements:
            how = _how(statement, other_words(group, statement), known)
            self._statement(statement, how)
            if self._explain:
                self._reasons(statement, record, known)
            self._print(Text())

    def _reasons(self, statement: Statement, record: Record, known: Mapping[str, Entity]) -> None:
        for entity, reason in speaker_reasons(statement, record):
            self._print(_why(name_of(entity), reason), _INDENT + "  ", _INDENT)
        for told in deed_reasons(statement, record.article.text, known):
            self._print(Text(one_line(told, 1000), style="dim"), _INDENT + "  ", _INDENT)

    def _statement(self, statement: Statement, how: Text) -> None:
        label: str | None = f"  {statement.id:<3} "
        indent = " " * len(label or "")
        for piece in statement.content.pieces:
            self._print(Text(" ".join(inert(piece).split())), indent, label)
            label = None
        self._print(how, indent)


def _group_heading(group: SourceGroup) -> Text:
    heading = Text(one_line(group.words), style="bold cyan")
    if len(group.entities) == 1:
        for part in particulars_of(group.entities[0]):
            heading.append(f" · {one_line(part)}", style="not bold dim")
    return heading


def _how(statement: Statement, words: str | None, known: Mapping[str, Entity]) -> Text:
    """Cue, the source's ``words`` where they are not its name, deed, day, form, probability."""
    cue = one_line(statement.cue.text)
    how = Text("— ", style="dim")
    how.append(cue or "no cue", style="italic" if cue else "dim italic")
    if words:
        how.append(f" (“{one_line(words)}”)")
    if deed := deed_words(statement.deed, known):
        how.append(f" · {one_line(deed)}", style="bold")
    if told := circumstances(statement):
        how.append(f" · {one_line(told)}")
    if statement.exchange:
        how.append(f" · answers {statement.exchange}")
    how.append(f" · {statement.form} · {statement.probability:.2f}", style="dim")
    if statement.source.entity:
        how.append(f" · who {statement.source.probability:.2f}", style="dim")
    return how


def _why(name: str, reason: Reason) -> Text:
    same = reason.words == f"“{name}”"
    why = Text(one_line(reason.words), style="dim")
    why.append(": " if same else f" is {one_line(name)}: ")
    return why.append_text(explained(reason))
