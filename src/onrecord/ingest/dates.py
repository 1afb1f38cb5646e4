"""Publication dates: ISO 8601 or nothing. No other form is read, and none is ever guessed."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.errors import BadDate

_CANONICAL = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII
)
_SPACED = re.compile(r"(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d.*)", re.ASCII)
_CLOCK = re.compile(r"T\d\d", re.ASCII)


def iso_date(value: str, where: str) -> str:
    """``value`` when it is an ISO 8601 date or date-time of a real calendar day.

    What is already written YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS][zone] stays as given; other ISO
    forms of the same meaning (20240926, a blank for the T) are written that way.
    Raises BadDate, with ``where`` as the place to look, for anything else.
    """
    if (written := as_iso(value)) is None:
        shown = value if len(value) <= 40 else value[:40] + "…"
        raise BadDate(
            where,
            f"{shown!r} is no date that can be relied on; "
            "write YYYY-MM-DD, for example 2024-09-26 or 2024-09-26T18:02:00+01:00",
        )
    return written


def as_iso(value: str) -> str | None:
    """``value`` as an ISO date or date-time (see ``iso_date``), None when it is none."""
    given = _SPACED.sub(r"\1T\2", value.strip())
    if not given.isascii():
        return None
    if given[-1:] == "z":
        given = given[:-1] + "Z"
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        return None
    if _CANONICAL.fullmatch(given):
        return given
    if _CLOCK.search(given):
        return moment.isoformat()
    return date.isoformat(moment)
