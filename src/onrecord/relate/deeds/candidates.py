"""Whom a statement may be aimed at: the report's entities, and what tells them apart.

A candidate is an entity that is named in the statement, in its sentence or paragraph, or shortly
before; the source itself is none. What is seen of each is written as one row of numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.entity import Entity, EntityKind, MentionForm
from onrecord.domain.statement import Source
from onrecord.domain.words import Words
from onrecord.relate.deeds.statement_words import StatementWords

Floats = NDArray[np.float32]

WITHIN = 120
"""Words before the statement in which an entity has to be named to be a candidate."""
MOST = 24
"""Candidates that are judged for one statement; the nearest."""
FEATURES = 28
"""Numbers in the row of a candidate."""
_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP)
"""Those that the judge was trained with: a kind that is added later moves no column."""


@dataclass(frozen=True, slots=True)
class Named:
    """One mention: words ``[first, last)`` of entity number ``entity``."""

    first: int
    last: int
    entity: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity with its mentions near a statement, ``within`` those in the words shown of it.

    ``row``: (FEATURES,) float32.
    """

    entity: int
    within: tuple[Named, ...]
    row: Floats
    mentions: tuple[Named, ...]

    @property
    def words(self) -> tuple[int, ...]:
        """The words of its mentions in and around the statement."""
        return tuple(at for named in self.within for at in range(named.first, named.last))

    def named_at(self, anchor: int) -> Named:
        """The mention that shows best who is meant: in the statement, or the last one before."""
        before = [one for one in self.mentions if one.first < anchor]
        return self.within[0] if self.within else (before or self.mentions)[-1]


class Candidates:
    """A report's mentions in reading order, and how much of the report each entity takes up."""

    def __init__(self, words: Words, entities: Sequence[Entity]) -> None:
        self._words = words
        self._entities = entities
        self._ids = {entity.id: number for number, entity in enumerate(entities)}
        self._named = sorted(_mentions(words, entities), key=lambda one: (one.first, one.last))
        self._starts = [one.first for one in self._named]
        total = max(1, len(self._named))
        self._share = [len(entity.mentions) / total for entity in entities]
        people = [n for n, one in enumerate(entities) if one.kind is EntityKind.PERSON]
        self._foremost = sorted(people, key=lambda n: -self._share[n])[:2]

    def of(
        self, statement: StatementWords, source: Source, before: int | None
    ) -> tuple[Candidate, ...]:
        """The candidates, nearest first; ``before``: at whom the same source last aimed."""
        own = {self._ids.get(one) for one in (source.entity, *source.also) if one}
        low, high = statement.anchor - WITHIN, max(statement.content[-1], statement.anchor) + 12
        near = self._named[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
        by_entity: dict[int, list[Named]] = {}
        for one in near:
            if one.entity not in own:
                by_entity.setdefault(one.entity, []).append(one)
        rows = _Rows(self._words, statement, source)
        found = [
            self._candidate(entity, named, rows, before) for entity, named in by_entity.items()
        ]
        return _ranked(sorted(found, key=_nearness)[:MOST])

    def _candidate(
        self, number: int, named: Sequence[Named], rows: _Rows, before: int | None
    ) -> Candidate:
        entity = self._entities[number]
        row = [
            *rows.placed(named),
            *(float(entity.kind is kind) for kind in _KINDS),
            self._share[number],
            float(number == before),
            float(number in self._foremost),
            float(bool(self._foremost) and number == self._foremost[0]),
            float(entity.row is not None),
            0.0,
            0.0,
        ]
        within = tuple(one for one in named if rows.is_shown(one))
        return Candidate(number, within, np.array(row, np.float32), tuple(named))


def _nearness(one: Candidate) -> tuple[float, float, int]:
    """Those in the content first, then by how short before the statement they stand."""
    return -float(one.row[0]), -float(one.row[8]), one.entity


class _Rows:
    """Where mentions stand towards one statement."""

    def __init__(self, words: Words, statement: StatementWords, source: Source) -> None:
        self._words = words
        self._said = statement
        self._parts = [frozenset(part) for part in statement.parts]
        self._shown = frozenset().union(*self._parts)
        self._known = float(source.entity is not None)

    def is_shown(self, one: Named) -> bool:
        return one.first in self._shown

    def placed(self, named: Sequence[Named]) -> list[float]:
        """The first numbers of a row."""
        around, source, cue, content = self._parts
        inside = [one for one in named if one.first in content]
        said, anchor = self._said, self._said.anchor
        first = said.content[0]
        size = max(1, said.content[-1] - first)
        sentence = self._words.sentence[anchor]
        before = [one for one in named if one.first < anchor]
        gap = anchor - before[-1].first if before else WITHIN
        return [
            float(bool(inside)),
            min(len(inside), 4) / 4,
            (inside[0].first - first) / size if inside else 1.0,
            float(any(one.first in cue for one in named)),
            float(any(one.first in source for one in named)),
            float(any(one.first in around for one in named)),
            float(any(self._words.sentence[one.first] == sentence for one in named)),
            float(any(self._words.paragraph[one.first] == self._paragraph() for one in named)),
            float(np.exp(-gap / 30)),
            float(any(_follows(one, said) for one in named)),
            float(any(self._is_possessive(one) for one in inside)),
            float(any(one.form is MentionForm.NAME for one in inside)),
            float(any(one.form is MentionForm.PRONOUN for one in inside)),
            float(any(self._words.quoted[one.first] for one in inside)),
            float(bool(before)),
            self._known,
            float(not said.cue),
        ]

    def _paragraph(self) -> int:
        return self._words.paragraph[self._said.anchor]

    def _is_possessive(self, one: Named) -> bool:
        after = self._words.lower[one.last : one.last + 1]
        return after in (("’s",), ("'s",), ("’",), ("'",))


def _follows(one: Named, said: StatementWords) -> bool:
    """Whether the mention stands right after the cue: its object ("accused Ana Ruiz of")."""
    return bool(said.cue) and 0 <= one.first - said.cue[-1] - 1 <= 2


def _ranked(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Marks the first candidate of the content, and the first that is a person."""
    for place, kinds in ((-2, None), (-1, EntityKind.PERSON)):
        inside = [one for one in found if one.row[0] and (kinds is None or one.row[17])]
        if inside:
            min(inside, key=lambda one: float(one.row[2])).row[place] = 1
    return tuple(found)


def _mentions(words: Words, entities: Sequence[Entity]) -> Iterable[Named]:
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            first, last = words.within(mention.span)
            if first < len(words):
                yield Named(first, max(last, first + 1), number, mention.form)
