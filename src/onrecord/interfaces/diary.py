"""The diary of a report as the terminal and the page show it: dated occasions first, by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.domain.days import Days, days_of
from onrecord.domain.engagement import Engagement
from onrecord.domain.record import Record
from onrecord.interfaces.dates import when_words
from onrecord.interfaces.deeds import STATUSES, entities_of
from onrecord.interfaces.naming import name_of


@dataclass(frozen=True, slots=True)
class Occasion:
    """One engagement in words: ``who`` by name, ``place`` from the narrowest to the widest.

    ``when``: None without a date; then ``left_open`` are the words that do not settle it, if any.
    ``told``: the clause that it was best read from.
    """

    engagement: Engagement
    who: tuple[str, ...]
    place: str | None
    when: str | None
    left_open: str | None
    status: str
    told: str
    days: Days | None


def diary(record: Record) -> tuple[Occasion, ...]:
    """The occasions by their first day, those without one last, as the report tells of them."""
    known = {id: name_of(entity) for id, entity in entities_of(record).items()}
    found = [_occasion(engagement, known) for engagement in record.engagements]
    return tuple(sorted(found, key=_order))


def _order(occasion: Occasion) -> tuple[bool, Days]:
    return occasion.days is None, occasion.days or Days(date.max, date.max)


def _occasion(engagement: Engagement, known: dict[str, str]) -> Occasion:
    when = engagement.when
    days = days_of(when.value) if when else None
    return Occasion(
        engagement=engagement,
        who=tuple(known[one] for one in engagement.participants if one in known),
        place=", ".join(_line(piece) for piece in engagement.place.pieces) or None,
        when=when_words(when) if days else None,
        left_open=_line(when.words.text) or None if when and not days else None,
        status=STATUSES[engagement.status],
        told=_line(engagement.evidence.pieces[0]) if engagement.evidence else "",
        days=days,
    )


def _line(words: str) -> str:
    return " ".join(words.split())
