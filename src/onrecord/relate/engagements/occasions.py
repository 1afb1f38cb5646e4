"""One word that tells of an occasion, with who, where and when are near it and may belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from onrecord.domain.entity import EntityKind
from onrecord.domain.tagging import TaggedOccasion
from onrecord.relate.engagements.buildings import buildings
from onrecord.relate.engagements.links import Company, LinkFeatures, leading
from onrecord.relate.engagements.partners import partners
from onrecord.relate.engagements.scene import Named, Scene
from onrecord.relate.engagements.scorers import Scorer, Scorers
from onrecord.relate.engagements.words import listed

_WHO = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP)
_WHERE = (EntityKind.PLACE, EntityKind.ORGANISATION)
_SOON = 8
_NEAR = 9
_PLAIN = 0.6
_TOGETHER = 256
MOST = 60
"""Names or times near one word that are looked at; a list of a thousand names is no occasion."""


class Link(NamedTuple):
    """A name or a time, and how probable it is that it belongs to the occasion."""

    named: Named
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Occasion:
    """What one word tells. ``who``: by entity; ``where`` and ``when``: in reading order.

    ``partners``: the entities that the words plainly say it is with.
    """

    tagged: TaggedOccasion
    partners: frozenset[int]
    who: dict[int, float]
    where: tuple[Link, ...]
    when: tuple[Link, ...]

    @property
    def word(self) -> int:
        """The word that tells of it."""
        return self.tagged.word

    @property
    def share(self) -> float:
        """How probable it is that the word tells of an occasion at all."""
        return min(1.0, sum(self.tagged.kinds))

    @property
    def time(self) -> Link | None:
        """The likeliest time."""
        return max(self.when, key=lambda one: one.share, default=None)

    @property
    def place(self) -> Link | None:
        """The likeliest place."""
        return max(self.where, key=lambda one: one.share, default=None)


class Nearby(NamedTuple):
    """What is near a word: names of those who may take part, of places, and times."""

    who: list[Named]
    where: list[Named]
    when: list[Named]


def nearby(scene: Scene, word: int) -> Nearby:
    """Those who are named from two sentences before to one after, places and times one closer."""
    wide, narrow = scene.around(word, 2, 1), scene.around(word, 1, 1)
    places = [*scene.dateline(narrow[0]), *scene.named_in(*narrow)]
    where = [one for one in places if one.kind in _WHERE] + buildings(scene, *narrow)
    return Nearby(
        _once(scene, word, [one for one in scene.named_in(*wide) if one.kind in _WHO])[-MOST:],
        where[-MOST:],
        scene.dated_in(*narrow)[-MOST:],
    )


def _once(scene: Scene, word: int, names: list[Named]) -> list[Named]:
    """Without names in other sentences of whom is named in the word's own, or nearer to it."""
    own = scene.words.sentence[word]
    here = [one for one in names if scene.words.sentence[one.first] == own]
    known = {one.entity for one in here}
    for one in sorted(names, key=lambda one: abs(one.first - word)):
        if one.entity not in known:
            known.add(one.entity)
            here.append(one)
    return sorted(here, key=lambda one: one[:3])


def occasions(scene: Scene, tagged: tuple[TaggedOccasion, ...], scorers: Scorers) -> list[Occasion]:
    """What each tagged word tells, in reading order."""
    near = [nearby(scene, one.word) for one in tagged]
    with_whom = partners_by_name(scene, tagged)
    company = Company(tagged, with_whom)
    features = [LinkFeatures(scene, one, company) for one in tagged]
    who = _links(features, [one.who for one in near], scorers.who)
    where = _links(features, [one.where for one in near], scorers.where)
    when = _links(features, [one.when for one in near], scorers.when)
    return [
        Occasion(
            one,
            _partners(people, with_whom, one.word),
            _by_entity(people, with_whom, one.word),
            _plain_places(scene, one.word, places),
            _plain_times(scene, one.word, times),
        )
        for one, people, places, times in zip(tagged, who, where, when, strict=True)
    ]


def partners_by_name(scene: Scene, tagged: tuple[TaggedOccasion, ...]) -> dict[int, int]:
    """Of the words at which a partner's name begins, the word of the occasion it is with."""
    return {named.first: one.word for one in tagged for named in partners(scene, one.word)}


def _links(
    features: list[LinkFeatures], near: list[list[Named]], scorer: Scorer
) -> list[tuple[Link, ...]]:
    pairs = ((of, one) for of, several in zip(features, near, strict=True) for one in several)
    scored = _scored(pairs, scorer)
    return [tuple(Link(one, next(scored)) for one in several) for several in near]


def _scored(pairs: Iterator[tuple[LinkFeatures, Named]], scorer: Scorer) -> Iterator[float]:
    """A probability for each pair, some at a time: of a long report all would be many MB."""
    while some := [of.of(one) for of, one in islice(pairs, _TOGETHER)]:
        yield from scorer.shares(some)


def _partners(links: tuple[Link, ...], with_whom: dict[int, int], word: int) -> frozenset[int]:
    return frozenset(link.named.entity for link in links if with_whom.get(link.named.first) == word)


def _by_entity(links: tuple[Link, ...], with_whom: dict[int, int], word: int) -> dict[int, float]:
    """Without names that say whom another occasion is with."""
    who: dict[int, float] = {}
    for named, share in links:
        if with_whom.get(named.first, word) == word:
            who[named.entity] = max(share, who.get(named.entity, 0.0))
    return who


def _plain_places(scene: Scene, word: int, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Places that "at" or "in" leads to soon after the word are as good as sure."""
    return tuple(
        Link(one.named, max(one.share, _PLAIN)) if _is_plain(scene, word, one.named) else one
        for one in links
    )


def _plain_times(scene: Scene, word: int, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The only time of the word's sentence is as good as sure where it is near."""
    sentences = scene.words.sentence
    here = [one for one in links if sentences[one.named.first] == sentences[word]]
    if len(here) != 1 or abs(here[0].named.first - word) > _NEAR:
        return links
    sure = Link(here[0].named, max(here[0].share, _PLAIN))
    return tuple(sure if one is here[0] else one for one in links)


def _is_plain(scene: Scene, word: int, named: Named) -> bool:
    apart = named.first - word
    same = scene.words.sentence[named.first] == scene.words.sentence[word]
    return same and 0 < apart <= _SOON and leading(scene, named.first) in listed("at_place")
