"""Reading years and what is longer: "1998", "mid-1990s", "the 20th century", "nineteen ten"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.domain.time import Grain
from onrecord.relate.times import calendar
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.dates import full_year
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.words import listed, number, values

_SIGNS = ("$", "£", "€", "#", "%", "&", "+", "=", "no", "nos", "room", "page", "flight", "route")


def read_year(scene: Scene, hit: Hit) -> Reading | None:
    """A number of four digits, where it counts nothing."""
    year, at = int(hit.word("year")), hit.parts["year"][0]
    if not is_year(scene, year, at):
        return None
    return Reading(hit.first, hit.last, hit.rule, period=calendar.year(year))


def is_year(scene: Scene, year: int, at: int) -> bool:
    """Whether a number of four digits at word ``at`` is a year by the words around it."""
    words = scene.words.lower
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if before in _SIGNS or after in listed("counted") or after == "%":
        return False
    if before in ("-", "/", ".") and words[at - 2 : at - 1] and words[at - 2][0].isdigit():
        return False
    if 1900 <= year <= 2050:
        return True
    return before in listed("year_follows") and not (after.isalpha() and after.endswith("s"))


def spoken_year(words: tuple[str, ...]) -> int | None:
    """ "nineteen ninety - six" 1996, "two thousand and four" 2004; None for no year."""
    if words[0] == "two":
        return int(number(words) or 0) or None
    tens = number(words[1:])
    return 1900 + int(tens) if tens and 10 <= tens < 100 else None


def read_spoken_year(scene: Scene, hit: Hit) -> Reading | None:
    """Years in words, as broadcasts are written down."""
    year = spoken_year(hit.said("spoken"))
    if year is None or (year == 2000 and "year" not in hit.words.lower[hit.first : hit.last]):
        return None
    return Reading(hit.first, hit.last, hit.rule, period=calendar.year(year))


def read_short_year(scene: Scene, hit: Hit) -> Reading | None:
    """ "'98", close against its apostrophe and no quotation's beginning."""
    at = hit.parts["yy"][0]
    if scene.words.starts[at] != scene.words.starts[at - 1] + 1 or hit.after() in listed("counted"):
        return None
    year = full_year(hit.word("yy"), scene.published)
    if year is None:
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.NO_PUBLICATION_DATE)
    return Reading(hit.first, hit.last, hit.rule, period=calendar.year(year))


def read_year_range(scene: Scene, hit: Hit) -> Reading | None:
    """ "1994-97", "2016/17": from the first day of one to the last of the other."""
    first, end = int(hit.word("year")), hit.word("to")
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    if not is_year(scene, first, hit.first) or hit.after() in ("-", "/"):
        return None
    if len(end) == 2 and first % 100 == 99 and end == "00":
        last = first + 1
    bare = Reading(hit.first, hit.last, hit.rule)
    if last < first:
        return replace(bare, why=TimeWhy.BACKWARDS)
    return replace(
        bare, period=Period(Grain.RANGE, date(first, 1, 1), date(last, 12, 31), Grain.YEAR)
    )


def read_decade(scene: Scene, hit: Hit) -> Reading | None:
    """ "the 1990s", "the nineties", "mid-80s": of the century last past where it names none."""
    bare = Reading(hit.first, hit.last, hit.rule, grain=Grain.DECADE)
    if hit.has("word"):
        first = int(values("DECADEW")[hit.said("word")[-1]])
        if hit.said("word")[0] == "nineteen":
            return replace(bare, period=calendar.decade(1900 + first))
    else:
        figures = hit.word("year")[:-1]
        first = int(figures)
        if len(figures) == 4:
            return replace(bare, period=calendar.decade(first))
    if _is_age(scene, hit):
        return None
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    start = scene.published.year // 100 * 100 + first
    return replace(
        bare, period=calendar.decade(start if start <= scene.published.year else start - 100)
    )


def _is_age(scene: Scene, hit: Hit) -> bool:
    """ "in his 30s", "temperatures in the 80s": only "the" or an apostrophe makes a decade."""
    at = (hit.parts.get("year") or hit.parts["word"])[0]
    before = scene.words.lower[max(at - 3, 0) : at]
    return not {"the", "'", "’", "‘"} & set(before) or bool(
        {"temperatures", "degrees"} & set(before)
    )


def read_century(scene: Scene, hit: Hit) -> Reading | None:
    """ "the 20th century", "the twenty-first century"."""
    words = hit.said("ord")
    figures = words[0].rstrip("stndrh")
    if figures.isdigit():
        which = int(figures)
    else:
        which = int((number(words[:-1]) or 0) + values("ORDW")[words[-1]])
    if not 1 <= which <= 99:
        return None
    return Reading(hit.first, hit.last, hit.rule, period=calendar.century(which))


def read_fiscal_year(scene: Scene, hit: Hit) -> Reading | None:
    """The calendar year of its name: when a fiscal year begins, the words do not say."""
    bare = Reading(hit.first, hit.last, hit.rule)
    if hit.has("year"):
        return replace(bare, period=calendar.year(int(hit.word("year"))))
    if scene.published is None:
        return replace(bare, why=TimeWhy.NO_PUBLICATION_DATE)
    rel = hit.said("rel")
    step = (
        1 if {"next", "coming"} & set(rel) else -1 if {"last", "past", "latest"} & set(rel) else 0
    )
    return replace(bare, period=calendar.year(scene.published.year + step))
