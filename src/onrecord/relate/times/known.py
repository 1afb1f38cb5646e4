"""Reading days known by their date alone: "9/11", "the Jan. 6 committee"."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from onrecord.relate.times import calendar
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading
from onrecord.relate.times.scene import Scene
from onrecord.resources import word_list


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
