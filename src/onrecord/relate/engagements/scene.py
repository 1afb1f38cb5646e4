"""What the diary is read from: a report's words with who, where and when stands on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.domain.entity import Entity, EntityKind, MentionForm
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.domain.time import Time, TimeKind
from onrecord.domain.words import Words

LONGEST = 120
"""Words of a sentence that are looked at on either side of a word."""
DATELINE = 10
"""Words at the start of a report that may say where it was written."""
_DATED = (TimeKind.DATE, TimeKind.TIME)


class Named(NamedTuple):
    """Words ``[first, last)`` that name somebody or a place, or, where ``time`` is, a time.

    ``entity``: number of the entity in the record's list, -1 for a time.
    """

    first: int
    last: int
    entity: int
    kind: EntityKind | None
    form: MentionForm
    time: Time | None = None


class Scene:
    """Looks up mentions, times and statements of one report by word number."""

    def __init__(
        self,
        words: Words,
        entities: tuple[Entity, ...],
        statements: tuple[Statement, ...],
        times: tuple[Time, ...],
    ) -> None:
        self.words = words
        self.lower = tuple(word.replace("’", "'") for word in words.lower)
        self.entities = entities
        self._numbers = {entity.id: number for number, entity in enumerate(entities)}
        self.named = sorted(self._mentions(), key=lambda one: one[:3])
        self._starts = [one.first for one in self.named]
        self.dated = sorted(self._times(times), key=lambda one: one[:2])
        self._dated_starts = [one.first for one in self.dated]
        self.opens = self._openings()
        """Of each entity, the sentence that first names it."""
        self.content = [-1] * len(words)
        self.speaks: dict[int, frozenset[int]] = {}
        """Of the words of a cue, whose it is."""
        self.sources: dict[int, frozenset[int]] = {}
        """Of a sentence, who speaks in it."""
        for number, statement in enumerate(statements):
            self._tell(number, statement)

    def sentence(self, word: int) -> tuple[int, int]:
        """The sentence of ``word``, as words ``[first, last)``; of a very long one what is near."""
        low, high = max(0, word - LONGEST), min(len(self.lower), word + LONGEST)
        number, sentences = self.words.sentence[word], self.words.sentence
        return bisect_left(sentences, number, low, high), bisect_right(sentences, number, low, high)

    def around(self, word: int, before: int, after: int) -> tuple[int, int]:
        """Words ``[first, last)`` of the sentence of ``word`` and of so many beside it."""
        first, last = self.sentence(word)
        for _ in range(before):
            first = self.sentence(first - 1)[0] if first > 0 else first
        for _ in range(after):
            last = self.sentence(last)[1] if last < len(self.lower) else last
        return first, last

    def named_in(self, first: int, last: int) -> list[Named]:
        """Mentions that begin within the words, in reading order."""
        return self.named[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def dateline(self, before: int) -> list[Named]:
        """Names with which the report begins, as far as they stand before the word ``before``."""
        return self.named_in(0, min(DATELINE, before))

    def dated_in(self, first: int, last: int) -> list[Named]:
        """Times that begin within the words, in reading order."""
        starts = self._dated_starts
        return self.dated[bisect_left(starts, first) : bisect_left(starts, last)]

    def _openings(self) -> dict[int, int]:
        opens: dict[int, int] = {}
        for one in self.named:
            opens.setdefault(one.entity, self.words.sentence[one.first])
        return opens

    def _mentions(self) -> Iterable[Named]:
        for number, entity in enumerate(self.entities):
            for mention in entity.mentions:
                first, last = self.words.within(mention.span)
                if first < last:
                    yield Named(first, last, number, entity.kind, mention.form)

    def _times(self, times: tuple[Time, ...]) -> Iterable[Named]:
        for time in times:
            if time.kind in _DATED and time.words and time.value:
                span = Span(time.words.spans[0].start, time.words.spans[-1].end)
                first, last = self.words.within(span)
                if first < last:
                    yield Named(first, last, -1, None, MentionForm.NAME, time)

    def _tell(self, number: int, statement: Statement) -> None:
        ids = (statement.source.entity, *statement.source.also)
        who = frozenset(self._numbers[one] for one in ids if one in self._numbers)
        for span in statement.content.spans:
            first, last = self.words.within(span)
            self.content[first:last] = [number] * (last - first)
        for span in statement.cue.spans:
            for word in range(*self.words.within(span)):
                self.speaks[word] = self.speaks.get(word, frozenset()) | who
                at = self.words.sentence[word]
                self.sources[at] = self.sources.get(at, frozenset()) | who
