"""What is known where a time is read: the day of publication, and the times read before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from onrecord.domain.time import Grain
from onrecord.domain.words import Words
from onrecord.relate.time_calendar import Period
from onrecord.relate.time_reading import Reading
from onrecord.relate.time_tense import direction
from onrecord.relate.time_verbs import Direction

_NEAR = 2  # sentences that "the next day" may look back over


@dataclass(slots=True)
class Scene:
    """``read``: the times found so far, in reading order."""

    words: Words
    published: date | None
    day_first: bool
    read: list[Reading] = field(default_factory=list)

    def direction(self, first: int, last: int) -> Direction:
        """Whether words ``[first, last)`` look back or forward."""
        if self.read and self.read[-1].last == first and self.read[-1].clock:
            first = self.read[-1].first  # "until 9 a.m. Tuesday"
        return direction(self.words, first, last)

    def anchor(self, at: int, *grains: Grain) -> Period | None:
        """The days last named before word ``at``, in its sentence or shortly before it."""
        reading = self.last_read(at, *grains)
        return reading.period if reading else None

    def last_read(self, at: int, *grains: Grain, near: int = _NEAR) -> Reading | None:
        """The time of such a grain last read before word ``at``, at most ``near`` sentences off."""
        sentence = self.words.sentence[at]
        for reading in reversed(self.read):
            if sentence - self.words.sentence[reading.first] > near:
                return None
            if reading.period and (not grains or reading.period.grain in grains):
                return reading
        return None

    def quarter(self) -> Period | None:
        """The quarter that a report on results is about: the first that it names."""
        quarters = (one.period for one in self.read if one.rule == "quarter")
        return next((one for one in quarters if one and one.grain is Grain.QUARTER), None)


def day_of(published: str | None) -> date | None:
    """The calendar day of an ISO date or date-time as written; None for anything else."""
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None
