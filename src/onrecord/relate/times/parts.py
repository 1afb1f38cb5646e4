"""Parts of the day: "Friday night" is Friday, read at the grain of a night."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times.grammar import Hit
from onrecord.relate.times.reading import Reading
from onrecord.relate.times.words import values


def part_of_day(reading: Reading, hit: Hit) -> Reading:
    """``reading`` at the part of the day that the words name, if they do."""
    word = hit.word("part")
    if not word:
        return reading
    if word in values("NOON"):
        clock = str(values("NOON")[word])
        return replace(reading, kind=TimeKind.TIME, grain=Grain.MINUTE, clock=clock)
    return replace(reading, kind=TimeKind.TIME, grain=Grain(values("PART")[word]))
