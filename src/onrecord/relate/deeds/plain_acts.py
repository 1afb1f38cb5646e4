"""Acts that the verb of a statement says by itself: "declined to comment", "denied that".

Trained judges weigh many signs and may miss a plain one. Where a listed phrase stands at the cue,
its act is taken if it was right on labelled reports more often than the judge believes in its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.domain.statement import Act
from onrecord.domain.words import Words
from onrecord.relate.deeds.statement_words import StatementWords
from onrecord.resources import word_list

BEFORE = 3
"""Words before the cue in which a phrase may begin: "did not" before "respond"."""
TURNING = 4
"""Words before a phrase in which a word may turn it round."""
GAP = 3
"""The most words that a "*" of a phrase stands for."""
Phrase = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class PlainAct:
    """What a phrase says, and how often that was right: ``share``, 0..1. ``group``: its place."""

    act: Act
    share: float
    group: int


class PlainActs:
    """The phrases of ``plain_acts.yaml``, and where they stand in a report."""

    def __init__(self, words: Words) -> None:
        listed = word_list("relate", "plain_acts")
        self._adverbs = frozenset(listed["adverbs"])
        self._turning = frozenset(listed["turning"])
        self._by_first = _by_first(listed["groups"])
        self._by_content = _by_content(listed["groups"])
        self._lower = tuple(word.replace("’", "'") for word in words.lower)
        self._sentence = words.sentence

    def of(self, said: StatementWords) -> PlainAct | None:
        """What all of a short content says, or the first phrase at the cue; None without either."""
        letters = " ".join(self._lower[at] for at in said.content if self._lower[at].isalpha())
        return self._by_content.get(letters) or (self._at_cue(said) if said.cue else None)

    def _at_cue(self, said: StatementWords) -> PlainAct | None:
        first, last = said.cue[0], said.cue[-1]
        for at in range(max(0, first - BEFORE), last + 1):
            for phrase, plain in self._by_first.get(self._lower[at], ()):
                if self._end(at, phrase) > first and not self._is_turned(at, plain):
                    return plain
        return None

    def _end(self, at: int, phrase: Phrase) -> int:
        """Where the phrase ends that begins at ``at``; 0 where it does not stand there."""
        sentence, gap, place = self._sentence[at], 0, at
        for options in phrase:
            if "*" in options:
                gap = GAP
                continue
            while not self._is_at(place, options, sentence):
                gap -= not self._is_adverb(place)
                place += 1
                if gap < 0 or place - at > 2 * len(phrase) + GAP:
                    return 0
            place, gap = place + 1, 0
        return place

    def _is_at(self, place: int, options: frozenset[str], sentence: int) -> bool:
        is_there = place < len(self._lower) and self._sentence[place] == sentence
        return is_there and self._lower[place] in options

    def _is_adverb(self, place: int) -> bool:
        return place < len(self._lower) and self._lower[place] in self._adverbs

    def _is_turned(self, at: int, plain: PlainAct) -> bool:
        """Whether a word of not stands before it; in refusals it is a part of the phrase."""
        near = range(max(0, at - TURNING), at)
        return plain.act is not Act.DECLINES and any(
            self._lower[one] in self._turning and self._sentence[one] == self._sentence[at]
            for one in near
        )


def _by_content(groups: list[dict[str, Any]]) -> dict[str, PlainAct]:
    return {
        content: _plain(number, group)
        for number, group in enumerate(groups)
        for content in group.get("contents", ())
    }


def _by_first(groups: list[dict[str, Any]]) -> dict[str, list[tuple[Phrase, PlainAct]]]:
    found: defaultdict[str, list[tuple[Phrase, PlainAct]]] = defaultdict(list)
    for phrase, plain in _phrases(groups):
        for word in phrase[0]:
            found[word].append((phrase, plain))
    return found


def _phrases(groups: list[dict[str, Any]]) -> Iterator[tuple[Phrase, PlainAct]]:
    for number, group in enumerate(groups):
        for phrase in group["phrases"]:
            yield tuple(frozenset(options) for options in phrase), _plain(number, group)


def _plain(number: int, group: dict[str, Any]) -> PlainAct:
    return PlainAct(Act(group["act"]), float(group["share"]), number)
