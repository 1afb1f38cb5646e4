"""Reading a unit by where it stands to another: "last month", "two years ago", "the next day"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate import time_calendar as calendar
from onrecord.relate.time_calendar import Period
from onrecord.relate.time_grammar import Hit
from onrecord.relate.time_reading import Reading, TimeWhy
from onrecord.relate.time_scene import Scene
from onrecord.relate.time_tense import Direction
from onrecord.relate.time_words import number, values

_CLOCKED = ("second", "minute", "hour")
_NEXT = frozenset(("next", "coming", "following", "ensuing"))
_LAST = frozenset(("last", "past", "previous", "prior", "preceding"))
_FROM_ANCHOR = frozenset(("the", "that", "same", "very"))


def grain_of(hit: Hit, name: str = "unit") -> Grain | None:
    """The grain that a unit of the form names; None for a second, which is finer than any."""
    unit = values("SUNIT", "PUNIT")[hit.word(name)]
    if unit == "fortnight":
        return Grain.WEEK
    return None if unit == "second" else Grain(unit)


def read_rel_unit(scene: Scene, hit: Hit) -> Reading | None:
    """ "last month", "later this week", "the next day", "that year"."""
    grain = grain_of(hit)
    if grain is None or hit.word("unit") in _CLOCKED:
        return None
    rel = set(hit.said("rel"))
    bare = Reading(hit.first, hit.last, hit.rule)
    if rel & {"latest", "same"} and grain is Grain.QUARTER:
        anchor = scene.quarter()
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


_ORDER = [Grain.DAY, Grain.WEEKEND, Grain.RANGE, Grain.WEEK, Grain.MONTH, Grain.QUARTER]
_ORDER += [Grain.SEASON, Grain.YEAR, Grain.DECADE, Grain.CENTURY]
_DESIGNATORS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W"}
_DESIGNATORS |= {"month": "M", "quarter": "Q", "year": "Y", "weekend": "W"}
_MANY = {"fortnight": (2, "W"), "decade": (10, "Y"), "century": (100, "Y"), "quarter": (3, "M")}


def period_of(unit: str, count: float) -> str:
    """An ISO 8601 duration: ("week", 2) "P2W"; a decade is ten years."""
    times, letter = _MANY.get(unit, (1, _DESIGNATORS.get(unit, "D")))
    time = "T" if unit in ("second", "minute", "hour") else ""
    return f"P{time}{count * times:g}{letter}"


def coarser(one: Grain, other: Grain) -> bool:
    """Whether ``one`` is too coarse to count units of ``other`` from."""
    return _ORDER.index(one) > _ORDER.index(other)


def read_ago(scene: Scene, hit: Hit) -> Reading | None:
    """ "two years ago": the year; "three days ago": the day; "years ago" has no value."""
    bare = Reading(hit.first, hit.last, hit.rule)
    if hit.has("long"):
        return replace(bare, why=TimeWhy.PAST)
    grain, count = grain_of(hit), count_of(hit)
    if grain is None or hit.word("unit").rstrip("s") in _CLOCKED:
        return replace(bare, kind=TimeKind.TIME, why=TimeWhy.PAST, grain=grain)
    if count is None:
        return replace(bare, why=TimeWhy.PAST, grain=grain)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    if count == 1 and grain is Grain.YEAR and (compared := _compared(scene, hit)):
        return replace(bare, period=compared)
    return replace(bare, period=_steps(scene.published, grain, -count, hit))


def count_of(hit: Hit) -> float | None:
    """How many: a number, or 1 for "a"; None for "few" and for none at all."""
    words = tuple(word for word in hit.said("n") if word not in ("-", "–", "and"))
    return number(words) if words else None


def _steps(start: date, grain: Grain, count: float, hit: Hit) -> Period:
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
    return _steps(scene.published, grain, count, hit)


def _compared(scene: Scene, hit: Hit) -> Period | None:
    """ "a year ago" beside a quarter: the same quarter of the year before."""
    anchor = scene.quarter()
    return calendar.shift_period(anchor, Grain.YEAR, -1) if anchor else None


def read_year_period(scene: Scene, hit: Hit) -> Reading | None:
    """ "the 1988 quarter": the quarter spoken of, in that year."""
    anchor = scene.quarter()
    year = int(hit.word("year"))
    if anchor is None:
        return None
    period = calendar.quarter(year, (anchor.first.month + 2) // 3)
    return Reading(hit.first, hit.last, hit.rule, period=period)


def read_ago_adjective(scene: Scene, hit: Hit) -> Reading | None:
    """ "the year-ago quarter", "a year-earlier loss"."""
    first = hit.first
    if not hit.has("which") and hit.word("rel") in ("a", "the", "its"):
        first += 1
    bare = Reading(first, hit.last, hit.rule)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    count = int(count_of(hit) or 1)
    period = _compared(scene, hit) or calendar.shift(scene.published, Grain.YEAR, -count)
    return replace(bare, period=period)


def read_hence(scene: Scene, hit: Hit) -> Reading | None:
    """ "two weeks from now"."""
    bare = Reading(hit.first, hit.last, hit.rule)
    grain, count = grain_of(hit), count_of(hit)
    if grain is None or count is None or hit.word("unit").rstrip("s") in _CLOCKED:
        return replace(bare, why=TimeWhy.FUTURE, grain=grain)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    return replace(bare, period=_steps(scene.published, grain, count, hit))


def read_shifted(scene: Scene, hit: Hit) -> Reading | None:
    """ "two days later", "the day before", "hours after": from the days last named, or unknown."""
    way = hit.word("way")
    if way == "on" and (count_of(hit) is None or hit.after() not in (",", ".", ";", "")):
        return None
    grain, count = grain_of(hit), count_of(hit)
    of_event = way in ("before", "after", "prior") and _goes_on(hit)
    last = hit.last - 1 if of_event and count is not None else hit.last
    bare = Reading(hit.first, last, hit.rule)
    clocked = hit.word("unit").rstrip("s") in _CLOCKED
    if grain is None or (count is None and (of_event or clocked) and not hit.has("the")):
        return replace(bare, why=TimeWhy.VAGUE, grain=grain, kind=TimeKind.DURATION)
    if (of_event or clocked) and count is not None:
        length = period_of(grain.value, count)
        return replace(bare, kind=TimeKind.DURATION, length=length, grain=grain)
    if hit.has("the"):
        count = 1
    sign = -1 if way in ("earlier", "before", "beforehand", "prior", "previously") else 1
    anchor = scene.anchor(hit.first)
    if (
        way == "earlier"
        and count == 1
        and grain is Grain.YEAR
        and (compared := _compared(scene, hit))
    ):
        return replace(bare, period=compared)
    if anchor is None and sign < 0 and count == 1 and grain is Grain.YEAR and scene.published:
        anchor = calendar.day(scene.published)
    if count is None or anchor is None:
        return replace(bare, why=TimeWhy.VAGUE if count is None else TimeWhy.NO_ANCHOR, grain=grain)
    if coarser(anchor.grain, grain):
        return replace(bare, why=TimeWhy.NO_ANCHOR, grain=grain)
    if anchor.grain is Grain.QUARTER:
        return replace(bare, period=calendar.shift_period(anchor, grain, sign * int(count)))
    return replace(bare, period=_steps(anchor.first, grain, sign * count, hit))


def _goes_on(hit: Hit) -> bool:
    """Whether what follows says before or after what."""
    return hit.after() not in (",", ".", ";", ":", "", "!", "?", "and", "but", ")", '"', "”")


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
        anchor = scene.quarter()
        return replace(bare, period=anchor) if anchor else None
    if unit == "year" and hit.after() in ("ended", "ending", "to"):
        return replace(bare, kind=TimeKind.DURATION, length="P1Y", grain=Grain.YEAR)
    if grain is None or hit.word("rel") != "the":
        return None
    return replace(bare, period=calendar.around(scene.published, grain))
