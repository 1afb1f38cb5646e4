"""Reading days that have a name: "Thanksgiving", "Good Friday", "Election Day 2024"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from onrecord.relate.times import calendar
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.nearest import nearest, on_side
from onrecord.relate.times.parts import part_of_day
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.resources import word_list


@cache
def _named_days() -> dict[str, dict[str, Any]]:
    """Name, without its signs -> how its day is told."""
    days: dict[str, dict[str, Any]] = word_list("relate", "time_named")["days"]
    return {_bare(name.replace(" ' s", " 's").split()): rule for name, rule in days.items()}


def _bare(words: list[str] | tuple[str, ...]) -> str:
    return " ".join(words).replace("’", "'").replace(" '", "'").replace(" .", "")


def read_holiday(scene: Scene, hit: Hit) -> Reading | None:
    """The day of this year's, or of the one that the sentence looks to."""
    rule = _named_days().get(_bare(hit.said("name")))
    if rule is None or not scene.words.is_capital(hit.parts["name"][1] - 1):
        return None
    bare = Reading(hit.first, hit.last, hit.rule)
    if not rule:
        return replace(bare, why=TimeWhy.VAGUE)
    years = _years(scene, hit)
    if not years:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    days = [day for year in years if 1 < year < 9999 and (day := day_in(rule, year))]
    if hit.has("side") and scene.published:
        days = on_side(hit.word("side"), days, scene.published)
    when = nearest(scene, hit, days) if len(years) > 1 else next(iter(days), None)
    if when is None:
        return replace(bare, why=TimeWhy.IMPOSSIBLE)
    return part_of_day(replace(bare, period=calendar.day(when)), hit)


def _years(scene: Scene, hit: Hit) -> list[int]:
    """The year that the words name, or the years that it may be."""
    if hit.has("year"):
        return [int(hit.word("year"))]
    if scene.published is None:
        return []
    year = scene.published.year
    words = scene.words.lower[hit.first : hit.last]
    for rel, step in (("last", -1), ("this", 0), ("next", 1)):
        if rel in words and "year" in words:
            return [year + step]
    return list(range(year - 4, year + 5))


def day_in(rule: dict[str, Any], year: int) -> date | None:
    """The day in one year, None in a year without it."""
    if "easter" in rule:
        return calendar.easter(year) + timedelta(rule["easter"])
    if year < rule.get("from", year) or (year - rule.get("from", 0)) % rule.get("every", 1):
        return None
    if "day" in rule:
        return date(year, rule["month"], rule["day"])
    day = calendar.nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
    if day.day <= rule.get("after", 0):
        day += timedelta(7)
    return day + timedelta(rule.get("plus", 0))
