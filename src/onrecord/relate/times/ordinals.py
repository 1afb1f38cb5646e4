"""Reading days by a number that leans on another: "Sept. 24-27", "on the 26th"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onrecord.domain.time import Grain
from onrecord.relate.times import calendar
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.dates import dated, day_number, is_month, year_of
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.nearest import nearest
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.words import values


def read_day_range(scene: Scene, hit: Hit) -> Reading | None:
    """ "Sept. 24-27": a range; backwards it has no value."""
    month = values("MONTH", "MAB")[hit.word("month")]
    first, last = day_number(hit.word("day")), day_number(hit.word("to"))
    if first is None or last is None or not is_month(scene, hit):
        return None
    if (
        not hit.has("year")
        and "and" in scene.words.lower[hit.first : hit.last]
        and last - first != 1
    ):
        return None
    year = year_of(scene, hit)
    start, end = (dated(scene, hit, year, month, number) for number in (first, last))
    if start.period is None or end.period is None:
        return start if start.period is None else end
    if end.period.first < start.period.first:
        return replace(start, period=None, why=TimeWhy.BACKWARDS)
    period = Period(Grain.RANGE, start.period.first, end.period.first)
    return replace(start, period=period)


def read_day_alone(scene: Scene, hit: Hit) -> Reading | None:
    """ "on the 26th": of the month that is closest by the tense."""
    number = day_number(hit.word("day"))
    if number is None or hit.after().isalpha():
        return None
    bare = Reading(hit.parts["day"][0] - 1, hit.last, hit.rule, year_inferred=True)
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    around = (scene.published + timedelta(days) for days in range(-45, 46))
    when = nearest(scene, hit, [day for day in around if day.day == number])
    return replace(bare, period=calendar.day(when)) if when else None


def read_week_of(scene: Scene, hit: Hit) -> Reading | None:
    """ "the week of March 6"."""
    month, number = values("MONTH", "MAB")[hit.word("month")], day_number(hit.word("day"))
    if number is None or not is_month(scene, hit):
        return None
    reading = dated(scene, hit, None, month, number)
    if reading.period is None:
        return reading
    return replace(reading, period=calendar.around(reading.period.first, Grain.WEEK))


def read_weekday_numbered(scene: Scene, hit: Hit) -> Reading | None:
    """ "Thursday the 26th": the closest such day."""
    published, number = scene.published, day_number(hit.word("day"))
    if number is None:
        return None
    if published is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.NO_PUBLICATION_DATE)
    weekday = values("WEEKDAY", "WDAB")[hit.word("weekday")]
    around = (published + timedelta(days) for days in range(-190, 191))
    days = [day for day in around if (day.day, day.weekday()) == (number, weekday)]
    when = nearest(scene, hit, days)
    if when is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.WEEKDAY)
    return Reading(hit.first, hit.last, hit.rule, period=calendar.day(when))
