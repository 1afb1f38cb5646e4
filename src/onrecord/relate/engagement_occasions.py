"""One word that tells of an occasion, with who, where and when are near it and may belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.domain.entity import EntityKind
from onrecord.domain.tagging import TaggedOccasion
from onrecord.relate.engagement_links import LinkFeatures
from onrecord.relate.engagement_scene import Named, Scene
from onrecord.relate.engagement_scorers import Scorer, Scorers

_WHO = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP)
_WHERE = (EntityKind.PLACE, EntityKind.ORGANISATION)
MOST = 60
"""Names or times near one word that are looked at; a list of a thousand names is no occasion."""


class Link(NamedTuple):
    """A name or a time, and how probable it is that it belongs to the occasion."""

    named: Named
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Occasion:
    """What one word tells. ``who``: by entity; ``where`` and ``when``: in reading order."""

    tagged: TaggedOccasion
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
    return Nearby(
        [one for one in scene.named_in(*wide) if one.kind in _WHO][-MOST:],
        [
            one
            for one in (*scene.dateline(narrow[0]), *scene.named_in(*narrow))
            if one.kind in _WHERE
        ][-MOST:],
        scene.dated_in(*narrow)[-MOST:],
    )


def occasions(scene: Scene, tagged: tuple[TaggedOccasion, ...], scorers: Scorers) -> list[Occasion]:
    """What each tagged word tells, in reading order."""
    near = [nearby(scene, one.word) for one in tagged]
    features = [LinkFeatures(scene, one, tagged) for one in tagged]
    who = _links(features, [one.who for one in near], scorers.who)
    where = _links(features, [one.where for one in near], scorers.where)
    when = _links(features, [one.when for one in near], scorers.when)
    return [
        Occasion(one, _by_entity(people), places, times)
        for one, people, places, times in zip(tagged, who, where, when, strict=True)
    ]


def _links(
    features: list[LinkFeatures], near: list[list[Named]], scorer: Scorer
) -> list[tuple[Link, ...]]:
    rows = [of.of(one) for of, several in zip(features, near, strict=True) for one in several]
    scored = iter(scorer.shares(rows))
    return [tuple(Link(one, next(scored)) for one in several) for several in near]


def _by_entity(links: tuple[Link, ...]) -> dict[int, float]:
    who: dict[int, float] = {}
    for named, share in links:
        who[named.entity] = max(share, who.get(named.entity, 0.0))
    return who
