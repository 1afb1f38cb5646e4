"""Reading times so far from another: "two years ago", "three days later", "the day before"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times import calendar
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.units import (
    CLOCKED,
    coarser,
    count_of,
    grain_of,
    period_of,
    steps,
)


def read_ago(scene: Scene, hit: Hit) -> Reading | None:
    """ "two years ago": the year; "three days ago": the day; "years ago" has no value."""
    bare = Reading(hit.first, hit.last, hit.rule)
    if hit.has("long"):
        return replace(bare, why=TimeWhy.PAST)
    grain, count = grain_of(hit), count_of(hit)
    if grain is None or hit.word("unit").rstrip("s") in CLOCKED:
        return replace(bare, kind=TimeKind.TIME, why=TimeWhy.PAST, grain=grain)
    if count is None:
        return replace(bare, why=TimeWhy.PAST, grain=grain)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    if count == 1 and grain is Grain.YEAR and (quarter := compared_quarter(scene, hit)):
        return replace(bare, period=quarter)
    return replace(bare, period=steps(scene.published, grain, -count, hit))


def compared_quarter(scene: Scene, hit: Hit) -> Period | None:
    """ "a year ago" beside a quarter: the same quarter of the year before."""
    anchor = scene.quarter(hit.first)
    return calendar.shift_period(anchor, Grain.YEAR, -1) if anchor else None


def read_ago_adjective(scene: Scene, hit: Hit) -> Reading | None:
    """ "the year-ago quarter", "a year-earlier loss"."""
    first = hit.first
    if not hit.has("which") and hit.word("rel") in ("a", "the", "its"):
        first += 1
    bare = Reading(first, hit.last, hit.rule)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    count = int(count_of(hit) or 1)
    period = compared_quarter(scene, hit) or calendar.shift(scene.published, Grain.YEAR, -count)
    return replace(bare, period=period)


def read_hence(scene: Scene, hit: Hit) -> Reading | None:
    """ "two weeks from now"."""
    bare = Reading(hit.first, hit.last, hit.rule)
    grain, count = grain_of(hit), count_of(hit)
    if grain is None or count is None or hit.word("unit").rstrip("s") in CLOCKED:
        return replace(bare, why=TimeWhy.FUTURE, grain=grain)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    return replace(bare, period=steps(scene.published, grain, count, hit))


def read_shifted(scene: Scene, hit: Hit) -> Reading | None:
    """ "two days later", "the day before", "hours after": from the days last named, or unknown."""
    way = hit.word("way")
    if way == "on" and (count_of(hit) is None or hit.after() not in (",", ".", ";", "")):
        return None
    grain = grain_of(hit)
    count = 1.0 if hit.has("the") else count_of(hit)
    of_event = way in ("before", "after", "prior") and _goes_on(hit)
    bare = Reading(hit.first, hit.last, hit.rule, grain=grain)
    if of_event and hit.has("the"):
        return replace(bare, why=TimeWhy.NO_ANCHOR)  # "the day after his death"
    if grain is None or of_event or hit.word("unit").rstrip("s") in CLOCKED:
        return _as_length(bare, count, of_event)
    return _from_anchor(scene, hit, bare, grain, count)


def _as_length(bare: Reading, count: float | None, of_event: bool) -> Reading:
    """ "two days" before something that is not told by its day: how long, and not when."""
    bare = replace(bare, kind=TimeKind.DURATION)
    if count is None or bare.grain is None:
        return replace(bare, why=TimeWhy.VAGUE)
    return replace(bare, last=bare.last - of_event, length=period_of(bare.grain.value, count))


def _from_anchor(
    scene: Scene, hit: Hit, bare: Reading, grain: Grain, count: float | None
) -> Reading:
    if count is None:
        return replace(bare, why=TimeWhy.VAGUE)
    sign = -1 if hit.word("way") in _BEFORE else 1
    anchor = scene.anchor(hit.first)
    if hit.word("way") == "earlier" and count == 1 and grain is Grain.YEAR:
        if quarter := compared_quarter(scene, hit):
            return replace(bare, grain=None, period=quarter)
        anchor = anchor or (calendar.day(scene.published) if scene.published else None)
    if anchor is None or coarser(anchor.grain, grain):
        return replace(bare, why=TimeWhy.NO_ANCHOR)
    if anchor.grain is Grain.QUARTER:
        period = calendar.shift_period(anchor, grain, sign * int(count))
    else:
        period = steps(anchor.first, grain, sign * count, hit)
    return replace(bare, grain=None, period=period)


_BEFORE = ("earlier", "before", "beforehand", "prior", "previously")


def _goes_on(hit: Hit) -> bool:
    """Whether what follows says before or after what."""
    return hit.after() not in (",", ".", ";", ":", "", "!", "?", "and", "but", ")", '"', "”")
