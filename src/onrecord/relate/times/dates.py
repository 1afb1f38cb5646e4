"""Reading days written out: "Thursday, Sept. 26, 2024", "26/09/2024"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.relate.times import calendar
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.known import known_by_date
from onrecord.relate.times.nearest import each_year, nearest, on_side, year_told
from onrecord.relate.times.parts import part_of_day
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.words import values


def full_year(two: str, published: date | None) -> int | None:
    """Four digits for two: the one from 80 years before publication to 20 after; None without."""
    if published is None:
        return None
    century = published.year // 100 * 100
    guesses = (century - 100 + int(two), century + int(two), century + 100 + int(two))
    return next(year for year in guesses if published.year - 80 < year <= published.year + 20)


def read_iso(scene: Scene, hit: Hit) -> Reading | None:
    """2024-09-26, 2024/09/26."""
    return numbered(hit, int(hit.word("year")), int(hit.word("month")), int(hit.word("day")))


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
    return numbered(hit, number, month, day)


def numbered(hit: Hit, year: int, month: int, day: int) -> Reading:
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
    reading = dated(scene, hit, year, month, day)
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


def dated(scene: Scene, hit: Hit, year: int | None, month: int, day: int) -> Reading:
    """The day, in the year that is named or in the one that the sentence looks to."""
    if day > calendar.month(2000, month).last.day:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.IMPOSSIBLE)
    if year is not None:
        return numbered(hit, year, month, day)
    if (told := year_told(scene, hit)) is not None:
        return replace(numbered(hit, told, month, day), year_inferred=True)
    if scene.published is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.NO_PUBLICATION_DATE)
    days = each_year(scene.published, month, day)
    if hit.has("side"):
        days = on_side(hit.word("side"), days, scene.published)
    when = nearest(scene, hit, days)
    if when is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.IMPOSSIBLE)
    return Reading(hit.first, hit.last, hit.rule, period=calendar.day(when), year_inferred=True)
