"""Reading lengths of time, what returns, and what cannot be counted."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.time_grammar import Hit
from onrecord.relate.time_reading import Reading, TimeWhy
from onrecord.relate.time_scene import Scene
from onrecord.relate.time_units import count_of, grain_of, period_of, steps_from
from onrecord.relate.time_words import values

_MANY = {"decade": 5, "century": 50}


def read_length(scene: Scene, hit: Hit) -> Reading | None:
    """ "three years", "16-hour", "two to three weeks"; ages are no times."""
    if "old" in hit.said("long") or _is_age(scene, hit):
        return None
    bare = Reading(hit.first, hit.last, hit.rule, kind=TimeKind.DURATION)
    if hit.has("halved"):
        return replace(bare, length=_half(hit), grain=grain_of(hit, "halved"))
    if hit.has("vague"):
        return replace(bare, why=TimeWhy.VAGUE, grain=grain_of(hit, "vague"))
    unit = str(values("SUNIT", "PUNIT")[hit.word("unit")])
    if _counts_no_time(scene, hit, unit):
        return None
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
    if hit.before() == "in" and grain and grain not in (Grain.MINUTE, Grain.HOUR):
        if (when := steps_from(scene, hit, grain, count)) is not None:
            return replace(bare, kind=TimeKind.DATE, period=when)
    return replace(bare, length=period_of(unit, count), grain=grain)


def _half(hit: Hit) -> str:
    unit = str(values("SUNIT")[hit.word("halved")])
    if unit == "hour":
        return "PT30M"
    if unit == "year":
        return "P6M"
    if unit in ("decade", "century"):
        return f"P{_MANY[unit]}Y"
    return period_of(unit, 0.5)


def _is_age(scene: Scene, hit: Hit) -> bool:
    """ "44 years old", "of age"."""
    after = scene.words.lower[hit.last : hit.last + 2]
    return after[:1] == ("old",) or after[:2] in (("of", "age"), ("-", "old"))


_MODALS = frozenset(("will", "would", "could", "might", "may", "to", "can"))


def _counts_no_time(scene: Scene, hit: Hit, unit: str) -> bool:
    """ "a second chance", "the 1988 quarter", "60 Minutes"."""
    words = hit.said("n")
    if hit.said("n") == ("one",) and unit == "day" and hit.before() in _MODALS:
        return True  # "will one day": some day
    if unit == "second" and hit.word("unit") == "second" and words[:1] in (("a",), ("an",)):
        return True
    if unit == "quarter" and words and len(words[0]) == 4 and words[0].isdigit():
        return True
    at = hit.parts["unit"][0]
    return bool(words) and words[0].isdigit() and scene.words.is_capital(at)


def _is_price(hit: Hit, count: float) -> bool:
    """ "four flights a week", "$5 a day": how often, and no length."""
    if hit.said("n")[:1] not in (("a",), ("an",)) or (hit.has("about") and hit.said("about")):
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
    around = (hit.before(), hit.after())
    if hit.said("word") == ("soon",) and (
        around[0] == "as" or around[1] in ("after", "as", "before")
    ):
        return None
    return Reading(hit.first, hit.last, hit.rule, why=why)
