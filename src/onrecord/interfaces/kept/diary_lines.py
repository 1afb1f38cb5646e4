"""An engagement with everything that people need to judge it, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from onrecord.domain.kept import KeptEngagement
from onrecord.interfaces.dates import when_words
from onrecord.interfaces.deeds import STATUSES
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.sources import LONGEST, dim, names, report_words
from onrecord.interfaces.naming import share
from onrecord.interfaces.terminal_lines import Line


def engagement_lines(kept: KeptEngagement) -> Iterator[Line]:
    """One engagement as one report tells of it."""
    yield Line(occasion_words(kept))
    yield from told_lines(kept)
    yield Line(Text())


def occasion_words(kept: KeptEngagement) -> Text:
    """ "Thu 26 Sep 2024 · meeting · Ann Lee and Bo Roe · Malaga · planned"."""
    engagement = kept.engagement
    when = when_words(engagement.when)
    words = Text(when or "no date", style="" if when else "dim")
    if engagement.when and not when:
        words.append(f" (“{one_line(engagement.when.words.text, 80)}”)", style="dim")
    words.append(f" · {engagement.kind}", style="bold")
    place = ", ".join(one_line(piece, 100) for piece in engagement.place.pieces)
    for part in (names(kept.participants), place):
        if part:
            words.append(f" · {part}")
    words.append(" · ")
    return words.append(STATUSES[engagement.status], style="italic")


def told_lines(kept: KeptEngagement) -> Iterator[Line]:
    """The sentence that tells of it, and where."""
    words = kept.sentence or kept.engagement.evidence
    yield dim(f"in: {one_line(words.text, LONGEST)}")
    parts = [report_words(kept.report), kept.id, share(kept.engagement.probability)]
    if kept.corrected:
        parts.append("corrected by hand")
    yield dim(f"— {' · '.join(parts)}")
