"""A time as it was read, before it is written down: which words, which days, by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.time import Grain, TimeKind
from onrecord.relate.times.calendar import Period


class TimeWhy(StrEnum):
    """Why a time has no value. docs/relate.md says what each means."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    VAGUE = "vague"
    NO_PUBLICATION_DATE = "no publication date"
    NO_ANCHOR = "nothing to count from"
    IMPOSSIBLE = "impossible"
    WEEKDAY = "weekday does not fit"
    BACKWARDS = "backwards range"


@dataclass(frozen=True, slots=True)
class Reading:
    """Words ``[first, last)``. ``period``: its days; ``length``: what is laid down nowhere.

    ``rule`` names the form that was read. ``year_inferred``: the words name no year.
    """

    first: int
    last: int
    rule: str
    kind: TimeKind = TimeKind.DATE
    period: Period | None = None
    length: str | None = None
    grain: Grain | None = None
    clock: str | None = None
    why: TimeWhy | None = None
    year_inferred: bool = False

    @property
    def value(self) -> str | None:
        """As ``domain.time.Time`` has it."""
        return self.period.value if self.period else self.length

    @property
    def finest(self) -> Grain | None:
        """The grain of the words: of the part of the day where they name one."""
        return self.grain or (self.period.grain if self.period else None)
