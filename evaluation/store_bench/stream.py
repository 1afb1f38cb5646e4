"""Records without end, the same for the same seed, in batches that need nothing of each other.

A batch is ``BATCH`` reports that come in together, each of some day of ten years: an archive in no
order is the hardest for an index by days. In a batch some report the same event: they share its
day, its main people and one of its quotations, to the letter or nearly. Some are copies of
another report of the batch, whole or cut at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

import numpy as np

from evaluation.store_bench.copying import copied
from evaluation.store_bench.dressing import Clothes, Heading, dressed
from evaluation.store_bench.population import Known, Population
from evaluation.store_bench.skeleton import Quote, Skeleton
from evaluation.store_bench.sources import Sources
from onrecord.domain.entity import Entity
from onrecord.domain.record import Record

BATCH = 200
FIRST, DAYS = date(2015, 1, 1), 3653
COPIED = 0.02
OF_AN_EVENT, REPORTS_OF_AN_EVENT = 0.25, 3
MAIN = 0.22
"""So often is the main speaker of a report the most frequent person of all, who then has more than
a twentieth of all statements."""
UNDATED = 0.04
_TRIES = 5
_QUOTE_WORDS = (8, 30)
_TITLE_WORDS = 8
_OUTLETS, _OUTLET_SLOPE = 60, 0.7


@dataclass(frozen=True, slots=True)
class Event:
    """What several reports tell of. ``cast``: its main people; ``said``: the words of the first."""

    day: date
    cast: tuple[Known, ...]
    said: str


class Stream:
    """Batches of records made of ``sources``."""

    def __init__(self, sources: Sources, seed: int) -> None:
        self._sources = sources
        self._seed = seed

    def batch(self, number: int) -> Iterator[Record]:
        """The records of one batch."""
        chance = Random(f"{self._seed} {number}")
        draw = np.random.default_rng([self._seed, number])
        bones = chance.choices(self._sources.skeletons, k=BATCH)
        words = self._words(bones, draw)
        titles = self._titles(draw)
        events = self._events(chance, draw)
        made: list[Record] = []
        for at, (skeleton, own) in enumerate(zip(bones, words, strict=True)):
            heading = _heading(titles[at], number, at, chance)
            if made and chance.random() < COPIED:
                record = copied(chance.choice(made), heading, chance)
            else:
                record = self._report(skeleton, own, events, heading, chance)
            made.append(record)
            yield record

    def _words(self, bones: Sequence[Skeleton], draw: np.random.Generator) -> list[list[str]]:
        lengths = np.array([many for one in bones for many in one.sentences], np.int64)
        words = iter(self._sources.corpus.sentences(lengths, draw))
        return [[next(words) for _ in one.free] for one in bones]

    def _titles(self, draw: np.random.Generator) -> list[str]:
        words = iter(self._sources.corpus.sentences(np.full(BATCH, _TITLE_WORDS), draw))
        return [" ".join(next(words) for _ in range(_TITLE_WORDS)) for _ in range(BATCH)]

    def _events(self, chance: Random, draw: np.random.Generator) -> list[Event]:
        many = max(1, round(BATCH * OF_AN_EVENT / REPORTS_OF_AN_EVENT))
        lengths = np.array([chance.randint(*_QUOTE_WORDS) for _ in range(many)], np.int64)
        words = iter(self._sources.corpus.sentences(lengths, draw))
        everybody = self._sources.population.registered
        return [
            Event(
                FIRST + timedelta(chance.randrange(DAYS)),
                tuple(
                    {one.name: one for one in (everybody.one(chance) for _ in range(4))}.values()
                ),
                " ".join(next(words) for _ in range(length)).capitalize(),
            )
            for length in lengths
        ]

    def _report(
        self,
        bones: Skeleton,
        words: list[str],
        events: list[Event],
        heading: Heading,
        chance: Random,
    ) -> Record:
        event = chance.choice(events) if chance.random() < OF_AN_EVENT else None
        day = event.day + timedelta(chance.randint(0, 1)) if event else _day(chance)
        known, said = self._cast(bones, event, chance)
        return dressed(bones, Clothes(words, known, said, day, _published(heading, day, chance)))

    def _cast(
        self, bones: Skeleton, event: Event | None, chance: Random
    ) -> tuple[list[Known], dict[Quote, str]]:
        """Who is who in a report, and what it quotes of the event."""
        population, entities = self._sources.population, bones.record.entities
        known = _all_different(population, entities, chance)
        ranked = _registered_by_statements(bones)
        if ranked and chance.random() < MAIN:
            _put(known, ranked[0], population.registered.at(0))
        if not event:
            return known, {}
        for at, one in zip(ranked, event.cast, strict=False):
            _put(known, at, one)
        lead = entities[ranked[0]].id if ranked else None
        own = [quote for quote in bones.quotes if quote.entity == lead]
        return known, {chance.choice(own): _retold(event.said, chance)} if own else {}


def _heading(title: str, batch: int, at: int, chance: Random) -> Heading:
    outlet = min(int(chance.paretovariate(_OUTLET_SLOPE)), _OUTLETS)
    url = f"https://outlet{outlet}.example/news/{batch:05}-{at:03}"
    return Heading(title, f"Outlet {outlet}", url, None, f"archive/{batch:05}.jsonl, line {at + 1}")


def _all_different(
    population: Population, entities: Sequence[Entity], chance: Random
) -> list[Known]:
    """One for each of ``entities``; hardly ever is one there twice."""
    known: list[Known] = []
    for one in entities:
        drawn = population.somebody(one, chance)
        for _ in range(_TRIES):
            if drawn not in known:
                break
            drawn = population.somebody(one, chance)
        known.append(drawn)
    return known


def _put(known: list[Known], at: int, one: Known) -> None:
    """Put ``one`` in the place ``at``; if it is somewhere else, the two change places."""
    if one in known:
        known[known.index(one)] = known[at]
    known[at] = one


def _registered_by_statements(bones: Skeleton) -> list[int]:
    """Numbers of the people whom the register knows, those who say most first."""
    said = [one.source.entity for one in bones.record.statements]
    people = [number for number, one in enumerate(bones.record.entities) if one.wikidata]
    return sorted(people, key=lambda number: -said.count(bones.record.entities[number].id))


def _retold(said: str, chance: Random) -> str:
    """A quotation as one of several reports has it: to the letter, cut, or with a word changed."""
    words = said.split()
    match chance.randrange(10):
        case 0 | 1:
            words = words[: max(5, len(words) * 2 // 3)]
        case 2:
            del words[chance.randrange(1, len(words))]
    return " ".join(words)


def _day(chance: Random) -> date:
    return FIRST + timedelta(chance.randrange(DAYS))


def _published(heading: Heading, day: date, chance: Random) -> Heading:
    if chance.random() < UNDATED:
        return heading
    clock = f"T{chance.randrange(5, 24):02}:{chance.randrange(60):02}:00+00:00"
    return replace(heading, published=day.isoformat() + clock * (chance.random() < 0.5))
