"""Times that belong together: "10 p.m. Wednesday", "from Sept. 24 to Oct. 3"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.domain.time import Grain, TimeKind
from onrecord.domain.words import Words
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.clock import on_day
from onrecord.relate.times.reading import Reading, TimeWhy

_REACH = 6  # words between a moment by the clock and its day
_TO = {"from": ("to", "until", "till", "through", "-", "–"), "between": ("and",)}
_SPANS = (Grain.DAY, Grain.MONTH, Grain.YEAR)


def join(words: Words, readings: list[Reading]) -> list[Reading]:
    """The readings, those that are one time made one."""
    return _ranges(words, _moments(words, readings))


def _moments(words: Words, readings: list[Reading]) -> list[Reading]:
    """Each moment by the clock on its day: one time where nothing stands between them."""
    joined: list[Reading] = []
    at = 0
    while at < len(readings):
        reading = readings[at]
        following = readings[at + 1] if at + 1 < len(readings) else None
        if reading.clock and reading.period is None:
            if following and following.first == reading.last and _is_day(following):
                reading = replace(on_day(reading, following), last=following.last)
                at += 1
            elif day := _day_by(words, reading, joined[-1:], readings[at + 1 : at + 3]):
                reading = on_day(reading, day)
        joined.append(reading)
        at += 1
    return joined


def _is_day(reading: Reading) -> bool:
    return reading.kind is TimeKind.DATE and (
        reading.rule.startswith(("weekday", "day_name", "written", "iso", "slashed"))
    )


def _day_by(
    words: Words, moment: Reading, before: list[Reading], after: list[Reading]
) -> Reading | None:
    """The day named close by in the sentence of a moment."""
    for other in after + before:
        near = max(other.first - moment.last, moment.first - other.last)
        same = words.sentence[other.first] == words.sentence[moment.first]
        if same and near <= _REACH and other.period and other.period.grain is Grain.DAY:
            return other
    return None


def _ranges(words: Words, readings: list[Reading]) -> list[Reading]:
    joined: list[Reading] = []
    for reading in readings:
        if joined and _from_to(words, joined[-1], reading):
            joined[-1] = _range(joined[-1], reading)
        else:
            joined.append(reading)
    return joined


def _from_to(words: Words, one: Reading, other: Reading) -> bool:
    """Whether the words say "from" one "to" the other, both days, months or years."""
    if other.first - one.last != 1 or not one.first:
        return False
    if not (one.period and other.period and one.kind is other.kind is TimeKind.DATE):
        return False
    if one.period.grain not in _SPANS or one.period.grain is not other.period.grain:
        return False
    return words.lower[one.last] in _TO.get(words.lower[one.first - 1], ())


def _range(one: Reading, other: Reading) -> Reading:
    assert one.period
    assert other.period
    first, last = one.period.first, other.period.last
    if first > last and one.year_inferred and not other.year_inferred:
        first = _year_before(first, last)
    elif first > last and other.rule.startswith(("weekday", "written", "month")):
        last = _turned(first, last, other)
    whole = replace(one, last=other.last, rule="range")
    if first > last:
        return replace(whole, period=None, why=TimeWhy.BACKWARDS)
    return replace(whole, period=Period(Grain.RANGE, first, last, one.period.grain))


def _year_before(first: date, last: date) -> date:
    """``first`` in the year of ``last``, or in the one before where it would come after it."""
    same = first.replace(year=last.year, day=min(first.day, 28))
    return same.replace(day=first.day) if same <= last else first.replace(year=last.year - 1)


def _turned(first: date, last: date, other: Reading) -> date:
    """ "from Thursday to Monday": the Monday that comes after the Thursday."""
    if other.rule.startswith("weekday"):
        return date.fromordinal(last.toordinal() + 7)
    return last.replace(year=last.year + 1) if other.year_inferred and last.day < 29 else last
