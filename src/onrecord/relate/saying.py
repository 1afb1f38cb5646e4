"""When and where a statement was made, where its own sentence says so outside its content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.statement import Statement
from onrecord.domain.time import Time, TimeKind
from onrecord.domain.words import Words
from onrecord.resources import word_list

_T = TypeVar("_T")

FARTHEST = 14
"""Words between the cue and a time or place of saying; farther off it is of something else."""


class Sayings:
    """A report's times and places by sentence, and which of them date or place a statement."""

    def __init__(
        self,
        words: Words,
        times: Iterable[Time],
        entities: Iterable[Entity],
        published: str | None,
    ) -> None:
        listed = word_list("relate", "saying")
        self._before_places = frozenset(listed["before_places"])
        self._articles = frozenset(listed["articles"])
        self._words = words
        self._times: defaultdict[int, list[tuple[int, Time]]] = defaultdict(list)
        self._places: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
        for time in times:
            if _is_past(time, published):
                self._times[self._sentence(time.words.spans[0])].append(
                    (self._at(time.words), time)
                )
        for span in _places(entities):
            if self._is_stay(span):
                self._places[self._sentence(span)].append((words.within(span)[0], span))

    def placed(self, statement: Statement) -> Statement:
        """The statement with the time and the place that its cue's sentence gives it."""
        if not statement.cue:
            return statement
        time = self._nearest(self._times, statement)
        place = self._nearest(self._places, statement)
        text = self._words.article.text
        said_at = Passage.cut(text, [place]) if place else NO_WORDS
        return replace(statement, said_on=time, said_at=said_at)

    def _nearest(
        self, by_sentence: Mapping[int, list[tuple[int, _T]]], said: Statement
    ) -> _T | None:
        """What stands nearest to the cue, outside what is said and who says it."""
        cue = self._at(said.cue)
        taken = (*said.content.spans, *said.source.words.spans)
        near = [
            (abs(at - cue), at, one)
            for at, one in by_sentence.get(self._sentence(said.cue.spans[0]), ())
            if abs(at - cue) <= FARTHEST and not self._is_in(at, taken)
        ]
        return min(near, key=lambda found: found[:2])[2] if near else None

    def _is_in(self, word: int, spans: Iterable[Span]) -> bool:
        start = self._words.starts[word]
        return any(span.start <= start < span.end for span in spans)

    def _at(self, passage: Passage) -> int:
        return self._words.within(passage.spans[0])[0]

    def _sentence(self, span: Span) -> int:
        at = self._words.within(span)[0]
        return self._words.sentence[at] if at < len(self._words) else -1

    def _is_stay(self, span: Span) -> bool:
        """Whether a preposition says that somebody is at the place, not from it or of it."""
        at = self._words.within(span)[0] - 1
        while at >= 0 and self._words.lower[at] in self._articles:
            at -= 1
        return at >= 0 and self._words.lower[at] in self._before_places


def _is_past(time: Time, published: str | None) -> bool:
    """Whether something can have been said then: what is reported was said by the day it was."""
    if time.value is None or time.kind not in (TimeKind.DATE, TimeKind.TIME):
        return False
    return published is None or time.value[:10] <= published[:10]


def _places(entities: Iterable[Entity]) -> Iterable[Span]:
    return (
        mention.span
        for entity in entities
        if entity.kind is EntityKind.PLACE
        for mention in entity.mentions
    )
