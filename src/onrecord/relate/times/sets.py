"""Reading what returns, and what points somewhere and cannot be counted."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.units import count_of, grain_of, period_of
from onrecord.relate.times.words import values


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
    if scene.words.is_capital(hit.first) and hit.before() not in (".", ""):
        return None  # "Nightly News"
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
