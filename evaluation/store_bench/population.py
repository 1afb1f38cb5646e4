"""Who may occur: people, bodies and places, few of them often and most of them seldom.

Registered people have the names and ids of the register; the others' names join a first name and
a surname of it, so that many share a surname, as people do. Bodies and places are called by
words drawn from the corpus. Somebody's weight is ``(rank + head) ** -slope`` (Zipf, Mandelbrot):
few are in many reports, most in one or two.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

import numpy as np

from evaluation.store_bench.corpus import Corpus
from onrecord.domain.entity import Entity, EntityKind
from onrecord.register import SHIPPED


@dataclass(frozen=True, slots=True)
class Known:
    """What an entity is given in place of its own: name, identity, Wikidata id."""

    name: str
    identity: str | None
    wikidata: str | None = None


class Crowd:
    """Ranks drawn by frequency, each made into somebody when it is drawn."""

    def __init__(self, size: int, head: float, slope: float, named: Callable[[int], Known]) -> None:
        self._sums = list(accumulate((rank + head) ** -slope for rank in range(size)))
        self._named = named

    def one(self, chance: Random) -> Known:
        """Somebody."""
        return self.at(bisect_right(self._sums, chance.random() * self._sums[-1]))

    def at(self, rank: int) -> Known:
        """Who has the rank."""
        return self._named(min(rank, len(self._sums) - 1))


class Population:
    """Everybody, by the sort of entity of a read report that they can stand for."""

    def __init__(self, corpus: Corpus, people: Sequence[tuple[str, str]]) -> None:
        self._people = people
        self._firsts = [name.split()[0] for _, name in people]
        self._surnames = [name.split()[-1] for _, name in people]
        self._words = _capitalised(corpus)
        self.registered = Crowd(len(people), 1.0, 1.05, self._registered)
        self._others = Crowd(150_000, 20.0, 0.85, self._other)
        self._bodies = Crowd(30_000, 2.0, 1.0, self._body)
        self._places = Crowd(8_000, 2.0, 1.1, self._place)

    def somebody(self, like: Entity, chance: Random) -> Known:
        """Somebody or something of the sort of ``like``."""
        match like.kind:
            case EntityKind.PERSON if like.wikidata:
                return self.registered.one(chance)
            case EntityKind.PERSON if like.identity:
                return self._others.one(chance)
            case EntityKind.PERSON:
                return Known(chance.choice(self._surnames), None)
            case EntityKind.PLACE:
                return self._places.one(chance)
            case EntityKind.GROUP:
                return Known(like.name, like.identity)
        return self._bodies.one(chance)

    def _registered(self, rank: int) -> Known:
        id_, name = self._people[rank]
        return Known(name, id_, id_ if id_[0] == "Q" else None)

    def _other(self, rank: int) -> Known:
        chance = Random(rank)
        return _local(f"{chance.choice(self._firsts)} {chance.choice(self._surnames)}", rank)

    def _body(self, rank: int) -> Known:
        chance = Random(-rank - 1)
        words = chance.choices(self._words, k=chance.choice((1, 2, 2, 3)))
        return _local(" ".join(dict.fromkeys(words)))

    def _place(self, rank: int) -> Known:
        return _local(self._words[rank % len(self._words)])


def registered_people() -> list[tuple[str, str]]:
    """Id and name of everybody in the shipped register with more than one name, well mixed."""
    content = SHIPPED.read_bytes()
    end = content.find(b"\n") + 1
    first, last = json.loads(content[:end])["tables"]["people"]
    rows = map(json.loads, content[end + first : end + last].decode().splitlines())
    people = [(row[0], row[1]) for row in rows if " " in row[1]]
    Random("people").shuffle(people)
    return people


def _local(name: str, apart: int | None = None) -> Known:
    digest = hashlib.sha256(f"{name}\0{apart}".encode()).hexdigest()[:16]
    return Known(name, f"local:{digest}")


def _capitalised(corpus: Corpus) -> list[str]:
    """Words that begin with a capital, the more often the more frequent they are."""
    words = corpus.frequent_words(200_000, np.random.default_rng(0))
    return [word for word in words if word[0].isupper() and word.isalpha() and len(word) > 3]
