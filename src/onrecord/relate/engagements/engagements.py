"""Finds the engagements of a report: who meets or appears where and when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.domain.engagement import Engagement
from onrecord.domain.entity import Entity
from onrecord.domain.span import Passage, Span
from onrecord.domain.statement import Statement
from onrecord.domain.tagging import Tagging
from onrecord.domain.time import Time
from onrecord.domain.words import Words
from onrecord.relate.engagements.days import side_of
from onrecord.relate.engagements.entries import Entry, entry_features
from onrecord.relate.engagements.merging import merged
from onrecord.relate.engagements.occasions import occasions
from onrecord.relate.engagements.places import place_of
from onrecord.relate.engagements.scene import Scene
from onrecord.relate.engagements.scorers import Scorers
from onrecord.relate.engagements.status import status_of
from onrecord.relate.engagements.times import time_of

_BESIDE_PARTNERS = 0.5
"""The least share of others to take part in what is plainly with somebody."""


def find_engagements(
    words: Words,
    tagging: Tagging,
    entities: tuple[Entity, ...],
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
    scorers: Scorers,
    published: str | None,
) -> tuple[Engagement, ...]:
    """The diary of a report, in the order in which it first tells of each occasion.

    ``times`` are resolved; nothing else gives a date. ``published``, an ISO date or date-time, only
    tells what lies ahead. Total on any words.
    """
    if not tagging.occasions:
        return ()
    scene = Scene(words, entities, statements, times)
    entries = find_entries(scene, tagging, scorers)
    shares = scorers.entry.shares([entry_features(scene, one) for one in entries])
    kept = [
        (entry, share, who)
        for entry, share in zip(entries, shares, strict=True)
        if share >= scorers.least and (who := participants(scene, entry, scorers))
    ]
    return tuple(
        engagement(scene, f"g{number}", entry, share, who, scorers, published)
        for number, (entry, share, who) in enumerate(kept, 1)
    )


def find_entries(scene: Scene, tagging: Tagging, scorers: Scorers) -> list[Entry]:
    """All that may be entries, in the order in which they are first told of."""
    found = occasions(scene, tagging.occasions, scorers)
    return [Entry.of(scene, one) for one in merged(scene, found, scorers.same, scorers.least_same)]


def participants(scene: Scene, entry: Entry, scorers: Scorers) -> tuple[str, ...]:
    """Those who probably take part, in the order in which the report names them."""
    least = _BESIDE_PARTNERS if entry.partners else scorers.least_who
    who = [
        entity for entity, share in entry.who.items() if share >= least or entity in entry.partners
    ]
    if not who and entry.who:
        likeliest = max(entry.who, key=lambda one: entry.who[one])
        who = [likeliest] if entry.who[likeliest] >= scorers.least_who / 2 else []
    first = {entity: scene.opens.get(entity, 0) for entity in who}
    return tuple(scene.entities[one].id for one in sorted(who, key=lambda one: (first[one], one)))


def engagement(
    scene: Scene,
    id: str,
    entry: Entry,
    share: float,
    who: tuple[str, ...],
    scorers: Scorers,
    published: str | None,
) -> Engagement:
    """The entry as the record keeps it."""
    when = time_of(scene, entry, scorers.least_when, published)
    side = side_of(when.value if when else None, published)
    status = status_of(scene, entry, side)
    return Engagement(
        id=id,
        kind=entry.kind,
        participants=who,
        status=status,
        evidence=_evidence(scene, entry),
        probability=round(share, 4),
        place=place_of(scene, entry, scorers.least_where),
        when=when,
    )


def _evidence(scene: Scene, entry: Entry) -> Passage:
    """The sentences that tell of it, that of the surest word first."""
    text = scene.words.article.text
    spans = dict.fromkeys(_sentences(scene, [one.word for one in entry.told]))
    return Passage(tuple(spans), tuple(text[span.start : span.end] for span in spans))


def _sentences(scene: Scene, words: Sequence[int]) -> Iterator[Span]:
    for word in words:
        yield scene.words.span(*scene.sentence(word))
