"""The diary of single reports as iCalendar (RFC 5545), by the library icalendar: records to bytes.

What one occasion is to a calendar is told in ``query.calendar_event``; the occasions that many
reports tell of are made into events by ``query.calendar_entries``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from icalendar import Calendar, Event

from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement
from onrecord.domain.entity import Entity
from onrecord.domain.record import Record
from onrecord.query.calendar_event import STATUS, Dated, Occasion, event_of, has_date, quoted

__all__ = ["STATUS", "Dated", "calendar", "dated"]


def dated(record: Record) -> Dated:
    """A VEVENT for each engagement of ``record`` that has a day or a range of days."""
    names = {entity.id: entity for entity in record.entities}
    events: dict[str, Event] = {}
    for engagement in record.engagements:
        if event := event_of(_occasion(engagement, record.article, names)):
            uid = str(event["uid"])
            # The same meaning twice in one report is one engagement to a calendar.
            events.setdefault(uid, event)
    left_out = sum(not has_date(one.when) for one in record.engagements)
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


def _occasion(engagement: Engagement, article: Article, names: Mapping[str, Entity]) -> Occasion:
    return Occasion(
        uid=_uid(engagement, article, names),
        kind=engagement.kind,
        status=engagement.status,
        who=[names[one].name for one in engagement.participants if one in names],
        when=engagement.when,
        place=engagement.place,
        probability=engagement.probability,
        lines=_lines(engagement, article),
        told=article.published,
        article=article.id,
        url=article.url,
    )


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


def _lines(engagement: Engagement, article: Article) -> tuple[str, ...]:
    origin = " · ".join(part for part in (article.outlet, article.title, article.published) if part)
    return (
        f"Status in the report: {engagement.status}",
        f"Probability: {engagement.probability:.2f}",
        quoted(engagement.evidence),
        origin or article.retrieved_from or "",
    )
