"""The answer of ``onrecord positions`` to be read: by what was done, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from onrecord.domain.days import day_of_publication
from onrecord.domain.report import Report
from onrecord.domain.statement import Act
from onrecord.interfaces.dates import value_words, when_words
from onrecord.interfaces.deeds import ARROW
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import inert, one_line
from onrecord.interfaces.positions import Answer
from onrecord.interfaces.terminal_lines import Line
from onrecord.query.people import Person
from onrecord.query.positions import ACTS, Position

HEADINGS: Mapping[Act, str] = {
    Act.SUPPORTS: "supports",
    Act.OPPOSES: "opposes",
    Act.CRITICISES: "criticises",
    Act.COMMITS: "promised",
    Act.DEMANDS: "demanded",
    Act.WARNS: "warned",
    Act.ADMITS: "admitted",
    Act.DENIES: "denied",
    Act.DECLINES: "would not say",
}

_INDENT = " " * 6
_LONGEST = 400
"""Code points of a sentence that are shown; --json has it whole."""


def as_lines(answer: Answer) -> Iterator[Line]:
    """The answer, act by act; or nothing but who it may be, where that is not settled."""
    if answer.person is None:
        yield from _may_be(answer)
        return
    yield Line(_heading(answer.person))
    yield Line(Text(_tally(answer), style="dim"))
    yield Line(Text())
    for act in ACTS:
        yield from _group(HEADINGS[act], [one for one in answer.positions if one.act is act])


def told_of(person: Person) -> str:
    """ "Ann Lee (Q11)", or where somebody nobody knows of is named."""
    where = person.known_as or f"in {_title(person.sightings[0].report)}"
    return f"{one_line(person.name)} ({one_line(where)})"


def _heading(person: Person) -> Text:
    heading = Text(one_line(person.name), style="bold cyan")
    if person.known_as:
        heading.append(f" · {one_line(person.known_as)}", style="not bold dim")
    return heading


def _tally(answer: Answer) -> str:
    reports = len({one.report.id for one in answer.positions})
    on = f" on {one_line(answer.topic)}" if answer.topic else ""
    return f"{counted(len(answer.positions), 'position')}{on} in {counted(reports, 'report')}"


def _may_be(answer: Answer) -> Iterator[Line]:
    if not answer.others:
        return
    yield Line(Text(f"{one_line(answer.question)} may be", style="bold"))
    for other in answer.others:
        positions = counted(len(other.positions), "position")
        yield Line(Text(f"{told_of(other)} · {positions}"), "  ")
    yield Line(Text())


def _group(heading: str, positions: list[Position]) -> Iterator[Line]:
    if not positions:
        return
    yield Line(Text(heading, style="bold"))
    for position in positions:
        yield Line(_when_and_whom(position), "  ")
        asked = position.question
        if position.statement is None:
            asked = position.words
        else:
            for piece in position.words.pieces:
                yield Line(Text(" ".join(inert(piece).split())), _INDENT)
        if asked:
            yield _dim(f"asked: {one_line(asked.text)}")
        if _adds(position):
            yield _dim(f"in: {one_line(position.sentence.text, _LONGEST)}")
        yield _dim(f"— {_source(position)}")
        yield Line(Text())


def _when_and_whom(position: Position) -> Text:
    said = when_words(position.said_on)
    if position.day and not position.reported:
        words = Text(said or position.day)
    else:
        day = day_of_publication(position.report.published)
        words = Text(f"reported on {value_words(day)}" if day else "no date", style="dim")
    if position.target_name:
        words.append(f" {ARROW} {one_line(position.target_name)}", style="not dim bold")
    return words


def _adds(position: Position) -> bool:
    """Whether the sentence has more in it than what was said."""
    return len(position.sentence.text) > len(position.words.text) + 2


def _source(position: Position) -> str:
    report = position.report
    name = position.statement or position.exchange
    parts = [one_line(part, 100) for part in (report.outlet, _title(report), name) if part]
    return " · ".join([*parts, f"{position.act_probability:.2f}"])


def _title(report: Report) -> str:
    title = report.title or report.retrieved_from or report.url or report.id
    return "standard input" if title == "-" else one_line(title, 100)


def _dim(words: str) -> Line:
    return Line(Text(words, style="dim"), _INDENT + "  ", _INDENT)
