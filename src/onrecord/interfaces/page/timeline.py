"""Where the dated engagements of a report stand on a line of days: geometry, no drawing.

Across, everything is in per cent of the line, so that it fits any screen without a script; down, in
pixels. Days close to one another are drawn to scale; longer gaps are shortened, and shown so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from math import log2

from onrecord.domain.days import days_of
from onrecord.interfaces.dates import short_day, value_words
from onrecord.interfaces.diary import Occasion

MOST = 40
"""Occasions that are drawn; more would lie on one another."""

_MARGIN = 4.0
_TO_SCALE = 3
"""Days; a longer gap counts as little more than this."""

_APART = 6.4
"""Per cent between two marks of one lane: their width on a narrow phone."""

_LABEL = 23.0
"""Per cent that a date takes up there."""

LANE, ABOVE, BELOW = 28, 22, 24
"""Pixels: a lane, and the room for what is written above and below."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One occasion from ``left`` to ``right``, its sign at ``x``, in a lane at ``y``."""

    occasion: Occasion
    left: float
    right: float
    y: int

    @property
    def x(self) -> float:
        """The middle."""
        return round((self.left + self.right) / 2, 2)

    @property
    def width(self) -> float:
        """Nothing for a single day."""
        return round(self.right - self.left, 2)


@dataclass(frozen=True, slots=True)
class Label:
    """Words at ``x``; ``anchor`` is which end of them stands there."""

    x: float
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The line at ``axis``, ``gaps`` the parts of it that are shortened, and what stands on it."""

    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    ticks: tuple[float, ...]
    gaps: tuple[tuple[float, float], ...]
    published: Label | None
    axis: int
    height: int


def timeline(occasions: Sequence[Occasion], published: str | None) -> Timeline | None:
    """A line of the first ``MOST`` dated ``occasions``, and of the ISO day ``published``.

    None where no occasion has a day.
    """
    dated = [one for one in occasions if one.days][:MOST]
    if not dated:
        return None
    day = days_of(published)
    ends = [place for one in dated if one.days for place in one.days]
    scale = _Scale([*ends, *(day or ())])
    lanes = list(_lanes([scale.span(one) for one in dated]))
    axis = ABOVE + LANE * (max(lanes) + 1)
    marks = tuple(
        Mark(one, *scale.span(one), axis - LANE * lane - LANE // 2 - 2)
        for one, lane in zip(dated, lanes, strict=True)
    )
    return Timeline(
        marks=marks,
        labels=tuple(_labels(dated, scale)),
        ticks=tuple(sorted({x for mark in marks for x in (mark.left, mark.right)})),
        gaps=scale.gaps(),
        published=_label(scale.x(day.first), "published") if day else None,
        axis=axis,
        height=axis + BELOW,
    )


class _Scale:
    """Days to per cent: equal up to some days, then by the logarithm."""

    def __init__(self, days: Sequence[date]) -> None:
        self._days = sorted(set(days))
        self._apart = [(later - earlier).days for earlier, later in pairwise(self._days)]
        weights = [
            gap if gap <= _TO_SCALE else _TO_SCALE + log2(gap / _TO_SCALE) for gap in self._apart
        ]
        whole = sum(weights)
        room = 100 - 2 * _MARGIN
        places = accumulate(weights, initial=0.0)
        self._places = [_MARGIN + room * place / whole if whole else 50.0 for place in places]

    def x(self, day: date) -> float:
        """Where ``day``, which is one of those given, stands."""
        return round(self._places[bisect_right(self._days, day) - 1], 2)

    def span(self, occasion: Occasion) -> tuple[float, float]:
        """From where to where ``occasion`` lasts."""
        first, last = occasion.days or (self._days[0], self._days[0])
        return self.x(first), self.x(last)

    def gaps(self) -> tuple[tuple[float, float], ...]:
        """The parts that are shortened."""
        places = [round(place, 2) for place in self._places]
        both = zip(pairwise(places), self._apart, strict=True)
        return tuple(ends for ends, days in both if days > _TO_SCALE)


def _lanes(spans: Sequence[tuple[float, float]]) -> Iterator[int]:
    """For each of ``spans``, which begin one after the other, the lowest lane with room."""
    free: list[float] = []
    for left, right in spans:
        lane = next((lane for lane, end in enumerate(free) if end <= left), len(free))
        free[lane : lane + 1] = [right + _APART]
        yield lane


def _labels(occasions: Sequence[Occasion], scale: _Scale) -> Iterator[Label]:
    """The first and the last day, and of those between as many as do not touch."""
    words = dict(sorted(named for one in occasions for named in _named(one)))
    first, *others = (_label(scale.x(day), told) for day, told in words.items())
    last = others.pop() if others else first
    yield first
    taken = _reach(first)[1]
    for label in others:
        left, right = _reach(label)
        if left >= taken and right <= _reach(last)[0]:
            yield label
            taken = right
    if _reach(last)[0] >= taken:
        yield last


def _named(occasion: Occasion) -> Iterator[tuple[date, str]]:
    """The days to be named: both ends of a range, where a month begins, by the name of it."""
    when = occasion.engagement.when
    if when is None or when.value is None or occasion.days is None:
        return
    first, last = occasion.days
    if "/" in when.value:
        yield last, short_day(last)
    exact = "/" in when.value or "W" in when.value or first == last
    yield first, short_day(first) if exact else value_words(when.value)


def _label(x: float, words: str) -> Label:
    half = _LABEL / 2
    anchor = "start" if x < half else "end" if x > 100 - half else "middle"
    return Label(x, anchor, words)


def _reach(label: Label) -> tuple[float, float]:
    left = {"start": 0.0, "middle": _LABEL / 2, "end": _LABEL}[label.anchor]
    return label.x - left, label.x - left + _LABEL
