"""The diary as iCalendar (RFC 5545), by the library icalendar: records to bytes, nothing else.

Only an engagement whose time is a day or a range of days is given a date; a month, a year, a week
or no time at all is not. What a report calls planned is TENTATIVE here: one report's word that
something will happen is not that it will. docs/usage.md says why for each status.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from icalendar import Calendar, Event

from onrecord.domain.article import Article
from onrecord.domain.days import days_of
from onrecord.domain.engagement import Engagement, Status
from onrecord.domain.entity import Entity
from onrecord.domain.record import Record
from onrecord.domain.time import Time

STATUS: Mapping[Status, str] = {
    Status.HELD: "CONFIRMED",
    Status.ONGOING: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.SOUGHT: "TENTATIVE",
    Status.DENIED: "TENTATIVE",
    Status.HYPOTHETICAL: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.DECLINED: "CANCELLED",
}
"""STATUS of a VEVENT (RFC 5545, 3.8.1.11)."""

_EXACT = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""DTSTAMP of what is from a report without a date: never the day of the export."""

_LONGEST = 2000
"""Code points of strangers' words in one property."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Dated(NamedTuple):
    """The dated engagements of a report, and how many of it have no date to be given."""

    events: tuple[Event, ...]
    left_out: int


def dated(record: Record) -> Dated:
    """A VEVENT for each engagement of ``record`` that has a day or a range of days."""
    names = {entity.id: entity for entity in record.entities}
    events: dict[str, Event] = {}
    for engagement in record.engagements:
        if event := _event(engagement, record.article, names):
            uid = str(event["uid"])
            # The same meaning twice in one report is one engagement to a calendar.
            events.setdefault(uid, event)
    left_out = sum(_dates(one.when) is None for one in record.engagements)
    return Dated(tuple(events.values()), left_out)


def calendar(events: Iterable[Event]) -> bytes:
    """One iCalendar stream of ``events``, by their beginning; the same events, the same bytes."""
    whole = Calendar()
    whole.add("prodid", "-//On Record//onrecord//EN")
    whole.add("version", "2.0")
    for event in sorted(events, key=lambda one: (_begin(one), str(one["uid"]))):
        whole.add_component(event)
    return bytes(whole.to_ical())


def _begin(event: Event) -> str:
    start: Any = event["dtstart"]
    return str(start.dt.isoformat())


def _event(engagement: Engagement, article: Article, names: Mapping[str, Entity]) -> Event | None:
    dates = _dates(engagement.when)
    if dates is None:
        return None
    event = Event()
    event.add("uid", _uid(engagement, article, names))
    event.add("dtstamp", _stamp(article.published))
    event.add("dtstart", dates[0])
    if dates[1]:
        event.add("dtend", dates[1])
    event.add("summary", _plain(_summary(engagement, names)))
    event.add("status", STATUS[engagement.status])
    event.add("transp", "TRANSPARENT")  # somebody else's day: it takes up none of the reader's
    event.add("categories", [str(engagement.kind)])
    if engagement.place:
        event.add("location", _plain(", ".join(engagement.place.pieces)))
    event.add("description", _description(engagement, article))
    if article.url and article.url.startswith(("http://", "https://")):
        event.add("url", _UNWRITABLE.sub("", article.url))
    event.add("x-onrecord-status", str(engagement.status))
    event.add("x-onrecord-probability", f"{engagement.probability:.2f}")
    event.add("x-onrecord-article", _plain(article.id))
    return event


def _dates(when: Time | None) -> tuple[date, date | None] | None:
    """Begin and end (which is excluded); a floating time without an end where a clock is told."""
    value = when.value if when else None
    days = days_of(value) if value and _EXACT.fullmatch(value) else None
    if when is None or days is None or days.last == date.max:
        return None
    clock = _CLOCK.fullmatch(when.clock or "")
    if clock and days.first == days.last:
        return datetime.combine(days.first, time(int(clock[1]), int(clock[2]))), None
    return days.first, days.last + timedelta(days=1)


def _uid(engagement: Engagement, article: Article, names: Mapping[str, Entity]) -> str:
    """A digest of report, kind, people, time and place: the same in every run.

    The status is not in it, so that a later reading of the same report moves the entry.
    """
    who = sorted(_identity(names, one) for one in engagement.participants)
    when = engagement.when
    meaning = [
        article.id,
        engagement.kind,
        who,
        [when.value, when.clock] if when else None,
        list(engagement.place.pieces),
    ]
    digest = hashlib.sha256(json.dumps(meaning).encode()).hexdigest()
    return f"{digest[:32]}@onrecord"


def _identity(names: Mapping[str, Entity], id: str) -> str:
    entity = names.get(id)
    return (entity.identity or entity.name) if entity else id


def _stamp(published: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(published or "")
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return _UNDATED


def _summary(engagement: Engagement, names: Mapping[str, Entity]) -> str:
    """What a month view shows: "Planned meeting: Ann Lee, Bo Roe"; held goes without saying."""
    held = engagement.status is Status.HELD
    what = str(engagement.kind) if held else f"{engagement.status} {engagement.kind}"
    who = [names[one].name for one in engagement.participants if one in names]
    return f"{what[0].upper()}{what[1:]}" + (f": {', '.join(who)}" if who else "")


def _description(engagement: Engagement, article: Article) -> str:
    origin = " · ".join(part for part in (article.outlet, article.title, article.published) if part)
    told = _plain(" … ".join(engagement.evidence.pieces))
    lines = (
        f"Status in the report: {engagement.status}",
        f"Probability: {engagement.probability:.2f}",
        told and f"“{told}”",
        _plain(origin) or _plain(article.retrieved_from or ""),
    )
    return "\n".join(line for line in lines if line)


def _plain(text: str) -> str:
    """One line without what no calendar can hold, cut where it is too long."""
    line = " ".join(_UNWRITABLE.sub(" ", text[: 2 * _LONGEST]).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
