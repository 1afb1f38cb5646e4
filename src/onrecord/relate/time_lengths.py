"""Reading lengths of time, what returns, and what cannot be counted."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.time_grammar import Hit
from onrecord.relate.time_reading import Reading, TimeWhy
from onrecord.relate.time_scene import Scene
from onrecord.relate.time_units import count_of, grain_of
from onrecord.relate.time_words import values

_DESIGNATORS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W"}
_DESIGNATORS |= {"month": "M", "quarter": "Q", "year": "Y", "weekend": "W"}
_MANY = {"fortnight": (2, "W"), "decade": (10, "Y"), "century": (100, "Y"), "quarter": (3, "M")}


def period_of(unit: str, count: float) -> str:
    """An ISO 8601 duration: ("week", 2) "P2W"; a decade is ten years."""
    times, letter = _MANY.get(unit, (1, _DESIGNATORS.get(unit, "D")))
    time = "T" if unit in ("second", "minute", "hour") else ""
    return f"P{time}{count * times:g}{letter}"


def read_length(scene: Scene, hit: Hit) -> Reading | None:
    """ "three years", "16-hour", "two to three weeks"; ages are no times."""
    if hit.word("long") == "old" or _is_age(scene, hit):
        return None
    bare = Reading(hit.first, hit.last, hit.rule, kind=TimeKind.DURATION)
    if hit.has("halved"):
        return replace(bare, length=_half(hit), grain=grain_of(hit, "halved"))
    unit = str(values("SUNIT", "PUNIT")[hit.word("unit")])
    grain = Grain.NIGHT if unit == "night" else grain_of(hit)
    if hit.has("few"):
        return replace(bare, why=TimeWhy.VAGUE, grain=grain)
    count = count_of(hit) if hit.has("n") else 1.0
    if count is None:
        return replace(bare, why=TimeWhy.VAGUE, grain=grain)
    if hit.has("half") or "half" in scene.words.lower[hit.parts.get("n", (0, 0))[1] : hit.last]:
        count += 0.5
    if _is_price(hit, count):
        return None
    return replace(bare, length=period_of(unit, count), grain=grain)


def _half(hit: Hit) -> str:
    unit = str(values("SUNIT")[hit.word("halved")])
    if unit == "hour":
        return "PT30M"
    if unit == "year":
        return "P6M"
    if unit in ("decade", "century"):
        return f"P{_MANY[unit][0] // 2}Y"
    return period_of(unit, 0.5)


def _is_age(scene: Scene, hit: Hit) -> bool:
    """ "44 years old", "of age"."""
    after = scene.words.lower[hit.last : hit.last + 2]
    return after[:1] == ("old",) or after[:2] in (("of", "age"), ("-", "old"))


def _is_price(hit: Hit, count: float) -> bool:
    """ "four flights a week", "$5 a day": how often, and no length."""
    if hit.said("n")[:1] not in (("a",), ("an",)) or hit.has("about") and hit.said("about"):
        return False
    before = hit.before()
    return before[:1].isdigit() or (
        before.isalpha() and before.endswith("s") and before not in _NO_NOUNS
    )


_NO_NOUNS = frozenset(
    ("as", "was", "is", "has", "takes", "lasts", "this", "his", "its", "plus", "less", "spends")
)


def read_span_of(scene: Scene, hit: Hit) -> Reading | None:
    """ "the last three years", "the first nine months"."""
    unit = str(values("SUNIT", "PUNIT")[hit.word("unit")])
    bare = Reading(hit.first, hit.last, hit.rule, kind=TimeKind.DURATION, grain=grain_of(hit))
    count = count_of(hit) if hit.has("n") else None
    if count is None:
        return replace(bare, why=TimeWhy.VAGUE)
    return replace(bare, length=period_of(unit, count))


def read_lately(scene: Scene, hit: Hit) -> Reading | None:
    """ "in recent years", "the coming months"."""
    words = hit.said("rel")
    first = hit.first + (words[0] == "in")
    forward = {"coming", "next"} & set(words)
    bare = Reading(first, hit.last, hit.rule, kind=TimeKind.DURATION, grain=grain_of(hit))
    if "first" in words:
        return replace(bare, why=TimeWhy.VAGUE)
    return replace(bare, why=TimeWhy.FUTURE if forward else TimeWhy.PAST)


def read_plural(scene: Scene, hit: Hit) -> Reading | None:
    """ "for years", "months of talks": a length that nobody counts."""
    first, last = hit.parts["unit"][0], hit.last
    if hit.parts["lead"][0] > first:
        last = hit.parts["lead"][0]
    elif hit.word("lead") in ("many", "the"):
        first = hit.first
    if hit.word("unit") in ("seconds", "nights", "quarters"):
        return None
    kind = TimeKind.DURATION
    return Reading(first, last, hit.rule, kind, grain=grain_of(hit), why=TimeWhy.VAGUE)


def read_sets(scene: Scene, hit: Hit) -> Reading | None:
    """ "every Thursday", "each year", "twice a week": the length that comes round."""
    bare = Reading(hit.first, hit.last, hit.rule, kind=TimeKind.SET)
    if hit.has("weekday"):
        return replace(bare, length="P1W", grain=Grain.DAY)
    word = hit.word("unit")
    if word in values("SUNIT", "PUNIT"):
        unit = str(values("SUNIT", "PUNIT")[word])
        if hit.has("times") and unit in ("second", "quarter"):
            return None
        other = 2 if {"other", "second"} & set(scene.words.lower[hit.first : hit.last - 1]) else 1
        count = count_of(hit) if hit.has("n") else other
        return replace(bare, length=period_of(unit, count or 1), grain=grain_of(hit))
    if word in values("WEEKDAY"):
        return replace(bare, length="P1W", grain=Grain.DAY)
    if word in values("PART"):
        return replace(bare, length="P1D", grain=Grain(values("PART")[word]))
    return replace(bare, length="P1Y", grain=None)


def read_often(scene: Scene, hit: Hit) -> Reading | None:
    """ "weekly", "annual"."""
    length = str(values("OFTEN")[hit.word("often")])
    return Reading(hit.first, hit.last, hit.rule, kind=TimeKind.SET, length=length)


def read_vague(scene: Scene, hit: Hit) -> Reading | None:
    """ "now", "recently", "at a later date"."""
    why = {"vague_past": TimeWhy.PAST, "vague_future": TimeWhy.FUTURE}.get(
        hit.rule, TimeWhy.PRESENT
    )
    return Reading(hit.first, hit.last, hit.rule, why=why)
