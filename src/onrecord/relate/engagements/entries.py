"""An entry of the diary before it is kept: what all the words that tell of it say together."""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.relate.engagements.occasions import Link, Occasion
from onrecord.relate.engagements.scene import Scene
from onrecord.relate.engagements.words import kind_of_word, listed

KINDS = tuple(EngagementKind)
STATUSES = tuple(Status)
_SURE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One occasion. ``told``: the words that tell of it, the surest first."""

    told: tuple[Occasion, ...]
    kind: EngagementKind
    who: dict[int, float]

    @classmethod
    def of(cls, scene: Scene, several: list[Occasion]) -> Entry:
        """Together what ``several`` words, in reading order, tell."""
        told = tuple(sorted(several, key=lambda one: -one.share))
        masses = [sum(one.tagged.kinds[at] for one in told) for at in range(len(KINDS))]
        for one in told:
            plain = kind_of_word().get(scene.lower[one.word])
            if plain is not None:
                masses[KINDS.index(plain)] += one.share
        who: dict[int, float] = {}
        for one in several:
            for entity, share in one.who.items():
                who[entity] = max(share, who.get(entity, 0.0))
        return cls(told, KINDS[masses.index(max(masses))], who)

    @property
    def best(self) -> Occasion:
        """The word that it is best read from."""
        return self.told[0]

    @property
    def first(self) -> int:
        """The first word that tells of it."""
        return min(one.word for one in self.told)

    @property
    def partners(self) -> frozenset[int]:
        """The entities that the words plainly say it is with."""
        return frozenset().union(*(one.partners for one in self.told))

    @property
    def sure(self) -> list[Occasion]:
        """The words that tell of it, without those that are much less sure than the surest."""
        return [one for one in self.told if one.share >= _SURE * self.best.share]

    @property
    def time(self) -> Link | None:
        """The likeliest time of all."""
        links = [one.time for one in self.sure if one.time is not None]
        return max(links, key=lambda link: link.share, default=None)

    @property
    def place(self) -> Link | None:
        """The likeliest place of all; what a surer word has near it counts more."""
        links = [(one.share + self.best.share, one.place) for one in self.told]
        found = [(weight * link.share, link) for weight, link in links if link is not None]
        return max(found, key=lambda pair: pair[0], default=(0.0, None))[1]


def entry_features(scene: Scene, entry: Entry) -> list[float]:
    """What tells whether the entry belongs in a diary."""
    shares = [one.share for one in entry.told]
    who = sorted(entry.who.values(), reverse=True)
    word = entry.best.word
    return [
        _log_odds(shares[0]),
        shares[0],
        shares[1] if len(shares) > 1 else 0.0,
        min(sum(shares), 4) / 4,
        math.log(len(shares)),
        who[0] if who else 0.0,
        who[1] if len(who) > 1 else 0.0,
        min(sum(who), 6) / 6,
        entry.time.share if entry.time else 0.0,
        entry.place.share if entry.place else 0.0,
        float(scene.words.quoted[word]),
        float(scene.content[word] >= 0),
        1 / (1 + scene.words.sentence[min(one.word for one in entry.told)] / 5),
        float(any(scene.lower[one.word] in listed("says") for one in entry.told[:1])),
        max(max(one.tagged.kinds) / max(one.share, 1e-6) for one in entry.told[:1]),
        *(float(entry.kind is kind) for kind in KINDS),
    ]


def _log_odds(share: float) -> float:
    share = min(max(share, 0.01), 0.99)
    return math.log(share / (1 - share)) / 4
