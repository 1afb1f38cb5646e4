"""Units of time as words: their grain, how many there are, and steps of them."""

from __future__ import annotations

from datetime import date

from onrecord.domain.time import Grain
from onrecord.relate.times import calendar
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.verbs import Direction
from onrecord.relate.times.words import number, values

CLOCKED = ("second", "minute", "hour")


def grain_of(hit: Hit, name: str = "unit") -> Grain | None:
    """The grain that a unit of the form names; None where it is finer than any, as a second is."""
    unit = values("SUNIT", "PUNIT").get(hit.word(name))
    if unit == "fortnight":
        return Grain.WEEK
    return None if unit in (None, "second") else Grain(unit)


def count_of(hit: Hit) -> float | None:
    """How many: a number, or 1 for "a"; None for "few" and for none at all."""
    words = tuple(word for word in hit.said("n") if word not in ("-", "–", "and"))
    return number(words) if words else None


_DESIGNATORS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W"}
_DESIGNATORS |= {"month": "M", "quarter": "Q", "year": "Y", "weekend": "W"}
_MANY = {"fortnight": (2, "W"), "decade": (10, "Y"), "century": (100, "Y"), "quarter": (3, "M")}


def period_of(unit: str, count: float) -> str:
    """An ISO 8601 duration: ("week", 2) "P2W"; a decade is ten years."""
    times, letter = _MANY.get(unit, (1, _DESIGNATORS.get(unit, "D")))
    time = "T" if unit in ("second", "minute", "hour") else ""
    return f"P{time}{count * times:g}{letter}"


_ORDER = [Grain.DAY, Grain.WEEKEND, Grain.RANGE, Grain.WEEK, Grain.MONTH, Grain.QUARTER]
_ORDER += [Grain.SEASON, Grain.YEAR, Grain.DECADE, Grain.CENTURY]


def coarser(one: Grain, other: Grain) -> bool:
    """Whether ``one`` is too coarse to count units of ``other`` from."""
    return _ORDER.index(one) > _ORDER.index(other)


def steps(start: date, grain: Grain, count: float, hit: Hit) -> Period:
    if "fortnight" in hit.word("unit"):
        count *= 2
    if grain in (Grain.YEAR, Grain.DECADE) and count % 1:
        months = int(count * (12 if grain is Grain.YEAR else 120))
        return calendar.around(calendar.move(start, Grain.MONTH, months), Grain.MONTH)
    if grain in (Grain.DECADE, Grain.CENTURY):
        return calendar.around(calendar.move(start, grain, int(count)), Grain.YEAR)
    return calendar.shift(start, grain, int(count))


def steps_from(scene: Scene, hit: Hit, grain: Grain, count: float) -> Period | None:
    """ "in 10 days": counted from publication where the tense looks forward, else None."""
    if scene.published is None or hit.has("about"):
        return None
    if scene.direction(hit.first, hit.last) is not Direction.FORWARD:
        return None
    return steps(scene.published, grain, count, hit)
