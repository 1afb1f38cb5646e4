"""Reading lengths of time, what returns, and what cannot be counted."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.units import count_of, grain_of, period_of, steps_from
from onrecord.relate.times.words import values


def read_length(scene: Scene, hit: Hit) -> Reading | None:
    """ "three years", "16-hour", "two to three weeks"; ages and prices are no times."""
    unit = str(values("SUNIT", "PUNIT")[hit.word("unit")])
    if "old" in hit.said("long") or _is_age(scene, hit) or _counts_no_time(scene, hit, unit):
        return None
    grain = Grain.NIGHT if unit == "night" else grain_of(hit)
    bare = Reading(hit.first, hit.last, hit.rule, kind=TimeKind.DURATION, grain=grain)
    count = _count(scene, hit)
    if count is None:
        return replace(bare, why=TimeWhy.VAGUE)
    if when := _counted_from_now(scene, hit, grain, count):
        return replace(bare, kind=TimeKind.DATE, grain=None, period=when)
    return replace(bare, length=period_of(unit, count))


def _count(scene: Scene, hit: Hit) -> float | None:
    """How many units; 1 for "day-long", None for "few"."""
    if hit.has("few"):
        return None
    count = count_of(hit) if hit.has("n") else 1.0
    after = scene.words.lower[hit.parts.get("n", (0, 0))[1] : hit.last]
    return count + 0.5 if count is not None and "half" in after else count


def _counted_from_now(scene: Scene, hit: Hit, grain: Grain | None, count: float) -> Period | None:
    """ "will be held in 10 days": the day; None for a length."""
    if hit.before() != "in" or grain in (None, Grain.MINUTE, Grain.HOUR):
        return None
    return steps_from(scene, hit, grain, count) if grain else None


def read_half_unit(scene: Scene, hit: Hit) -> Reading | None:
    """ "half an hour", "half a century"."""
    unit = str(values("SUNIT")[hit.word("unit")])
    known = {"hour": "PT30M", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
    length = known.get(unit) or period_of(unit, 0.5)
    return Reading(hit.first, hit.last, hit.rule, TimeKind.DURATION, None, length, grain_of(hit))


def read_long_vague(scene: Scene, hit: Hit) -> Reading | None:
    """ "decades-long"."""
    kind, why = TimeKind.DURATION, TimeWhy.VAGUE
    return Reading(hit.first, hit.last, hit.rule, kind, grain=grain_of(hit), why=why)


def _is_age(scene: Scene, hit: Hit) -> bool:
    """ "44 years old", "of age"."""
    after = scene.words.lower[hit.last : hit.last + 2]
    return after[:1] == ("old",) or after[:2] in (("of", "age"), ("-", "old"))


_MODALS = frozenset(("will", "would", "could", "might", "may", "to", "can"))


def _counts_no_time(scene: Scene, hit: Hit, unit: str) -> bool:
    """ "a second chance", "the 1988 quarter", "60 Minutes"."""
    words = hit.said("n")
    if _is_price(hit) or (words == ("one",) and unit == "day" and hit.before() in _MODALS):
        return True  # "will one day": some day
    if unit == "second" and hit.word("unit") == "second" and words[:1] in (("a",), ("an",)):
        return True
    if unit == "quarter" and words and len(words[0]) == 4 and words[0].isdigit():
        return True
    at = hit.parts["unit"][0]
    return bool(words) and words[0].isdigit() and scene.words.is_capital(at)


def _is_price(hit: Hit) -> bool:
    """ "four flights a week", "$5 a day": how often, and no length."""
    if hit.said("n")[:1] not in (("a",), ("an",)) or (hit.has("about") and hit.said("about")):
        return False
    before = hit.before()
    return (
        before[:1].isdigit()
        or before == "-"
        or (before.isalpha() and before.endswith("s") and before not in _NO_NOUNS)
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
    bare = Reading(hit.first, hit.last, hit.rule, kind=TimeKind.DURATION, grain=grain_of(hit))
    if "first" in words:
        return replace(bare, why=TimeWhy.VAGUE)
    if words[0] in ("coming", "past"):
        why = TimeWhy.FUTURE if words[0] == "coming" else TimeWhy.PAST
        return replace(bare, kind=TimeKind.DATE, why=why)
    return replace(bare, why=TimeWhy.FUTURE if {"coming", "next"} & set(words) else TimeWhy.PAST)


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
