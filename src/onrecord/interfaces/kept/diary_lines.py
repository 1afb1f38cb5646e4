"""Engagements and entries of the diary with all that people need to judge them, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.kept import Identity, KeptEngagement
from onrecord.domain.span import Passage
from onrecord.domain.time import Time
from onrecord.interfaces.dates import value_words, when_words
from onrecord.interfaces.deeds import STATUSES
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.sources import LONGEST, dim, names, report_words
from onrecord.interfaces.naming import share
from onrecord.interfaces.terminal_lines import Line
from onrecord.query.disagreements import About, Disagreement
from onrecord.query.entries import Entry

_MOST = 4
"""Tellings that are shown in full; --json has them all."""


def engagement_lines(kept: KeptEngagement) -> Iterator[Line]:
    """One engagement as one report tells of it."""
    one = kept.engagement
    yield Line(_occasion(one.when, one.kind, kept.participants, one.place, one.status))
    yield from _told(kept)
    yield Line(Text())


def entry_lines(entry: Entry) -> Iterator[Line]:
    """One occasion: how it stands, how it came to, where reports differ, what they say."""
    yield Line(
        _occasion(entry.when, entry.kind, entry.participants, entry.place, entry.status),
        " " * 4,
        "",
    )
    if len(entry.history) > 1:
        yield dim(" → ".join(_step(step.status, step.day) for step in entry.history))
    for one in entry.disagreements:
        yield _disagreement(one)
    for kept in (*entry.tellings[: _MOST - 1], *entry.tellings[_MOST - 1 :][-1:]):
        yield from _told(kept)
    if (hidden := len(entry.tellings) - _MOST) > 0:
        yield dim(f"and {counted(hidden, 'report')} more")
    if len(entry.tellings) > 1:
        yield dim(f"in {counted(len(entry.tellings), 'report')}, {entry.independent} independent")
    for what, correction in entry.decided.items():
        yield dim(f"{what} decided by {one_line(correction.who, 40)} ({correction.id})")
    yield Line(Text())


def _occasion(
    when: Time | None,
    kind: EngagementKind,
    participants: Sequence[Identity],
    place: Passage,
    status: Status,
) -> Text:
    """ "Thu 26 Sep 2024 · meeting · Ann Lee and Bo Roe · Malaga · planned"."""
    told = when_words(when)
    words = Text(told or "no date", style="" if told else "dim")
    if when and not told:
        words.append(f" (“{one_line(when.words.text, 80)}”)", style="dim")
    words.append(f" · {kind}", style="bold")
    where = ", ".join(one_line(piece, 100) for piece in place.pieces)
    for part in (names(participants), where):
        if part:
            words.append(f" · {part}")
    words.append(" · ")
    return words.append(STATUSES[status], style="italic")


def _told(kept: KeptEngagement) -> Iterator[Line]:
    """The sentence that tells of it, and where."""
    words = kept.sentence or kept.engagement.evidence
    yield dim(f"in: {one_line(words.text, LONGEST)}")
    told = STATUSES[kept.engagement.status]
    parts = [report_words(kept.report), told, kept.id, share(kept.engagement.probability)]
    if kept.corrected:
        parts.append("corrected by hand")
    yield dim(f"— {' · '.join(parts)}")


def _step(status: Status, day: str | None) -> str:
    return f"{STATUSES[status]} ({value_words(day) if day else 'no date'})"


def _disagreement(one: Disagreement) -> Line:
    shown = Text(f"reports differ on the {one.about}: ", style="yellow")
    shown.append("; ".join(_version(one.about, said, told) for said, told in one.versions))
    return Line(shown, " " * 8, " " * 6)


def _version(about: About, said: str, told: Sequence[KeptEngagement]) -> str:
    words = value_words(said) if about is About.DATE else one_line(said, 100)
    outlets = list(dict.fromkeys(one.report.outlet or one.report.id for one in told))
    others = f" and {len(outlets) - 2} more" if len(outlets) > 2 else ""
    return f"{words} ({', '.join(one_line(one, 60) for one in outlets[:2])}{others})"
