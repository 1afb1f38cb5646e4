"""Where somebody stands over reports, to be read: what changed, then act by act, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from onrecord.archive.positions import Positions
from onrecord.domain.statement import Act
from onrecord.interfaces.dates import value_words
from onrecord.interfaces.deeds import ARROW
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.sources import (
    LONGEST,
    also_words,
    content_lines,
    dim,
    report_words,
    target_words,
)
from onrecord.interfaces.naming import share
from onrecord.interfaces.positions_view import HEADINGS
from onrecord.interfaces.terminal_lines import Line
from onrecord.query.changes import Change
from onrecord.query.positions import ACTS
from onrecord.query.refusals import Refusal
from onrecord.query.standpoints import Standpoint


def positions_lines(found: Positions, name: str, on: str | None) -> Iterator[Line]:
    """The answer about somebody who is settled and takes positions."""
    person = found.meant[name].person
    heading = Text(one_line(person.name if person else name), style="bold cyan")
    if person and person.known_as:
        heading.append(f" · {one_line(person.known_as)}", style="not bold dim")
    yield Line(heading)
    yield Line(Text(_tally(found, on), style="dim"))
    yield Line(Text())
    for change in found.changes:
        yield from _change(change, on)
    for act in ACTS:
        listed = [one for one in found.results if one.act is act]
        refused = found.refusals if act is Act.DECLINES else ()
        if listed or refused:
            yield Line(Text(HEADINGS[act], style="bold"))
        for one in listed:
            yield Line(_day(one).append_text(_aim(one)), "  ")
            yield from _words(one)
            yield Line(Text())
        for each in refused:
            yield from _refusal(each)


def _refusal(one: Refusal) -> Iterator[Line]:
    """The question alone: nothing of theirs is reported."""
    kept = one.kept
    yield Line(Text(_reported(kept.day), style="dim"), "  ")
    yield dim(f"asked: {one_line(kept.exchange.question.text)}")
    if len(kept.sentence.text) > len(kept.exchange.question.text) + 2:
        yield dim(f"in: {one_line(kept.sentence.text, LONGEST)}")
    parts = (report_words(kept.report), kept.exchange.id, share(kept.exchange.probability))
    yield dim(f"— {' · '.join(parts)}")
    if also := also_words(len(one.outlets), 1):
        yield dim(also)
    yield Line(Text())


def _tally(found: Positions, on: str | None) -> str:
    reports = {one.report.id for each in found.results for one in each.utterance.attestations}
    reports |= {one.report.id for each in found.refusals for one in each.told_by}
    changed = [one for one in found.changes if not one.one_day]
    perhaps = sum(one.perhaps for one in changed)
    topic = f" on {one_line(on)}" if on else ""
    positions = counted(len(found.results) + len(found.refusals), "position")
    told = f"{positions}{topic} in {counted(len(reports), 'report')}"
    doubtful = f" and perhaps {perhaps} more" if perhaps else ""
    return f"{told}, {counted(len(changed) - perhaps, 'change')}{doubtful}"


def _change(change: Change, on: str | None) -> Iterator[Line]:
    """Both quotations, the earlier first, under what is said of them."""
    yield Line(Text(_heading(change, on), style="bold yellow"))
    for one in (change.earlier, change.later):
        head = _day(one).append(f" · {HEADINGS[one.act]}", style="not dim bold")
        yield Line(head.append_text(_aim(one)), "  ")
        yield from _words(one)
    yield Line(Text())


def _heading(change: Change, on: str | None) -> str:
    """ "perhaps changed on the ferry: supports, later opposes"."""
    target = change.later.utterance.statement.target if change.towards else None
    what = target.name if target else on
    about = f" on {one_line(what, 100)}" if what else ""
    before, after = HEADINGS[change.earlier.act], HEADINGS[change.later.act]
    perhaps = "perhaps " if change.perhaps else ""
    if change.one_day:
        reported = "reported " if change.earlier.reported or change.later.reported else ""
        return f"{perhaps}both {reported}on one day{about}: {before} and {after}"
    return f"{perhaps}{'answered' if change.answers else 'changed'}{about}: {before}, then {after}"


def _day(one: Standpoint) -> Text:
    """The day that it is compared by."""
    if not one.reported:
        return Text(" or ".join(value_words(day) for day in one.utterance.said_on))
    return Text(_reported(one.utterance.earliest.day), style="dim")


def _reported(day: str | None) -> str:
    return f"reported on {value_words(day)}" if day else "no date"


def _aim(one: Standpoint) -> Text:
    target = target_words(one.utterance.statement)
    return Text(f" {ARROW} {target}" if target else "", style="not dim bold")


def _words(one: Standpoint) -> Iterator[Line]:
    utterance, kept = one.utterance, one.utterance.statement
    yield from content_lines(kept)
    parts = [report_words(kept.report), kept.id, _shares(one)]
    if kept.corrected:
        parts.append("corrected by hand")
    yield dim(f"— {' · '.join(parts)}")
    if utterance.earliest.id != kept.id:
        yield dim(f"first: {report_words(utterance.earliest.report)}")
    if also := also_words(len(utterance.outlets), utterance.independent):
        yield dim(also)


def _shares(one: Standpoint) -> str:
    """ "opposes .8, theirs .93": the two probabilities that a change rests on."""
    said = one.utterance.statement.statement
    act = share(said.deed.probability) if said.deed else "0"
    return f"{one.act} {act}, theirs {share(said.source.probability)}"
