"""Which year is meant where the words name none: the nearest by the tense."""

from __future__ import annotations

from datetime import date

from onrecord.domain.time import Grain
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.tense import opens
from onrecord.relate.times.verbs import Direction

_DATING = (Grain.DAY, Grain.MONTH, Grain.YEAR)  # grains that set a story in a year
_SURE = 25  # days from publication within which the nearest such day is meant
FAR = 4.5  # how many times as far back a day without a year may lie as the next one ahead


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


def each_year(published: date, month: int, day: int) -> list[date]:
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


def on_side(side: str, days: list[date], published: date) -> list[date]:
    """ "last Oct. 23": the last one before publication."""
    if side == "next":
        return [day for day in days if day > published][:1]
    return [day for day in days if day < published][-1:] if side == "last" else days
