"""Reading moments by the clock: "3 p.m.", "10:35", "0735 GMT", "noon"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times import calendar
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.scene import Scene
from onrecord.relate.times.words import number, values

_FIGURES = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?(am|pm)?")


def read_clock(scene: Scene, hit: Hit) -> Reading | None:
    """The day is the one that stands by it (time_joining.py); without one it has no value."""
    told = _told(hit)
    if told is None:
        return None
    hour, minute = told
    grain = Grain.MINUTE if minute else Grain.HOUR
    return _moment(hit, f"{hour:02}:{minute:02}", grain)


def read_noon(scene: Scene, hit: Hit) -> Reading | None:
    """ "noon" and "midnight"."""
    if scene.words.is_capital(hit.parts["noon"][0]) and scene.words.is_capital(hit.first - 1):
        return None
    return _moment(hit, str(values("NOON")[hit.word("noon")]), Grain.HOUR)


def _moment(hit: Hit, clock: str, grain: Grain) -> Reading:
    hours = values("ZONE").get(hit.word("zone"))
    if hours is not None:
        clock += f"{hours:+03}:00"
    bare = Reading(hit.first, hit.last, hit.rule, kind=TimeKind.TIME)
    return replace(bare, clock=clock, grain=grain, why=TimeWhy.NO_ANCHOR)


def _told(hit: Hit) -> tuple[int, int] | None:
    """Hour and minute on a clock of 24 hours; None for what no clock shows."""
    words = hit.said("clock")
    if len(words[0]) == 4 and words[0].isdigit():
        return int(words[0][:2]), int(words[0][2:])
    if words[0] == "half":
        return int(number(words[2:3]) or 0), 30
    figures = _FIGURES.fullmatch(words[0])
    if figures:
        hour, minute = int(figures[1]), int(figures[2] or 0)
    else:
        hour, minute = int(number(words[:1]) or 0), 0
    half = (figures and figures[3]) or next((word for word in words if word in _AMPM), None)
    half = half or hit.word("ampm") or _of_part(hit.word("part"))
    return _of_day(hour, minute, half)


_AMPM = values("AMPM")


def _of_part(part: str) -> str | None:
    return {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}.get(part)


def _of_day(hour: int, minute: int, half: str | None) -> tuple[int, int] | None:
    if half is not None:
        if not 1 <= hour <= 12:
            return None if hour > 23 or hour == 0 else (hour, minute)
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return (hour % 24, minute) if hour <= 24 and minute < 60 else None


def on_day(moment: Reading, day: Reading) -> Reading:
    """``moment`` on the day of ``day``."""
    if day.period is None or day.period.grain is not Grain.DAY:
        return replace(moment, why=day.why or TimeWhy.NO_ANCHOR)
    return replace(moment, period=calendar.day(day.period.first), why=None)
