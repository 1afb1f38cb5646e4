"""Reading days written by number or by name: "Sept. 11", "26/09/2024", "Thanksgiving"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from onrecord.domain.time import Grain
from onrecord.relate import time_calendar as calendar
from onrecord.relate.time_calendar import Period
from onrecord.relate.time_grammar import Hit
from onrecord.relate.time_parts import part_of_day
from onrecord.relate.time_reading import Reading, TimeWhy
from onrecord.relate.time_scene import Scene
from onrecord.relate.time_tense import Direction, opens
from onrecord.relate.time_words import values
from onrecord.resources import word_list

_DATING = (Grain.DAY, Grain.MONTH, Grain.YEAR)  # grains that set a story in a year
_SURE = 25  # days from publication within which the nearest such day is meant
FAR = 3  # how many times as far back a day without a year may lie as the next one ahead


def full_year(two: str, published: date | None) -> int | None:
    """Four digits for two: the one from 80 years before publication to 20 after; None without."""
    if published is None:
        return None
    century = published.year // 100 * 100
    guesses = (century - 100 + int(two), century + int(two), century + 100 + int(two))
    return next(year for year in guesses if published.year - 80 < year <= published.year + 20)


def read_iso(scene: Scene, hit: Hit) -> Reading | None:
    """2024-09-26, 2024/09/26."""
    return _numbered(hit, int(hit.word("year")), int(hit.word("month")), int(hit.word("day")))


def read_slashed(scene: Scene, hit: Hit) -> Reading | None:
    """26/09/2024, 9/26/24: which is the month, the outlet's country or the numbers say."""
    if scene.words.lower[hit.first + 1] != scene.words.lower[hit.last - 2]:
        return None
    a, b = int(hit.word("a")), int(hit.word("b"))
    return _in_order(scene, hit, a, b, hit.word("year"))


def read_dotted(scene: Scene, hit: Hit) -> Reading | None:
    """26.09.2024: the day is always first."""
    a, b, year = hit.word("date").split(".")
    return _in_order(replace_order(scene), hit, int(a), int(b), year)


def replace_order(scene: Scene) -> Scene:
    """``scene`` with the day before the month."""
    return replace(scene, day_first=True)


def _in_order(scene: Scene, hit: Hit, a: int, b: int, year: str) -> Reading | None:
    number = int(year) if len(year) == 4 else full_year(year, scene.published)
    if number is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.NO_PUBLICATION_DATE)
    day, month = (a, b) if scene.day_first else (b, a)
    if month > 12 >= day:
        day, month = month, day
    return _numbered(hit, number, month, day)


def _numbered(hit: Hit, year: int, month: int, day: int) -> Reading:
    try:
        period = calendar.day(date(year, month, day))
    except ValueError:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.IMPOSSIBLE)
    return Reading(hit.first, hit.last, hit.rule, period=period)


def read_written(scene: Scene, hit: Hit) -> Reading | None:
    """ "Thursday, Sept. 26, 2024", "26 September"."""
    month = values("MONTH", "MAB")[hit.word("month")]
    day = day_number(hit.word("day"))
    if day is None or not is_month(scene, hit):
        return None
    if (reading := known_by_date(scene, hit, month, day)) is not None:
        return reading
    year = year_of(scene, hit)
    reading = _dated(scene, hit, year, month, day)
    if hit.has("weekday") and reading.period:
        weekday = values("WEEKDAY", "WDAB")[hit.word("weekday")]
        if reading.period.first.weekday() != weekday:
            reading = replace(reading, period=None, why=TimeWhy.WEEKDAY)
    return part_of_day(reading, hit)


def day_number(word: str) -> int | None:
    """ "26", "26th", "fourth"."""
    figures = word.rstrip("stndrh")
    number = int(figures) if figures.isdigit() else values("ORDW").get(word)
    return number if number and number <= 31 else None


def is_month(scene: Scene, hit: Hit) -> bool:
    """Months are capitalised; "may" and "march" are words."""
    return scene.words.is_capital(hit.parts["month"][0])


def year_of(scene: Scene, hit: Hit) -> int | None:
    """The year that the words name; None where they name none (or none that can be told)."""
    if hit.has("year"):
        return int(hit.word("year"))
    if hit.has("yy"):
        return full_year(hit.word("yy"), scene.published)
    if hit.has("rel") and scene.published:
        return scene.published.year + {"last": -1, "this": 0, "next": 1}[hit.word("rel")]
    return None


def _dated(scene: Scene, hit: Hit, year: int | None, month: int, day: int) -> Reading:
    """The day, in the year that is named or in the one that the sentence looks to."""
    if day > calendar.month(2000, month).last.day:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.IMPOSSIBLE)
    if year is not None:
        return _numbered(hit, year, month, day)
    if (told := year_told(scene, hit)) is not None:
        return replace(_numbered(hit, told, month, day), year_inferred=True)
    if scene.published is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.NO_PUBLICATION_DATE)
    days = _each_year(scene.published, month, day)
    if hit.has("side"):
        days = on_side(hit.word("side"), days, scene.published)
    when = nearest(scene, hit, days)
    if when is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.IMPOSSIBLE)
    return Reading(hit.first, hit.last, hit.rule, period=calendar.day(when), year_inferred=True)


def on_side(side: str, days: list[date], published: date) -> list[date]:
    """ "last Oct. 23": the last one before publication."""
    if side == "next":
        return [day for day in days if day > published][:1]
    return [day for day in days if day < published][-1:] if side == "last" else days


def year_told(scene: Scene, hit: Hit) -> int | None:
    """The year that the story is in: "In 1848 he fled. On 26 February …"; None for none.

    Both times must open their sentences and the tense look back: a year named in passing is not
    the story's.
    """
    anchor = scene.last_read(hit.first)
    if anchor is None or anchor.period is None or anchor.period.grain not in _DATING:
        return None
    year = anchor.period.first.year
    if scene.published and abs(scene.published.year - year) < 2:
        return None
    same = scene.words.sentence[anchor.first] == scene.words.sentence[hit.first]
    told = same or (opens(scene.words, anchor.first) and opens(scene.words, hit.first))
    return year if told and scene.direction(hit.first, hit.last) is Direction.BACK else None


def _each_year(published: date, month: int, day: int) -> list[date]:
    """That day of last year, this year and next year, where it is one."""
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def nearest(scene: Scene, hit: Hit, days: list[date]) -> date | None:
    """The day meant: the one that the tense looks to, unless another is very much closer."""
    published = scene.published
    if not days or published is None:
        return None
    closest = min(days, key=lambda day: abs((day - published).days))
    if abs((closest - published).days) <= _SURE:
        return closest
    way = scene.direction(hit.first, hit.last)
    back = max((day for day in days if day <= published), default=closest)
    ahead = min((day for day in days if day >= published), default=closest)
    if way is Direction.FORWARD:
        return ahead
    if way is Direction.BACK and (published - back).days <= FAR * (ahead - published).days:
        return back
    return closest


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
    start, end = (_dated(scene, hit, year, month, number) for number in (first, last))
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
    reading = _dated(scene, hit, None, month, number)
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


@cache
def _known_dates() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = word_list("relate", "time_named")["dates"]
    return entries


def read_named_date(scene: Scene, hit: Hit) -> Reading | None:
    """ "9/11"."""
    if scene.words.lower[hit.last : hit.last + 1] in (("/",), ("-",)):
        return None
    said = " ".join(hit.said("name"))
    for entry in _known_dates():
        if said in entry.get("forms", ()):
            return _after(scene, hit, entry["value"])
    return None


def known_by_date(scene: Scene, hit: Hit, month: int, day: int) -> Reading | None:
    """ "the Sept. 11 attacks", where no year is named."""
    if hit.has("year") or hit.has("yy") or hit.has("rel"):
        return None
    following = scene.words.lower[hit.last : hit.last + 3]
    for entry in _known_dates():
        if (entry.get("month"), entry.get("day")) == (month, day) and any(
            word in entry["before"] for word in following
        ):
            return _after(scene, hit, entry["value"])
    return None


def _after(scene: Scene, hit: Hit, value: date) -> Reading | None:
    if scene.published and scene.published < value:
        return None
    return Reading(hit.first, hit.last, hit.rule, period=calendar.day(value))
