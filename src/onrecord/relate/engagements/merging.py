"""Which words tell of one occasion: a word joins the entry that it fits best, or begins one.

As in mention ranking: in reading order, towards the latest entries only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.domain.engagement import Status
from onrecord.relate.engagements.occasions import Link, Occasion
from onrecord.relate.engagements.scene import Scene
from onrecord.relate.engagements.scorers import Scorer
from onrecord.relate.engagements.status import plain_status
from onrecord.relate.engagements.words import listed

LOOK_BACK = 8
"""Entries that a word is compared with, the latest told of first."""
MENTIONS = 2
"""Of an entry, the words that are compared: its first and the latest."""
_STEM = 5
_SOON = 2
_SURE = 0.4


def merged(
    scene: Scene, found: Sequence[Occasion], scorer: Scorer, least: float
) -> list[list[Occasion]]:
    """Entries, each with its words in reading order. ``least``: the least share to join by."""
    entries: list[list[Occasion]] = []
    latest: list[int] = []
    for one in found:
        compared = [
            (number, other)
            for number in latest[:LOOK_BACK]
            if not _apart(scene, entries[number], one)
            for other in _compared(entries[number])
        ]
        shares = scorer.shares([same_features(scene, other, one) for _, other in compared])
        best = max(zip(shares, compared, strict=True), key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= least:
            number = best[1][0]
            entries[number].append(one)
            latest.remove(number)
        else:
            number = len(entries)
            entries.append([one])
        latest.insert(0, number)
    return entries


def _apart(scene: Scene, entry: list[Occasion], one: Occasion) -> bool:
    """Whether the words plainly say that the two are with somebody else.

    Nor is "the meeting" of a later sentence one that nobody obtained.
    """
    if not one.partners:
        far = scene.words.sentence[one.word] - scene.words.sentence[entry[0].word] > _SOON
        return far and plain_status(scene, entry[0].word) is Status.SOUGHT
    return any(other.partners and not other.partners & one.partners for other in entry)


def _compared(entry: list[Occasion]) -> list[Occasion]:
    return entry if len(entry) <= MENTIONS else [entry[0], *entry[1 - MENTIONS :]]


def same_features(scene: Scene, one: Occasion, other: Occasion) -> list[float]:
    """What tells whether ``other``, which stands later, is the same occasion as ``one``."""
    apart = scene.words.sentence[other.word] - scene.words.sentence[one.word]
    stem = scene.lower[one.word][:_STEM] == scene.lower[other.word][:_STEM]
    return [
        float(stem),
        sum(a * b for a, b in zip(one.tagged.kinds, other.tagged.kinds, strict=True))
        / max(1e-6, one.share * other.share),
        math.log1p(apart) / 4,
        float(apart == 0),
        float(apart == 1),
        *_who(one, other),
        *_when(one, other),
        *_where(scene, one, other),
        *(float(word in listed("definite")) for word in _before(scene, other.word)),
        *(float(word in listed("indefinite")) for word in _before(scene, other.word)),
        one.share,
        other.share,
        float(stem and apart == 0),
        *one.tagged.kinds,
        *other.tagged.kinds,
        sum(a * b for a, b in zip(one.tagged.statuses, other.tagged.statuses, strict=True)),
    ]


def _who(one: Occasion, other: Occasion) -> list[float]:
    both = one.who.keys() | other.who.keys()
    least = sum(min(one.who.get(key, 0.0), other.who.get(key, 0.0)) for key in both)
    most = sum(max(one.who.get(key, 0.0), other.who.get(key, 0.0)) for key in both)
    highest = max(
        (min(one.who.get(key, 0.0), other.who.get(key, 0.0)) for key in both), default=0.0
    )
    return [
        least / max(most, 1e-6),
        highest,
        max(one.who.values(), default=0.0),
        max(other.who.values(), default=0.0),
    ]


def _when(one: Occasion, other: Occasion) -> list[float]:
    values = [_value(one.time), _value(other.time)]
    known = all(values)
    return [
        float(known and values[0] == values[1]),
        float(known and values[0] != values[1]),
        float(values[0] is None),
        float(values[1] is None),
    ]


def _value(link: Link | None) -> str | None:
    return link.named.time.value if link and link.named.time and link.share >= _SURE else None


def _where(scene: Scene, one: Occasion, other: Occasion) -> list[float]:
    names = [_names(scene, one.place), _names(scene, other.place)]
    known = bool(names[0]) and bool(names[1])
    alike = bool(names[0] & names[1])
    return [float(known and alike), float(known and not alike), float(known)]


def _names(scene: Scene, link: Link | None) -> frozenset[str]:
    if link is None or link.share < _SURE:
        return frozenset()
    return frozenset(scene.lower[link.named.first : link.named.last])


def _before(scene: Scene, word: int) -> tuple[str, ...]:
    """The two words before ``word``, the nearest first."""
    return tuple(scene.lower[at] if at >= 0 else "" for at in (word - 1, word - 2))
