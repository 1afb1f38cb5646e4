"""Reads the times of a line, as the tests of times write them."""

from __future__ import annotations

from onrecord.domain.time import Time
from onrecord.domain.words import Words
from onrecord.relate.times.times import find_times
from onrecord.segment.article import segment

PUBLISHED = "2024-09-26"
"""A Thursday."""


def times(text: str, published: str | None = PUBLISHED, *, day_first: bool = False) -> list[Time]:
    """All times of ``text``."""
    return list(find_times(Words(segment(text)), published, day_first))


def only(text: str, published: str | None = PUBLISHED, *, day_first: bool = False) -> Time:
    """The one time of ``text``."""
    (time,) = times(text, published, day_first=day_first)
    return time


def value(text: str, published: str | None = PUBLISHED) -> str | None:
    """The value of the one time of ``text``."""
    return only(text, published).value
