"""Words as they follow one another in real text, to draw new text from (order 3, backing off).

A place of the corpus stands for the words up to it. The next word is drawn by going to another
place where the same two words stand, or the same one, or to any place, and stepping on: that
draws by the counts of trigrams, bigrams and words without ever counting them (Shannon 1948, §3).
Two words that stand together less than ``_FEWEST`` times are no context, so that what is drawn
does not run along the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[.!?](?=\s|[\"”’']|$)")
_FEWEST = 3
_BACK_TO_ONE, _BACK_TO_NONE = 0.25, 0.06
"""How often only the last word counts, and how often none."""
_UNSEEN = 0.5
"""Share of words seen once that give way to a new one: words never seen are as frequent as
those seen once (Good 1953), so that rare words grow with the text as they do in real text."""


@dataclass(frozen=True, slots=True)
class _Context:
    """Places that have the same context: ``order`` sorts them by it, a run of it is a context."""

    order: Numbers
    first: Numbers
    many: Numbers

    @classmethod
    def of(cls, keys: Numbers) -> _Context:
        order = np.argsort(keys, kind="stable")
        _, starts, number, counts = np.unique(
            keys[order], return_index=True, return_inverse=True, return_counts=True
        )
        first, many = np.empty_like(order), np.empty_like(order)
        first[order], many[order] = starts[number], counts[number]
        return cls(order, first, many)

    def another(self, places: Numbers, chances: NDArray[np.float64]) -> Numbers:
        """A place with the context of each of ``places``."""
        step = (chances * self.many[places]).astype(np.int64)
        found: Numbers = self.order[self.first[places] + step]
        return found


class Corpus:
    """Draws words with the frequencies of ``texts``; the same generator gives the same words."""

    def __init__(self, texts: Iterable[str]) -> None:
        words, starts = _words(texts)
        vocabulary, ids = np.unique(np.array(words, object), return_inverse=True)
        self._vocabulary = vocabulary
        self._ids = ids.astype(np.int64)
        self._starts = np.array(starts[:-1], np.int64)
        before = np.concatenate([[0], self._ids[:-1]])
        self._one = _Context.of(self._ids)
        self._two = _Context.of(before * len(vocabulary) + self._ids)
        seen = np.bincount(self._ids, minlength=len(vocabulary))
        self._once = seen == 1
        self._rare = [str(word) for word in vocabulary[self._once] if str(word).isalpha()]

    def sentences(self, lengths: Numbers, chance: np.random.Generator) -> list[str]:
        """Words for sentences of ``lengths`` words, one after the other; each is drawn alone."""
        ids = np.empty(int(lengths.sum()), np.int64)
        offsets = np.cumsum(lengths) - lengths
        longest_first = np.argsort(-lengths, kind="stable")
        offsets, lengths = offsets[longest_first], lengths[longest_first]
        places = self._starts[chance.integers(0, len(self._starts), len(lengths))]
        for step in range(int(lengths[0]) if len(lengths) else 0):
            going = int(np.searchsorted(-lengths, -step, side="left"))
            places = places[:going]
            ids[offsets[:going] + step] = self._ids[places]
            places = self._next(places, chance)
        return self._spelled(ids, chance)

    def frequent_words(self, many: int, chance: np.random.Generator) -> list[str]:
        """Words drawn by their frequency."""
        places = chance.integers(0, len(self._ids), many)
        return [str(word) for word in self._vocabulary[self._ids[places]]]

    def _next(self, places: Numbers, chance: np.random.Generator) -> Numbers:
        level, pick = chance.random(len(places)), chance.random(len(places))
        two = self._two.another(places, pick)
        one = self._one.another(places, pick)
        alone = (self._two.many[places] < _FEWEST) | (level < _BACK_TO_ONE)
        found = np.where(alone, one, two)
        anywhere = (pick * len(self._ids)).astype(np.int64)
        found = np.where(level < _BACK_TO_NONE, anywhere, found)
        following: Numbers = np.minimum(found + 1, len(self._ids) - 1)
        return following

    def _spelled(self, ids: Numbers, chance: np.random.Generator) -> list[str]:
        words: list[str] = self._vocabulary[ids].tolist()
        unseen = np.flatnonzero(self._once[ids] & (chance.random(len(ids)) < _UNSEEN))
        # The cube makes some new words come often and most of them seldom.
        ends = (chance.random(len(unseen)) ** 3 * len(self._rare)).astype(np.int64)
        for at, end in zip(unseen.tolist(), ends.tolist(), strict=True):
            word, other = words[at], self._rare[end]
            words[at] = word[: len(word) // 2 + 1] + other[len(other) // 2 :]
        return words


def _words(texts: Iterable[str]) -> tuple[list[str], list[int]]:
    """The words of ``texts``, and which of them begin a sentence."""
    words: list[str] = []
    starts = [0]
    for text in texts:
        for match in _WORD.finditer(text):
            if match[0] in ".!?":
                starts.append(len(words))
            else:
                words.append(match[0])
        starts.append(len(words))
    return words, sorted(set(starts))
