"""Where something is from, and whose it is, in words for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text

from onrecord.domain.days import day_of_publication
from onrecord.domain.kept import Identity, KeptStatement
from onrecord.domain.report import Report
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act
from onrecord.interfaces.dates import value_words, when_words
from onrecord.interfaces.deeds import ARROW
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import inert, one_line
from onrecord.interfaces.terminal_lines import Line

INDENT = " " * 6
_LONG = 120
"""Code points; shorter words are repeated in their sentence."""

LONGEST = 400
"""Code points of a sentence that are shown; --json has it whole."""


def report_words(report: Report) -> str:
    """ "The Example · 26 Sep 2024 · Bridge is safe"; the id where nothing else is known."""
    day = day_of_publication(report.published)
    parts = (report.outlet, value_words(day) if day else "no date", title_words(report))
    return " · ".join(one_line(part, 100) for part in parts if part)


def title_words(report: Report) -> str:
    """The title, else where the report was found."""
    title = report.title or report.url or report.retrieved_from or report.id
    return "standard input" if title == "-" else one_line(title, 100)


def speakers_words(kept: KeptStatement) -> str:
    """Who said it by name, else in the report's words."""
    if kept.speakers:
        return names(kept.speakers)
    words = " ".join(kept.statement.source.words.text.split())
    return f"“{one_line(words, 100)}”" if words else "no source named"


def names(identities: Sequence[Identity]) -> str:
    """ "Ann Lee, Bo Roe and Eva Kim"."""
    each = [one_line(one.name, 100) for one in identities]
    return f"{', '.join(each[:-1])} and {each[-1]}" if len(each) > 1 else "".join(each)


def act_words(kept: KeptStatement) -> str | None:
    """ "criticises → Ann Lee"; None for what only informs, which goes without saying."""
    deed = kept.statement.deed
    if deed is None or (deed.act is Act.INFORMS and deed.target is None):
        return None
    target = target_words(kept)
    act = "" if deed.act is Act.INFORMS else str(deed.act)
    return f"{act} {ARROW} {target}".strip() if target else act


def target_words(kept: KeptStatement) -> str | None:
    """Whom it is aimed at by name, else in the report's words."""
    deed = kept.statement.deed
    if deed is None or deed.target is None:
        return None
    return one_line(kept.target.name if kept.target else deed.target.words.text, 100) or None


def day_words(kept: KeptStatement) -> Text:
    """When it was said, else when it was reported."""
    if kept.day and not kept.reported:
        return Text(when_words(kept.statement.said_on) or kept.day)
    return Text(f"reported on {value_words(kept.day)}" if kept.day else "no date", style="dim")


def content_lines(kept: KeptStatement) -> list[Line]:
    """What was said, the question that it answers, and the sentence around it where that has
    more in it."""
    content = kept.statement.content
    lines = [Line(Text(" ".join(inert(piece).split())), INDENT) for piece in content.pieces]
    if kept.question:
        lines.append(dim(f"asked: {one_line(kept.question.text)}"))
    if around := _around(kept):
        lines.append(dim(f"in: {one_line(around, LONGEST)}"))
    return lines


def _around(kept: KeptStatement) -> str:
    """The sentence, with […] for long words that stand above it; empty where it adds nothing."""
    sentence, content = kept.sentence, kept.statement.content
    if len(sentence.text) <= len(content.text) + 2:
        return ""
    if len(content.text) <= _LONG:
        return sentence.text
    pieces = zip(sentence.pieces, sentence.spans, strict=True)
    return " ".join(_without(piece, span.start, content) for piece, span in pieces)


def _without(piece: str, start: int, content: Passage) -> str:
    """``piece``, which begins at code point ``start`` of the text, with […] for ``content``."""
    shown, place = "", 0
    for span in content.spans:
        first, last = span.start - start, span.end - start
        if place <= first and last <= len(piece):
            shown, place = f"{shown}{piece[place:first]}[…]", last
    return re.sub(r"\[…\](\s*\[…\])+", "[…]", shown + piece[place:])


def also_words(outlets: int, independent: int) -> str | None:
    """ "in 41 outlets, 3 independent"; None for one alone."""
    if outlets < 2:
        return None
    return f"in {counted(outlets, 'outlet')}, {independent} independent"


def dim(words: str) -> Line:
    """A line of what is beside the point."""
    return Line(Text(words, style="dim"), INDENT + "  ", INDENT)
