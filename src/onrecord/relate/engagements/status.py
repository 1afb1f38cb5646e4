"""How an occasion stands: by plain words before it, by its day, else by what the network says."""

from __future__ import annotations

from functools import cache

from onrecord.domain.engagement import Status
from onrecord.relate.engagements.days import Side
from onrecord.relate.engagements.entries import STATUSES, Entry
from onrecord.relate.engagements.scene import Scene
from onrecord.relate.engagements.words import listed, phrases

_PLAIN = (Status.SOUGHT, Status.CANCELLED, Status.DECLINED, Status.DENIED)
_REACH = 9
"""Words before an occasion that are looked at."""
_FUTURE = frozenset({Status.HELD, Status.ONGOING, Status.DENIED})
"""What no day after that of publication allows."""


def status_of(scene: Scene, entry: Entry, side: Side) -> Status:
    """The status of an entry whose day stands on ``side`` of that of publication."""
    masses = _masses(scene, entry)
    for status in STATUSES:
        if side is Side.AFTER and status in _FUTURE:
            masses[status] = 0.0
        if side is Side.BEFORE and status is Status.PLANNED:
            masses[status] = 0.0
    return max(STATUSES, key=lambda status: masses[status])


def _masses(scene: Scene, entry: Entry) -> dict[Status, float]:
    masses = dict.fromkeys(STATUSES, 0.0)
    for one in entry.sure:
        for status, share in zip(STATUSES, one.tagged.statuses, strict=True):
            masses[status] += one.share * share
        plain = plain_status(scene, one.word)
        if plain is not None:
            masses[plain] += _WEIGHT[plain] * one.share
    return masses


_WEIGHT = {**dict.fromkeys(_PLAIN, 4.0), Status.PLANNED: 0.8}
"""How much plain words count, a sure answer of the network's counting 1."""


def plain_status(scene: Scene, word: int) -> Status | None:
    """What the words before ``word`` say plainly; None where they do not."""
    low = _clause(scene, word, "apart")
    for status in _PLAIN:
        if _says(scene, status, low, word):
            return status
    low = _clause(scene, word, "apart_planned")
    return Status.PLANNED if _says(scene, Status.PLANNED, low, word) else None


def _clause(scene: Scene, word: int, apart: str) -> int:
    """Where the words begin that belong to ``word``, as far as they stand before it."""
    at = word
    first = max(scene.sentence(word)[0], word - _REACH)
    while at > first and not {scene.lower[at - 1]} & (listed("breaks") | listed(apart)):
        at -= 1
    return at


def _says(scene: Scene, status: Status, low: int, high: int) -> bool:
    """Whether a phrase of the status stands in words ``[low, high)``."""
    return any(
        scene.lower[at : at + len(phrase)] == phrase and at + len(phrase) <= high + 1
        for at in range(low, high)
        for phrase in _by_first(status).get(scene.lower[at], ())
    )


@cache
def _by_first(status: Status) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a status by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases(status.value):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
