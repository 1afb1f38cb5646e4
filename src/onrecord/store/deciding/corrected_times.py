"""A time that a person gave, as the one that was read is kept."""

from __future__ import annotations

import re

from onrecord.domain.span import NO_WORDS
from onrecord.domain.time import Grain, Time, TimeKind
from onrecord.store.tables import packing

_GRAINS = (
    (re.compile(r".*/.*"), Grain.RANGE),
    (re.compile(r"\d{4}-W\d\d"), Grain.WEEK),
    (re.compile(r"\d{4}-Q\d"), Grain.QUARTER),
    (re.compile(r"\d{4}-\d\d-\d\d"), Grain.DAY),
    (re.compile(r"\d{4}-\d\d"), Grain.MONTH),
    (re.compile(r"\d{4}"), Grain.YEAR),
)


def given_time(value: str | None, read: str | None) -> str | None:
    """The packed time of an ISO ``value``, None for none; ``read``: the one in its place.

    The words that the report has for it stay; what was read out of them, the clock too, does not.
    """
    if value is None:
        return None
    known = packing.time("", read)
    words = known.words if known else NO_WORDS
    grain = next(grain for form, grain in _GRAINS if form.fullmatch(value))
    return packing.pack_time(Time(words, TimeKind.DATE, value, grain))
