"""What is known where a time is read: the day of publication, and the times read before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from onrecord.domain.time import Grain
from onrecord.domain.words import Words
from onrecord.relate.times.calendar import Period
from onrecord.relate.times.reading import Reading
from onrecord.relate.times.tense import direction
from onrecord.relate.times.verbs import Direction

_FAR = 4  # sentences after a quarter in which a year ago means its like
_MOST = 20  # times that are looked back over
_NEAR = 2  # sentences that "the next day" may look back over


@dataclass(slots=True)
class Scene:
    """``read``: the times found so far, in reading order."""

    words: Words
    published: date | None
    day_first: bool
    read: list[Reading] = field(default_factory=list)
    _quarter: Period | None = None
    _quarter_named: int = 0

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
        for reading in self.read[: -_MOST - 1 : -1]:
            if sentence - self.words.sentence[reading.first] > near:
                return None
            if reading.period and (not grains or reading.period.grain in grains):
                return reading
        return None

    def add(self, reading: Reading) -> None:
        """Keep what was read."""
        self.read.append(reading)
        if reading.period and reading.period.grain is Grain.QUARTER:
            self._quarter = self._quarter or reading.period
            self._quarter_named = self.words.sentence[reading.first]

    def quarter(self, at: int) -> Period | None:
        """The quarter that a report on results is about, the first that it names; None where no
        quarter was named shortly before word ``at``."""
        near = self.words.sentence[at] - self._quarter_named <= _FAR
        return self._quarter if near else None


def day_of(published: str | None) -> date | None:
    """The calendar day of an ISO date or date-time as written; None for anything else."""
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None
