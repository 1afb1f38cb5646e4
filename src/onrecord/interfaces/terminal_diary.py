"""The diary, the questions and the times of a report, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from onrecord.domain.record import Record
from onrecord.interfaces.asked import Question, questions
from onrecord.interfaces.deed_reasons import time_reason
from onrecord.interfaces.diary import Occasion, diary
from onrecord.interfaces.explaining import places
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.terminal_lines import Line

_MOST = 40
"""Occasions, questions and times that are listed; the record has them all."""

_INDENT = " " * 6
"""As wide as a label."""


def diary_of(record: Record, explain: bool) -> Iterator[Line]:
    """Who met or appeared, where and when; asked to ``explain``, with the words that tell of it."""
    yield from _listed("diary", [_occasion(one, record, explain) for one in diary(record)])


def questions_of(record: Record, explain: bool) -> Iterator[Line]:
    """Each question with whom it was put to, what came of it, and the statements that reply."""
    found = [_question(one, record, explain) for one in questions(record)]
    yield from _listed("questions and answers", found)


def times_of(record: Record) -> Iterator[Line]:
    """Every time expression with its value, or why it has none: only for those who ask why."""
    found = [[Line(Text(_time(record, number)), "  ")] for number in range(len(record.times))]
    yield from _listed("times in it", found)


def _listed(heading: str, entries: list[list[Line]]) -> Iterator[Line]:
    if not entries:
        return
    yield Line(Text(heading, style="dim"))
    for entry in entries[:_MOST]:
        yield from entry
    if len(entries) > _MOST:
        yield Line(Text(f"and {len(entries) - _MOST} more; --json has them all"), "  ")
    yield Line(Text())


def _occasion(occasion: Occasion, record: Record, explain: bool) -> list[Line]:
    engagement = occasion.engagement
    lines = [Line(_occasion_words(occasion), _INDENT, f"  {engagement.id:<3} ")]
    if explain:
        told = places(engagement.evidence, record.article.text)
        lines.append(_dim(f"by {told} · {engagement.probability:.2f}"))
        if engagement.when:
            lines.append(_dim(f"when: {time_reason(engagement.when, record.article.text)}"))
    return lines


def _occasion_words(occasion: Occasion) -> Text:
    words = Text(occasion.when or "no date", style="" if occasion.when else "dim")
    if occasion.left_open:
        words.append(f" (“{one_line(occasion.left_open, 80)}”)", style="dim")
    words.append(f" · {occasion.engagement.kind}", style="bold")
    for part in (", ".join(occasion.who), occasion.place):
        if part:
            words.append(f" · {one_line(part)}")
    words.append(" · ", style="dim")
    return words.append(occasion.status, style="italic")


def _question(question: Question, record: Record, explain: bool) -> list[Line]:
    exchange = question.exchange
    how = Text("— ", style="dim")
    if question.put:
        how.append(f"{one_line(question.put)} · ")
    how.append(question.response, style="italic")
    lines = [
        Line(Text(one_line(question.words)), _INDENT, f"  {exchange.id:<3} "),
        Line(how, _INDENT),
    ]
    for answer in question.answers:
        words = one_line(" ".join(answer.content.pieces), 200)
        lines.append(Line(Text(words), _INDENT * 2, f"{_INDENT}{answer.id:<5} "))
    if explain:
        told = places(exchange.question, record.article.text)
        lines.append(_dim(f"by {told} · {exchange.probability:.2f}"))
    return lines


def _time(record: Record, number: int) -> str:
    when = record.times[number]
    kind = f"{when.kind}, {when.grain}" if when.grain else str(when.kind)
    return one_line(
        f"{time_reason(when, record.article.text)} · {kind} · {when.value or 'null'}", 1000
    )


def _dim(words: str) -> Line:
    return Line(Text(one_line(words, 1000), style="dim"), _INDENT + "  ", _INDENT)
