"""Reading days by their name: "Thursday", "last Friday night", "yesterday", "tonight"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times import calendar
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.parts import part_of_day
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.tense import direction_before, is_fixed
from onrecord.relate.times.units import grain_of
from onrecord.relate.times.verbs import Direction
from onrecord.relate.times.words import values

_POSSESSIVE = ("'s", "’s")
_MIDWEEK = 3  # days back to which "Monday's debate" is the one past, whatever the verb
_TO_ANCHOR = ("that", "same", "previous", "following")


def read_weekday(scene: Scene, hit: Hit) -> Reading | None:
    """A weekday: the last such day, or the next where the words or the tense look forward."""
    weekday = values("WEEKDAY")[hit.word("weekday")]
    bare = part_of_day(Reading(hit.first, hit.last, hit.rule), hit)
    rel = hit.said("rel")
    if set(rel) & set(_TO_ANCHOR):
        return _by_anchor(scene, bare, hit, weekday)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    when = _weekday_meant(scene, hit, scene.published, weekday)
    return replace(bare, period=calendar.day(when))


def _weekday_meant(scene: Scene, hit: Hit, published: date, weekday: int) -> date:
    back = (published.weekday() - weekday) % 7
    rel = hit.said("rel")
    if "next" in rel and "the" not in rel:
        return calendar.shift(published, Grain.WEEK, 1).first + timedelta(weekday)
    if "coming" in rel:
        return published + timedelta(7 - back)
    if "last" in rel or "past" in rel:
        return published - timedelta(back or 7)
    if not back:
        return published
    if hit.after() in _POSSESSIVE and is_fixed(scene.words, hit.last):
        ahead = back > _MIDWEEK and not (back == _MIDWEEK + 1 and _looks_back(scene, hit))
        return published + timedelta(7 - back if ahead else -back)
    if scene.direction(hit.first, hit.last) is Direction.FORWARD:
        return published + timedelta(7 - back)
    return published - timedelta(back)


def _looks_back(scene: Scene, hit: Hit) -> bool:
    return direction_before(scene.words, hit.first) is Direction.BACK


def _by_anchor(scene: Scene, bare: Reading, hit: Hit, weekday: int) -> Reading:
    """ "that Thursday", "the following Monday": by the day last named."""
    anchor = scene.anchor(hit.first, Grain.DAY)
    rel = hit.said("rel")
    if anchor is None and "previous" in rel and scene.published:
        anchor = calendar.day(scene.published)
    if anchor is None:
        return replace(bare, why=TimeWhy.NO_ANCHOR)
    back = (anchor.first.weekday() - weekday) % 7
    if "previous" in rel:
        when = anchor.first - timedelta(back or 7)
    elif "following" in rel:
        when = anchor.first + timedelta(7 - back)
    else:
        when = anchor.first - timedelta(back)
    return replace(bare, period=calendar.day(when))


def read_weekday_of_week(scene: Scene, hit: Hit) -> Reading | None:
    """ "Tuesday of last week"."""
    bare = part_of_day(Reading(hit.first, hit.last, hit.rule), hit)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    step = {"last": -1, "this": 0, "next": 1}[hit.word("rel")]
    week = calendar.shift(scene.published, Grain.WEEK, step)
    day = week.first + timedelta(values("WEEKDAY")[hit.word("weekday")])
    return replace(bare, period=calendar.day(day))


def read_weekday_week(scene: Scene, hit: Hit) -> Reading | None:
    """ "a week on Tuesday", "Tuesday week", "Thursday last"."""
    bare = Reading(hit.first, hit.last, hit.rule)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    words = scene.words.lower[hit.first : hit.last]
    weekday = values("WEEKDAY")[hit.word("weekday")]
    back = (scene.published.weekday() - weekday) % 7
    if "ago" in words:
        days = -back - 7
    elif "last" in words:
        days = -(back or 7)
    elif "next" in words:
        days = 7 - back
    else:
        days = 14 - back
    return replace(bare, period=calendar.day(scene.published + timedelta(days)))


def read_before_last(scene: Scene, hit: Hit) -> Reading | None:
    """ "the Sunday before last", "the week after next"."""
    bare = Reading(hit.first, hit.last, hit.rule)
    if hit.after() in values("WEEKDAY", "SUNIT", "MONTH", "MAB", "PART"):
        return None
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    sign = -1 if "before" in hit.said("way") else 1
    weekday = values("WEEKDAY").get(hit.word("unit"))
    if weekday is None:
        grain = grain_of(hit)
        return (
            replace(bare, period=calendar.shift(scene.published, grain, 2 * sign))
            if grain
            else None
        )
    back = (scene.published.weekday() - weekday) % 7 or 7
    days = -back - 7 if sign < 0 else 14 - back % 7
    return replace(bare, period=calendar.day(scene.published + timedelta(days)))


def read_weekday_short(scene: Scene, hit: Hit) -> Reading | None:
    """ "Thurs." alone: only with a capital."""
    if not scene.words.is_capital(hit.first) or hit.word("weekday") in ("sat", "sun", "wed"):
        return None
    bare = Reading(hit.first, hit.last, hit.rule)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    weekday = values("WDAB")[hit.word("weekday")]
    return replace(bare, period=calendar.day(_weekday_meant(scene, hit, scene.published, weekday)))


def read_day_name(scene: Scene, hit: Hit) -> Reading | None:
    """ "yesterday", "tomorrow night", "the day before yesterday"."""
    words = hit.said("name")
    steps = {"yesterday": -2, "tomorrow": 2} if "day" in words else values("DAYNAME")
    bare = part_of_day(Reading(hit.first, hit.last, hit.rule), hit)
    if words[0] in ("tonight", "overnight"):
        bare = replace(bare, kind=TimeKind.TIME, grain=Grain.NIGHT)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    when = scene.published + timedelta(steps[words[-1]])
    return replace(bare, period=calendar.day(when))


def read_part_of_day(scene: Scene, hit: Hit) -> Reading | None:
    """ "in the morning", of a day named in this sentence or the one before."""
    anchor = scene.last_read(hit.first, Grain.DAY, near=1)
    if anchor is None:
        return None
    first = hit.parts["lead"][1]
    bare = Reading(first, hit.last, hit.rule, period=anchor.period)
    return part_of_day(bare, hit)


def read_last_night(scene: Scene, hit: Hit) -> Reading | None:
    """ "last night", "this morning", "that evening", "the following morning"."""
    bare = part_of_day(Reading(hit.first, hit.last, hit.rule), hit)
    rel = hit.said("rel")
    if rel[0] in ("last", "this"):
        if scene.published is None:
            return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
        when = scene.published - timedelta(rel[0] == "last")
        return replace(bare, period=calendar.day(when))
    anchor = scene.anchor(hit.first, Grain.DAY)
    if anchor is None:
        return replace(bare, why=TimeWhy.NO_ANCHOR)
    step = {"previous": -1, "following": 1, "next": 1}.get(rel[-1], 0)
    return replace(bare, period=calendar.day(anchor.first + timedelta(step)))
