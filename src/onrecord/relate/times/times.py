"""Time expressions of a report, resolved against the day it was published."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from onrecord.domain.span import Passage
from onrecord.domain.time import Time
from onrecord.domain.words import Words
from onrecord.relate.times.grammar import Grammar, Hit, grammar
from onrecord.relate.times.joining import join
from onrecord.relate.times.reading import Reading, TimeWhy
from onrecord.relate.times.rules import RULES
from onrecord.relate.times.scene import Scene, day_of
from onrecord.resources import word_list


def find_times(words: Words, published: str | None, day_first: bool = False) -> tuple[Time, ...]:
    """The times of a report in reading order; no two share a word.

    ``published``: an ISO date or date-time, whose calendar day as written is counted from; what is
    no such date is treated as None. ``day_first``: whether 5/6/2024 is in June. Total on any words.
    """
    text = words.article.text
    return tuple(_time(text, words, reading) for reading in read_times(words, published, day_first))


def read_times(words: Words, published: str | None, day_first: bool = False) -> list[Reading]:
    """As ``find_times``, with the rule that each was read by."""
    scene, forms = Scene(words, day_of(published), day_first), grammar()
    letters, at = forms.spell(words), 0
    while at >= 0:
        at = _read_next(scene, forms, letters, at)
    return join(words, scene.read)


def _read_next(scene: Scene, forms: Grammar, letters: str, at: int) -> int:
    """Read the first form that holds; where to look on from, -1 where nothing is left."""
    beyond = -1
    for hit in forms.find(scene.words, letters, at):
        beyond = hit.first + 1
        if reading := _read(scene, hit):
            first = forms.begin(letters, hit.rule, reading.first, _least(scene, reading.first))
            scene.add(replace(reading, first=first))
            return max(reading.last, beyond)
    return beyond


def _least(scene: Scene, first: int) -> int:
    """The first word that a time met at ``first`` may take in: after the one before it."""
    paragraph = bisect_left(scene.words.paragraph, scene.words.paragraph[first])
    return max(paragraph, scene.read[-1].last if scene.read else 0)


def _read(scene: Scene, hit: Hit) -> Reading | None:
    if scene.words.paragraph[hit.first] != scene.words.paragraph[hit.last - 1]:
        return None
    try:
        return RULES[hit.rule](scene, hit)
    except (ValueError, OverflowError):  # a day before year 1 or after year 9999
        return Reading(hit.first, hit.last, hit.rule, why=TimeWhy.IMPOSSIBLE)


def _time(text: str, words: Words, reading: Reading) -> Time:
    value = reading.value
    return Time(
        words=Passage.cut(text, [words.span(reading.first, reading.last)]),
        kind=reading.kind,
        value=value,
        grain=reading.finest,
        clock=reading.clock,
        why=None if value else str(reading.why or TimeWhy.VAGUE),
        probability=_probability(reading.rule),
    )


@cache
def _probability(rule: str) -> float:
    """How often a rule is right, measured; the share of all rules for one that was not met."""
    measured = word_list("relate", "time_shares")
    return float(measured["shares"].get(rule, measured["other"]))
