"""The page as an output of a run: records are gathered, then written at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.domain.record import Record
from onrecord.interfaces.draft import Draft
from onrecord.interfaces.heading import counted


class PageFile:
    """Writes one page of all records when the run is over; leaves nothing behind if it fails.

    ``say`` tells people that the page was written. Raises OSError when ``path`` is not to be
    written; that is known before anything is read.
    """

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        self._draft = Draft(path)
        self._path = path
        self._say = say
        self._records: list[Record] = []

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
        """Keep one record for the page."""
        self._records.append(record)

    def finish(self) -> None:
        """Write the page and put it in its place; without a report leave the old one alone."""
        if not self._records:
            self._say(f"{self._path}: no page written, there was no report to show")
            return
        # Jinja is slow to import: not before the first record is out.
        from onrecord.interfaces.page.render import render

        self._draft.publish(render(self._records).encode("utf-8", "replace"))
        self._say(f"{self._path}: page written, {counted(len(self._records), 'report')}")
