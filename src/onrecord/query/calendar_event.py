"""One occasion as a VEVENT (RFC 5545), whether one report tells of it or many.

Only what has a day or a range of days is given a date; a month, a year, a week or no time at all
is not. What a report calls planned is TENTATIVE here: a report's word that something will happen
is not that it will. docs/usage.md says why for each status.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from icalendar import Event

from onrecord.domain.days import days_of
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.span import Passage
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
    """What has a date, and how many of it have none to be given."""

    events: tuple[Event, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a calendar is told of it.

    ``uid``: the same in every run. ``told``: when the report was published that says so.
    ``who``: names. ``lines``: the description, each line with strangers' words in it or not.
    ``article``: the report's id, ``url`` its address.
    """

    uid: str
    kind: EngagementKind
    status: Status
    who: Sequence[str]
    when: Time | None
    place: Passage
    probability: float
    lines: Sequence[str]
    told: str | None
    article: str
    url: str | None


def has_date(when: Time | None) -> bool:
    """Whether a calendar can show it."""
    return _dates(when) is not None


def event_of(one: Occasion) -> Event | None:
    """The VEVENT; None for what has no date."""
    dates = _dates(one.when)
    if dates is None:
        return None
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", _stamp(one.told))
    event.add("dtstart", dates[0])
    if dates[1]:
        event.add("dtend", dates[1])
    event.add("summary", plain(_summary(one)))
    event.add("status", STATUS[one.status])
    event.add("transp", "TRANSPARENT")  # somebody else's day: it takes up none of the reader's
    event.add("categories", [str(one.kind)])
    if one.place.pieces:  # what a person gave has no span
        event.add("location", plain(", ".join(one.place.pieces)))
    event.add("description", _description(one.lines))
    if one.url and one.url.startswith(("http://", "https://")):
        event.add("url", _UNWRITABLE.sub("", one.url))
    event.add("x-onrecord-status", str(one.status))
    event.add("x-onrecord-probability", f"{one.probability:.2f}")
    event.add("x-onrecord-article", plain(one.article))
    return event


def plain(text: str) -> str:
    """One line without what no calendar can hold, cut where it is too long."""
    line = " ".join(_UNWRITABLE.sub(" ", text[: 2 * _LONGEST]).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def quoted(words: Passage) -> str:
    """Strangers' words in quotation marks; empty for none."""
    told = plain(" … ".join(words.pieces))
    return told and f"“{told}”"


def _description(lines: Iterable[str]) -> str:
    return "\n".join(plain(line) for line in lines if line)


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


def _stamp(published: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(published or "")
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return _UNDATED


def _summary(one: Occasion) -> str:
    """What a month view shows: "Planned meeting: Ann Lee, Bo Roe"; held goes without saying."""
    held = one.status is Status.HELD
    what = str(one.kind) if held else f"{one.status} {one.kind}"
    return f"{what[0].upper()}{what[1:]}" + (f": {', '.join(one.who)}" if one.who else "")
