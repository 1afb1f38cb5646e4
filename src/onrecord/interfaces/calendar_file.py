"""The diary as an output of a run: dated engagements are gathered, then written at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.domain.record import Record
from onrecord.interfaces.draft import Draft
from onrecord.interfaces.heading import counted

if TYPE_CHECKING:
    from icalendar import Event


class CalendarFile:
    """Writes one iCalendar file when the run is over; leaves nothing behind if it fails.

    ``say`` tells people what was written, and how many engagements were left out for want of a
    day. Raises OSError when ``path`` is not to be written; that is known before anything is read.
    """

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        self._draft = Draft(path)
        self._path = path
        self._say = say
        self._events: list[Event] = []
        self._left_out = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._draft.discard()

    def write(self, record: Record) -> None:
        """Keep one record's dated engagements."""
        if not record.engagements:
            return
        # icalendar is slow to import: not for reports without a diary.
        from onrecord.query.calendar import dated

        events, left_out = dated(record)
        self._events.extend(events)
        self._left_out += left_out

    def finish(self) -> None:
        """Write the calendar and put it in its place; without an entry leave the old one alone."""
        if not self._events:
            self._say(f"{self._path}: no calendar written, no engagement has a day{self._others()}")
            return
        from onrecord.query.calendar import calendar

        self._draft.publish(calendar(self._events))
        entries = "1 entry" if len(self._events) == 1 else f"{len(self._events)} entries"
        self._say(f"{self._path}: calendar written, {entries}{self._others()}")

    def _others(self) -> str:
        if not self._left_out:
            return ""
        return f"; {counted(self._left_out, 'engagement')} left out, without a day"
