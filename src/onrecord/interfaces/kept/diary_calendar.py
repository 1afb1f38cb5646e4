"""The diary over reports as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from onrecord.interfaces.draft import Draft
from onrecord.interfaces.heading import counted
from onrecord.query.entries import Entry


@contextmanager
def calendar_draft(path: Path) -> Iterator[Draft]:
    """Where the calendar is to go, made before anything is asked; gone unless it is published.

    Raises BadParameter where it cannot be written.
    """
    try:
        draft = Draft(path)
    except OSError as error:
        raise typer.BadParameter(
            f"{path} cannot be written: {error.strerror}; name a file in a folder that you can "
            "write to",
            param_hint="--ics",
        ) from None
    try:
        yield draft
    finally:
        draft.discard()


def write_calendar(entries: Sequence[Entry], draft: Draft, path: Path) -> str:
    """Publish ``entries`` that have a day; says what was written. Without one, nothing is."""
    from onrecord.query.calendar import calendar
    from onrecord.query.calendar_entries import dated_entries

    events, left_out = dated_entries(entries)
    others = f"; {counted(left_out, 'occasion')} left out, without a day" if left_out else ""
    if not events:
        return f"{path}: no calendar written, no occasion has a day{others}"
    draft.publish(calendar(events))
    written = "1 entry" if len(events) == 1 else f"{len(events)} entries"
    return f"{path}: calendar written, {written}{others}"
