"""The diary over many reports as iCalendar: one VEVENT an occasion, with all that is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.domain.report import Report
from onrecord.query.calendar_event import Dated, Occasion, event_of, has_date, quoted
from onrecord.query.disagreements import Disagreement
from onrecord.query.entries import Entry
from onrecord.query.latest import latest_first

_MOST = 5
"""Reports whose words are given; how many there are is said."""


def dated_entries(entries: Iterable[Entry]) -> Dated:
    """A VEVENT for each of ``entries`` that has a day or a range of days.

    Its UID is the entry's id, so that a later export moves it; how it stands is the latest word,
    and the description says how it came to stand so.
    """
    listed = list(entries)
    events = (event_of(_occasion(one)) for one in listed)
    left_out = sum(not has_date(one.when) for one in listed)
    return Dated(tuple(event for event in events if event), left_out)


def _occasion(entry: Entry) -> Occasion:
    latest = latest_first(entry.tellings)[0].report
    return Occasion(
        uid=f"{entry.id}@onrecord",
        kind=entry.kind,
        status=entry.status,
        who=[one.name for one in entry.participants],
        when=entry.when,
        place=entry.place,
        probability=entry.probability,
        lines=tuple(_lines(entry)),
        told=latest.published,
        article=latest.id,
        url=latest.url,
    )


def _lines(entry: Entry) -> Iterator[str]:
    for step in entry.history:
        told = ", ".join(_outlets(one.report for one in step.told_by))
        yield f"{step.day or 'no date'}: {step.status} ({told})"
    for one in entry.disagreements:
        yield _disagreement(one)
    for what, correction in entry.decided.items():
        yield f"{what} decided by {correction.who} ({correction.id})"
    yield f"Probability: {entry.probability:.2f}"
    for telling in latest_first(entry.tellings)[:_MOST]:
        report = telling.report
        yield quoted(telling.engagement.evidence)
        parts = (report.outlet, report.title, report.published)
        yield " · ".join(part for part in parts if part) or report.retrieved_from or report.id
    reports, alone = len(entry.tellings), len(entry.tellings) == 1
    yield "" if alone else f"In {reports} reports, {entry.independent} independent"


def _disagreement(one: Disagreement) -> str:
    versions = (
        f"{said} ({', '.join(_outlets(each.report for each in told))})"
        for said, told in one.versions
    )
    return f"Reports differ on the {one.about}: {'; '.join(versions)}"


def _outlets(reports: Iterable[Report]) -> list[str]:
    """Whoever says so, each once; the first five."""
    named = dict.fromkeys(
        one.outlet or one.title or one.retrieved_from or one.id for one in reports
    )
    return [*list(named)[:_MOST], *(["and others"] if len(named) > _MOST else [])]
