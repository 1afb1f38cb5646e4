"""A statement with everything that people need to judge it, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from onrecord.domain.kept import KeptStatement
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.sources import (
    act_words,
    also_words,
    content_lines,
    day_words,
    dim,
    report_words,
    speakers_words,
)
from onrecord.interfaces.naming import share
from onrecord.interfaces.terminal_lines import Line


def statement_lines(kept: KeptStatement, outlets: int = 1, independent: int = 1) -> Iterator[Line]:
    """One statement: who and when, what it does, its words, question and sentence, its report.

    ``outlets``: how many report the same words; ``independent`` of them without copying.
    """
    yield Line(_heading(kept))
    yield from content_lines(kept)
    yield dim(f"— {_origin(kept)}")
    if also := also_words(outlets, independent):
        yield dim(also)
    yield Line(Text())


def _heading(kept: KeptStatement) -> Text:
    heading = Text()
    heading.append(speakers_words(kept), "bold cyan" if kept.speakers else "italic cyan")
    heading.append(" · ").append_text(day_words(kept))
    for words, style in ((one_line(kept.statement.cue.text, 100), "italic"), (act_words(kept), "")):
        if words:
            heading.append(" · ").append(words, style or "bold")
    return heading


def _origin(kept: KeptStatement) -> str:
    parts = [report_words(kept.report), kept.id, share(kept.statement.probability)]
    if kept.corrected:
        parts.append("corrected by hand")
    return " · ".join(parts)
