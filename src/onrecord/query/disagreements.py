"""Where reports of one occasion cannot all be right; each is told with who says what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from onrecord.domain.days import Days, day_of_publication, days_of
from onrecord.domain.engagement import Status
from onrecord.domain.kept import KeptEngagement
from onrecord.domain.span import Passage
from onrecord.join.names import folded

_TOOK_PLACE = frozenset({Status.HELD, Status.ONGOING})
_CALLED_OFF = frozenset({Status.CANCELLED, Status.DECLINED})


class About(StrEnum):
    """What reports differ in."""

    DATE = "date"
    PLACE = "place"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """``versions``: what is said, each with those who say so, the earliest report first."""

    about: About
    versions: tuple[tuple[str, tuple[KeptEngagement, ...]], ...]


def disagreements(told: Sequence[KeptEngagement]) -> tuple[Disagreement, ...]:
    """What ``told``, the earliest report first, differ in. A vaguer word is no other word.

    Two dates are other dates where they share no day, two places where they share no word. That
    something is planned and later held is no disagreement, nor that it is called off and held
    later; that it took place and that it is denied, or called off afterwards, is one.
    """
    return tuple(_disagreements(told))


def days_told(one: KeptEngagement) -> Days | None:
    """The days that a telling dates it to."""
    when = one.engagement.when
    return days_of(when.value) if when else None


def places_agree(one: Passage, other: Passage) -> bool:
    """Whether they share a word."""
    return not _words(one).isdisjoint(_words(other))


def _disagreements(told: Sequence[KeptEngagement]) -> Iterator[Disagreement]:
    if len(told) < 2:
        return
    dated = [one for one in told if days_told(one)]
    if _any_apart(dated, _day_value, lambda one, other: _overlap(days_told(one), days_told(other))):
        yield Disagreement(About.DATE, _versions(dated, _day_value))
    placed = [one for one in told if one.engagement.place.pieces]
    if _any_apart(
        placed,
        _place_name,
        lambda one, other: places_agree(one.engagement.place, other.engagement.place),
    ):
        yield Disagreement(About.PLACE, _versions(placed, _place_name))
    settled = [one for one in told if _says_whether(one.engagement.status)]
    if _contradict(settled):
        yield Disagreement(About.STATUS, _versions(settled, lambda one: one.engagement.status))


def _any_apart(
    told: Sequence[KeptEngagement],
    value: Callable[[KeptEngagement], str],
    agree: Callable[[KeptEngagement, KeptEngagement], bool],
) -> bool:
    """Whether two of the different values do not agree; there are few, however many tell them."""
    distinct = {value(one): one for one in told}
    return any(not agree(one, other) for one, other in combinations(distinct.values(), 2))


def _versions(
    told: Sequence[KeptEngagement], value: Callable[[KeptEngagement], str]
) -> tuple[tuple[str, tuple[KeptEngagement, ...]], ...]:
    found: dict[str, list[KeptEngagement]] = {}
    for one in told:
        found.setdefault(value(one), []).append(one)
    return tuple((said, tuple(by)) for said, by in found.items())


def _day_value(one: KeptEngagement) -> str:
    return (one.engagement.when.value or "") if one.engagement.when else ""


def _place_name(one: KeptEngagement) -> str:
    return ", ".join(one.engagement.place.pieces)


def _words(place: Passage) -> frozenset[str]:
    return frozenset(word for piece in place.pieces for word in folded(piece))


def _overlap(one: Days | None, other: Days | None) -> bool:
    return one is None or other is None or (one.first <= other.last and other.first <= one.last)


def _says_whether(status: Status) -> bool:
    return status in _TOOK_PLACE or status in _CALLED_OFF or status is Status.DENIED


def _contradict(settled: Sequence[KeptEngagement]) -> bool:
    """Whether one says that it took place and another that it did not: that it is denied, or was
    called off at a time that is not known to be earlier."""
    held = [_published(one) for one in settled if one.engagement.status in _TOOK_PLACE]
    off = [_published(one) for one in settled if one.engagement.status in _CALLED_OFF]
    if held and any(one.engagement.status is Status.DENIED for one in settled):
        return True
    # Of thousands of copies each is looked at once.
    return bool(held and off) and (not all((*held, *off)) or max(off) >= min(held))


def _published(one: KeptEngagement) -> str:
    return day_of_publication(one.report.published) or ""
