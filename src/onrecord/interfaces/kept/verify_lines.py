"""What was found out about a quotation, as lines for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.text import Text

from onrecord.domain.kept import KeptStatement
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import inert, one_line
from onrecord.interfaces.kept.sources import (
    INDENT,
    LONGEST,
    also_words,
    day_words,
    dim,
    names,
    report_words,
    speakers_words,
)
from onrecord.interfaces.terminal_lines import Line
from onrecord.query.verify.findings import Finding, Kind, Verdict, Verification

_BLANKS = re.compile(r"\s+")
_MOST_REPORTS = 5
"""Reports of one statement that are shown; --json has them all."""

_MEANING = {
    Verdict.EXACT: "these very words",
    Verdict.TYPOGRAPHY: "the same words, set otherwise",
    Verdict.CUT: "nothing is changed, but words are left out",
    Verdict.ALTERED: "words are changed, put in or left out",
    Verdict.SPLICED: "put together from two places",
    Verdict.OTHER_SPEAKER: "somebody else said it",
    Verdict.INDIRECT: "these words, or some of them, are the reporter's",
    Verdict.UNATTRIBUTED: "the words are there, but it is not settled whose they are",
    Verdict.NOT_IN_RECORD: "it may have been said all the same",
}
_STYLES = {
    Verdict.EXACT: "bold green",
    Verdict.TYPOGRAPHY: "bold green",
    Verdict.NOT_IN_RECORD: "bold red",
}


def verification_lines(answer: Verification, by: str | None) -> Iterator[Line]:
    """The verdict, then each place with what differs, whose it is and who reports it."""
    yield _verdict(answer.verdict)
    if not answer.found and answer.results:
        yield Line(Text("the nearest there is:", style="dim"))
    yield Line(Text())
    for number, one in enumerate(answer.results):
        if number and answer.found:
            yield _verdict(one.verdict)
        yield from _finding(answer.quotation, one, by)
        yield Line(Text())


def _verdict(verdict: Verdict) -> Line:
    shown = Text(verdict, style=_STYLES.get(verdict, "bold yellow"))
    return Line(shown.append(f": {_MEANING[verdict]}", style="not bold"), "  ", "")


def _finding(quotation: str, one: Finding, by: str | None) -> Iterator[Line]:
    yield from _place(quotation, one)
    for other in one.also:
        yield Line(Text("and from", style="bold"))
        yield from _place(quotation, other)
    if one.negates:
        yield Line(Text("what differs may turn it into the opposite", style="bold red"), INDENT)
    if one.theirs is False and by and one.statement:
        told = f"by {names(one.statement.speakers)}, not by {one_line(by, 100)}"
        yield Line(Text(told, style="bold yellow"), INDENT)


def _place(quotation: str, one: Finding) -> Iterator[Line]:
    yield Line(_heading(one))
    yield Line(_marked(quotation, one), INDENT)
    if one.wording is Verdict.ALTERED:
        yield dim(f"{one.similarity:.0%} the same")
    if one.spoken and len(one.spoken.text) < len(one.told.text):
        words = ", ".join(f"“{one_line(piece)}”" for piece in one.spoken.pieces)
        yield dim(f"only this is given as somebody’s words: {words}")
    if one.statement is None:
        yield dim(f"in: {one_line(one.paragraph.text, LONGEST)}")
        yield dim(f"— {report_words(one.report)}")
    else:
        yield from _reports(one, one.statement)


def _heading(one: Finding) -> Text:
    if one.statement is None:
        return Text("no statement was read from these words", style="italic cyan")
    kept = one.statement
    heading = Text(speakers_words(kept), style="bold cyan" if kept.speakers else "italic cyan")
    heading.append(" · ").append_text(day_words(kept))
    if cue := one_line(kept.statement.cue.text, 100):
        heading.append(" · ").append(cue, style="italic")
    return heading


def _marked(quotation: str, one: Finding) -> Text:
    """The report's words with what the quotation leaves out as ``[-…-]`` and what it puts in as
    ``{+…+}``."""
    shown = Text()
    for part in one.parts:
        told = _BLANKS.sub(" ", " ".join(map(inert, part.told.pieces)))
        asked = _BLANKS.sub(" ", inert(quotation[slice(*part.asked)])).strip()
        if part.kind in (Kind.SAME, Kind.TYPOGRAPHY):
            _put(shown, told)
            continue
        if told:
            _put(shown, f"[-{told.strip()}-]", "red")
        if asked:
            _put(shown, f"{{+{asked}+}}", "green")
        shown.append(" ")
    shown.rstrip()
    if shown.plain.count("“") > shown.plain.count("”"):
        shown.append("”")  # the quotation ends before the report's does
    return shown


def _put(shown: Text, words: str, style: str = "") -> None:
    """``words`` behind what is shown; a blank between, but not behind an opening mark."""
    if shown and shown.plain[-1] not in " “‘(":
        shown.append(" ")
    shown.append(words, style=style)


def _reports(one: Finding, kept: KeptStatement) -> Iterator[Line]:
    """The sentence and its report, then who else has it, the first named as such."""
    yield from _told(kept, "— ", one.told, f" · {kept.id}")
    first, *others = one.attestations or (kept,)
    if first.id != kept.id:
        yield from _told(first, "reported first: ")
    elif others:
        yield dim("reported first there")
    if also := also_words(len(one.outlets), one.independent):
        yield dim(also)
    shown = [other for other in others if other.id != kept.id]
    for other in shown[:_MOST_REPORTS]:
        yield from _told(other, "also: ")
    if len(shown) > _MOST_REPORTS:
        yield dim(f"and {counted(len(shown) - _MOST_REPORTS, 'report')} more")


def _told(
    kept: KeptStatement, before: str, told: Passage = NO_WORDS, behind: str = ""
) -> Iterator[Line]:
    corrected = " · corrected by hand" if kept.corrected else ""
    yield dim(f"{before}{report_words(kept.report)}{behind}{corrected}")
    yield dim(f"  in: {_around(kept.sentence or kept.statement.content, told)}")


def _around(sentences: Passage, told: Passage) -> str:
    """The sentences, or what of them is around the words that are told."""
    at = 0
    if told and len(sentences.text) > LONGEST:
        begin = told.spans[0].start
        before = [piece[: max(0, begin - span.start)] for span, piece in _pairs(sentences)]
        at = max(0, len(" ".join(before).rstrip()) - LONGEST // 4)
    return ("…" if at else "") + one_line(sentences.text[at:], LONGEST)


def _pairs(words: Passage) -> Iterator[tuple[Span, str]]:
    return zip(words.spans, words.pieces, strict=True)
