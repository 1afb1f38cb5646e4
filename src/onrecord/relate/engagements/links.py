"""How a name or a time stands to the word of an occasion: what a scorer sees of the two."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.tagging import TaggedOccasion
from onrecord.relate.engagements.scene import Named, Scene
from onrecord.relate.engagements.words import listed, numbered, ordered

_KINDS = {
    kind: number
    for number, kind in enumerate(
        (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP)
    )
}
SIZE = 105
"""Numbers of one link."""
_NEAR = 4
_DAY = len("2024-09-26")


class Company:
    """All occasions of a report, in reading order, looked up by word; made once for all of them.

    ``partners``: of the words at which a partner's name begins, the occasion's word.
    """

    def __init__(self, tagged: Sequence[TaggedOccasion], partners: Mapping[int, int]) -> None:
        self.words = [one.word for one in tagged]
        self.shares = [sum(one.kinds) for one in tagged]
        self.partners = partners
        self.partnered = frozenset(partners.values())


class LinkFeatures:
    """Numbers of one occasion's word towards names and times, each about -1..1."""

    def __init__(self, scene: Scene, occasion: TaggedOccasion, company: Company) -> None:
        self._company = company
        self._has_partner = occasion.word in company.partnered
        self._scene = scene
        self._share = sum(occasion.kinds)
        self._at = occasion.word
        self._sentence = scene.words.sentence[occasion.word]
        self._bounds = scene.sentence(occasion.word)
        self._kinds = list(occasion.kinds)
        self._speaks = scene.speaks.get(occasion.word, frozenset())
        self._sources = scene.sources.get(self._sentence, frozenset())
        self._in_words = [float(scene.words.quoted[self._at]), float(scene.content[self._at] >= 0)]
        self._after = _one_of(_word(scene, self._at + 1))

    def of(self, named: Named) -> list[float]:
        """``SIZE`` numbers."""
        partner_of = self._company.partners.get(named.first, -1)
        return [
            float(partner_of == self._at),
            float(partner_of not in (-1, self._at)),
            float(self._has_partner and partner_of != self._at),
            *self._place(named),
            *self._between(named),
            *self._rivals(named),
            *self._kind(named),
            *self._statements(named),
            *self._prepositions(named),
            *self._kinds,
            *self._in_words,
        ]

    def _place(self, named: Named) -> list[float]:
        scene, after = self._scene, named.first > self._at
        apart = named.first - self._at if after else self._at - named.last + 1
        far = math.log1p(max(apart, 0)) / 4
        off = scene.words.sentence[named.first] - self._sentence
        same = off == 0
        return [
            float(same),
            float(off == -1),
            float(off == 1),
            float(abs(off) > 1),
            float(same and after),
            far * same * after,
            far * same * (not after),
            far * (not same),
            float(named.first <= self._at < named.last),
            float(same and named.first <= self._bounds[0] + 1),
            float(scene.words.paragraph[named.first] == scene.words.paragraph[self._at]),
        ]

    def _between(self, named: Named) -> list[float]:
        """What stands between the two, where they share a sentence."""
        low, high = (
            sorted((named.last, self._at))
            if named.first < self._at
            else (self._at + 1, named.first)
        )
        if self._scene.words.sentence[named.first] != self._sentence:
            return [0.0] * 5
        between = self._scene.lower[low:high]
        others = len(self._scene.named_in(low, high))
        breaks = sum(word in listed("breaks") for word in between)
        return [
            min(others, 4) / 4,
            float(others == 0),
            min(breaks, 3) / 3,
            min(between.count(","), 3) / 3,
            float(low == high),
        ]

    def _rivals(self, named: Named) -> list[float]:
        """Occasions that stand between, or nearer to the name, and names of its sort between."""
        middle = (named.first + named.last - 1) / 2
        far = abs(self._at - middle)
        words, shares = self._company.words, self._company.shares
        low = bisect_left(words, middle - far)
        high = bisect_right(words, middle + far)
        between, nearer = 0.0, 0.0
        for word, share in zip(words[low:high], shares[low:high], strict=True):
            if word != self._at:
                nearer = max(nearer, share)
                if (word < middle) == (self._at < middle):
                    between = max(between, share)
        return [between, nearer, nearer - self._share, self._alike(named)]

    def _alike(self, named: Named) -> float:
        """How many names of places, or times, stand nearer to the occasion, a few at most."""
        if named.first > self._at:
            low, high = self._at, named.first
        else:
            low, high = named.last, self._at
        scene = self._scene
        found = scene.dated_in(low, high) if named.time else scene.named_in(low, high)
        return min(3, sum(one.kind is named.kind for one in found)) / 3

    def _kind(self, named: Named) -> list[float]:
        kinds = [0.0] * (len(_KINDS) + 1)
        kinds[len(_KINDS) if named.kind is None else _KINDS.get(named.kind, -1)] = 1.0
        mentions, early = 0, 0.0
        if named.entity >= 0:
            mentions = len(self._scene.entities[named.entity].mentions)
            early = 1.0 / (1 + self._scene.opens[named.entity] / 4)
        return [
            *kinds,
            float(named.form is MentionForm.PRONOUN),
            float(named.form is MentionForm.ROLE),
            math.log1p(mentions) / 4,
            early,
            float(named.time is not None and len(named.time.value or "") == _DAY),
        ]

    def _statements(self, named: Named) -> list[float]:
        scene = self._scene
        return [
            float(named.entity in self._speaks),
            float(named.entity in self._sources),
            float(bool(self._speaks) and named.entity not in self._speaks),
            float(scene.words.quoted[named.first]),
            float(scene.content[named.first] >= 0),
            float(scene.content[named.first] == scene.content[self._at]),
        ]

    def _prepositions(self, named: Named) -> list[float]:
        """What leads to the name, what follows it, and what follows the occasion before it."""
        follows = named.first > self._at and named.first - self._at <= _NEAR
        return [
            *_one_of(leading(self._scene, named.first)),
            *_one_of(_word(self._scene, named.last)),
            *[one * follows for one in self._after],
            float(0 < self._at - named.last < _NEAR),
        ]


def leading(scene: Scene, word: int) -> str:
    """The preposition before a name, past articles and titles; "" where there is none."""
    for at in range(word - 1, max(-1, word - 1 - _NEAR), -1):
        if scene.lower[at] in numbered("links"):
            return scene.lower[at]
        if scene.lower[at] not in listed("skipped") and not scene.words.is_capital(at):
            return ""
    return ""


def _word(scene: Scene, at: int) -> str:
    return scene.lower[at] if at < len(scene.lower) else ""


def _one_of(word: str) -> list[float]:
    found = [0.0] * len(ordered("links"))
    if word in numbered("links"):
        found[numbered("links")[word]] = 1.0
    return found
