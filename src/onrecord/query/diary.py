"""The diary over many reports: each occasion once, found by who takes part and how it stands."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice

from onrecord.domain.asked import EngagementsAsked
from onrecord.domain.days import Days
from onrecord.domain.kept import KeptEngagement
from onrecord.query.disagreements import days_told
from onrecord.query.entries import Entry, entry_of
from onrecord.store.protocol import View

_FIRST = 32
_MOST = 256
"""Engagements that are looked up together: few at first, since few may be all that is shown."""

_UNDATED = 0
"""Stands behind all days, which are negative."""


def diary(view: View, asked: EngagementsAsked) -> Iterator[Entry]:
    """The occasions that fit what is asked, the latest first, those without a day last; lazy.

    What is asked holds for the occasion and not for one report of it: ``who`` and ``beside`` for
    everybody whom any report names, ``statuses`` for how it stands now, ``kinds`` for what any
    report calls it, ``since`` and ``until`` for a day that a report gives. It is looked for where a
    report names one of ``who`` (or, without them, of ``beside``) and gives such a day.
    ``asked.limit`` counts occasions.
    """
    yield from islice(_latest_first(view, asked), asked.limit)


def _latest_first(view: View, asked: EngagementsAsked) -> Iterator[Entry]:
    """By the day that holds now, or that it was found by where that is earlier; then by id.

    An entry waits until nothing that is still to be found can stand before it.
    """
    waiting: list[tuple[int, str, Entry]] = []
    for found, reached in _found(view, asked):
        for day, entry in found:
            if _fits(entry, asked):
                heapq.heappush(waiting, (max(day, _place(entry.days)), entry.id, entry))
        while waiting and waiting[0][0] < reached:
            yield heapq.heappop(waiting)[2]
    while waiting:
        yield heapq.heappop(waiting)[2]


def _found(view: View, asked: EngagementsAsked) -> Iterator[tuple[list[tuple[int, Entry]], int]]:
    """Entries with the place of the day they were found by, and how far the search has come."""
    told, size = view.engagements(_widened(view, asked)), _FIRST
    met: set[str] = set()
    while batch := list(islice(told, size)):
        places = {one.entry: _place(days_told(one)) for one in reversed(batch)}
        fresh = [name for name in places if name not in met]
        met.update(fresh)
        entries = (_entry(view, each) for each in view.entries(fresh).values())
        yield [(places[entry.id], entry) for entry in entries], _place(days_told(batch[-1]))
        size = min(2 * size, _MOST)


def _widened(view: View, asked: EngagementsAsked) -> EngagementsAsked:
    """What finds an engagement of every entry that may fit, through whoever is rarer."""
    who = asked.who or asked.beside
    if asked.who and asked.beside:
        who = min(asked.who, asked.beside, key=lambda keys: (_frequency(view, keys), sorted(keys)))
    return EngagementsAsked(
        who=who,
        beside=asked.beside if who == asked.who else asked.who,
        since=asked.since,
        until=asked.until,
        statuses=asked.statuses,
        kinds=asked.kinds,
        of_entry=True,
        limit=None,
    )


def _frequency(view: View, keys: frozenset[str]) -> int:
    """How much is told of somebody: who says much appears much."""
    return sum(one.statements for one in view.known(keys))


def _entry(view: View, told: tuple[KeptEngagement, ...]) -> Entry:
    corrected = (one.id for one in told if one.corrected)
    return entry_of(told, [one for item in corrected for one in view.corrections(item)])


def _fits(entry: Entry, asked: EngagementsAsked) -> bool:
    there = {who.key for one in entry.tellings for who in one.participants}
    return (
        (not asked.who or not there.isdisjoint(asked.who))
        and (not asked.beside or not there.isdisjoint(asked.beside))
        and (not asked.statuses or entry.status in asked.statuses)
        and (not asked.kinds or not asked.kinds.isdisjoint(entry.kinds))
        and entry.probability >= asked.least
    )


def _place(days: Days | None) -> int:
    """Smaller for what is later."""
    return -days.last.toordinal() if days else _UNDATED
