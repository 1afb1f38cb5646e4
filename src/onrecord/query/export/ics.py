"""The diary of the whole record as iCalendar (RFC 5545): each dated occasion once.

The latest stands first. What an occasion is to a calendar is as for ``onrecord diary --ics``. What
was retracted stands in properties of the calendar itself, ``X-ONRECORD-TOMBSTONE``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from icalendar import Calendar, Event

from onrecord.domain.asked import EngagementsAsked
from onrecord.domain.span import NO_WORDS
from onrecord.query.calendar_entries import dated_entries
from onrecord.query.calendar_event import Occasion, event_of
from onrecord.query.diary import diary
from onrecord.query.entries import Entry
from onrecord.query.export.exported import OnReport, quietly
from onrecord.query.export.tombstones import tombstone_data
from onrecord.query.export.wording import Wording, whole
from onrecord.query.latest import latest_first
from onrecord.store.protocol import View

_END = b"END:VCALENDAR\r\n"


def ics(view: View, wording: Wording, tell: OnReport = quietly) -> Iterator[bytes]:
    """The file in pieces; ``tell`` is told how many engagements are done."""
    yield _head(view).removesuffix(_END)
    done, total = 0, view.counts().engagements
    for entry in diary(view, EngagementsAsked(limit=None)):
        for event in _events(entry, wording):
            yield bytes(event.to_ical())
        done += len(entry.tellings)
        tell(done, total)
    yield _END


def _head(view: View) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//On Record//onrecord//EN")
    calendar.add("version", "2.0")
    for one in view.tombstones():
        told = json.dumps(tombstone_data(one), ensure_ascii=False)
        calendar.add("x-onrecord-tombstone", whole(told))
    return bytes(calendar.to_ical())


def _events(entry: Entry, wording: Wording) -> tuple[Event, ...]:
    """None where the occasion has no day."""
    if wording.with_text:
        return dated_entries([entry]).events
    event = event_of(_withheld(entry, wording))
    return (event,) if event else ()


def _withheld(entry: Entry, wording: Wording) -> Occasion:
    """The occasion without a word of a report: no place, no title, no quotation."""
    latest = latest_first(entry.tellings)[0].report
    history = (
        f"{step.day or 'no date'}: {step.status} "
        f"({', '.join(one.report.outlet or one.report.id for one in step.told_by)})"
        for step in entry.history
    )
    decided = (f"{what} decided by {one.who} ({one.id})" for what, one in entry.decided.items())
    return Occasion(
        uid=f"{entry.id}@onrecord",
        kind=entry.kind,
        status=entry.status,
        who=[name for one in entry.participants if (name := wording.name(one))],
        when=entry.when,
        place=NO_WORDS,
        probability=entry.probability,
        lines=(*history, *decided, f"Probability: {entry.probability:.2f}"),
        told=latest.published,
        article=latest.id,
        url=latest.url,
    )
