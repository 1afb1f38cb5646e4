"""Reading a unit by where it stands to now or to a time before it: "last month", "that year"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times import calendar
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.units import (
    CLOCKED,
    coarser,
    grain_of,
    period_of,
)
from onrecord.relate.times.verbs import Direction

_NEXT = frozenset(("next", "coming", "following", "ensuing"))
_LAST = frozenset(("last", "past", "previous", "prior", "preceding"))
_FROM_ANCHOR = frozenset(("the", "that", "same", "very"))


def read_rel_unit(scene: Scene, hit: Hit) -> Reading | None:
    """ "last month", "later this week", "the next day", "that year"."""
    grain = grain_of(hit)
    if grain is None or hit.word("unit") in CLOCKED:
        return None
    rel = set(hit.said("rel"))
    bare = Reading(hit.first, hit.last, hit.rule)
    if rel & {"latest", "same"} and grain is Grain.QUARTER:
        anchor = scene.quarter(hit.first)
        return replace(bare, period=anchor) if anchor else None
    if rel & _FROM_ANCHOR and not rel & {"past", "coming", "current", "last"}:
        return _from_anchor(scene, bare, hit, grain, rel)
    if grain is Grain.DAY and rel & {"last", "past", "next", "following", "previous"}:
        return _from_anchor(scene, bare, hit, grain, rel)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    if "the" in rel and rel & {"past", "last"} and grain is not Grain.WEEKEND:
        return replace(bare, kind=TimeKind.DURATION, length=period_of(grain.value, 1), grain=grain)
    period = _beside(scene, hit, scene.published, grain, rel)
    return replace(bare, period=_part_of(hit, period, scene.published))


def _beside(scene: Scene, hit: Hit, published: date, grain: Grain, rel: Collection[str]) -> Period:
    """The unit before, of or after the publication day."""
    step = 1 if _NEXT & set(rel) else -1 if _LAST & set(rel) else 0
    if grain is Grain.WEEKEND and not step:
        return weekend(scene, hit, published)
    if grain is Grain.WEEKEND and published.weekday() >= 5 and step:
        return calendar.shift(published, grain, step)
    return calendar.shift(published, grain, 0 if grain is Grain.WEEKEND and step > 0 else step)


def weekend(scene: Scene, hit: Hit, published: date) -> Period:
    """ "the weekend": the one before publication, or the one ahead where the tense looks there."""
    this = calendar.around(published, Grain.WEEKEND)
    if published.weekday() >= 5 or scene.direction(hit.first, hit.last) is Direction.FORWARD:
        return this
    if "this" in hit.said("rel") and published.weekday() >= 3:
        return this
    return calendar.shift(published, Grain.WEEKEND, -1)


def _part_of(hit: Hit, period: Period, published: date) -> Period:
    """ "earlier this week": its days before publication; "later this week": those after."""
    near = hit.word("near") or hit.word("edge")
    if period.grain is not Grain.WEEK or near not in ("earlier", "later"):
        return period
    if near == "earlier":
        last = max(published - timedelta(1), period.first)
        return Period(Grain.RANGE, period.first, last)
    return Period(Grain.RANGE, min(published + timedelta(1), period.last), period.last)


def _from_anchor(
    scene: Scene, bare: Reading, hit: Hit, grain: Grain, rel: Collection[str]
) -> Reading:
    """ "the next day", "that year": counted from the days last named."""
    step = 1 if _NEXT & set(rel) else -1 if _LAST & set(rel) else 0
    anchor = scene.anchor(hit.first)
    if anchor is None and grain is Grain.YEAR and "previous" in rel and scene.published:
        anchor = calendar.year(scene.published.year)
    if anchor is None or coarser(anchor.grain, grain):
        return replace(bare, why=TimeWhy.NO_ANCHOR, grain=grain)
    last = anchor.last if step > 0 and grain is Grain.DAY else anchor.first
    return replace(bare, period=calendar.shift(last, grain, step))


def read_year_period(scene: Scene, hit: Hit) -> Reading | None:
    """ "the 1988 quarter": the quarter spoken of, in that year."""
    anchor = scene.quarter(hit.first)
    year = int(hit.word("year"))
    if anchor is None:
        return None
    period = calendar.quarter(year, (anchor.first.month + 2) // 3)
    return Reading(hit.first, hit.last, hit.rule, period=period)


def read_year_end(scene: Scene, hit: Hit) -> Reading | None:
    """ "year-end": the last day of the year, of the month."""
    grain = grain_of(hit)
    if scene.published is None or grain in (None, Grain.DAY, Grain.WEEKEND):
        return None
    assert grain is not None
    this = calendar.around(scene.published, grain)
    return Reading(hit.first, hit.last, hit.rule, period=calendar.day(this.last))


def read_bare_unit(scene: Scene, hit: Hit) -> Reading | None:
    """ "the weekend", "the quarter"."""
    grain, unit = grain_of(hit), hit.word("unit")
    bare = Reading(hit.first, hit.last, hit.rule)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    if unit == "weekend":
        return replace(bare, period=weekend(scene, hit, scene.published))
    if unit == "quarter":
        anchor = scene.quarter(hit.first)
        return replace(bare, period=anchor) if anchor else None
    if unit == "year" and hit.after() in ("ended", "ending", "to"):
        return replace(bare, kind=TimeKind.DURATION, length="P1Y", grain=Grain.YEAR)
    if grain is None or hit.word("rel") != "the":
        return None
    return replace(bare, period=calendar.around(scene.published, grain))
