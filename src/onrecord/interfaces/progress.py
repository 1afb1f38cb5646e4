"""A bar on stderr once something has taken longer than a second, if a person is watching."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from onrecord.interfaces.inert import one_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

DELAY = 1.0
"""Seconds; what is done by then needs no bar."""

_BAR = 24
_SHORT_BAR = 8
_NARROW = 110
"""Columns; on a terminal of up to so many the bar is short."""

_BESIDE = 14
"""Columns of the spinner, the time left (1:23:45) and the spaces between."""

_LEAST = 8


class Watch:
    """Knows how far the work is; shows it when ``stream`` is a terminal and it takes long.

    A timer shows the bar, because a single report is read in one call that never comes back here
    in between. ``files`` is their number; how many reports are in a file is known only where
    ``opens`` is told. Without files only what is done is shown, and that it goes on. ``done`` says
    what is done to a report.
    """

    def __init__(
        self, stream: TextIO, files: int = 0, delay: float = DELAY, done: str = "read"
    ) -> None:
        self._stream = stream
        self._files = files
        self._done = done
        self._opened = self._read = 0
        self._holds: int | None = None
        self._passed = 0
        self._began = time.monotonic()
        self._doing = "getting ready"
        self._meanwhile = ""
        self._share: float | None = None
        self._width = _NARROW
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._lock = threading.RLock()
        self._timer = threading.Timer(delay, self._show) if stream.isatty() else None

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._lock:
            if self._timer:
                self._timer.cancel()
            # A timer that is just now waiting for the lock must find nothing to do.
            self._timer = None
            if self._bar:
                self._bar.stop()

    def opens(self, origin: str, holds: int | None = None) -> None:
        """The next file is being read; it ``holds`` about so many reports, if that is known."""
        with self._lock:
            self._opened += 1
            self._holds, self._passed = holds, 0
            self._doing = f"reading {one_line(origin, 40)}"
            self._update()

    def expects(self, files: int) -> None:
        """So many files there are in all, now that folders have been listed."""
        with self._lock:
            self._files = files
            self._update()

    def does(self, what: str) -> None:
        """Something that is no file is being done."""
        with self._lock:
            self._doing = one_line(what, 60)
            self._update()

    def meanwhile(self, what: str, share: float | None = None) -> None:
        """Something else is done for now, ``share`` (0 to 1) of it so far, None where that is not
        known; with "" the work goes on that was shown before."""
        with self._lock:
            self._meanwhile, self._share = one_line(what, 80), share
            self._update()

    def has_read(self) -> None:
        """One more report is read."""
        with self._lock:
            self._read += 1
            self._passed += 1
            self._update()

    def passes_over(self) -> None:
        """One of the reports of this file cannot be read."""
        with self._lock:
            self._passed += 1
            self._update()

    def say(self, line: str) -> None:
        """Write one line for people to stderr, above the bar where there is one."""
        with self.aside():
            print(one_line(line, 1000), file=self._stream, flush=True)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something else is written to the same terminal."""
        with self._lock:
            if self._bar:
                self._bar.stop()
            yield
            if self._bar:
                self._bar.start()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        with self._lock:
            if self._timer is None:
                return
            console = Console(file=self._stream, markup=False, emoji=False, highlight=False)
            self._width = console.width
            columns = (
                SpinnerColumn(),
                TextColumn("{task.description}", markup=False),
                BarColumn(bar_width=_BAR if self._width > _NARROW else _SHORT_BAR),
                TextColumn("{task.fields[so_far]}", markup=False),
                TimeRemainingColumn(compact=True),  # empty where the whole is not known
            )
            self._bar = Progress(*columns, console=console, transient=True)
            self._task = self._bar.add_task(self._doing, total=None, so_far=self._so_far())
            self._update()
            self._bar.start()

    def _update(self) -> None:
        if self._bar and self._task is not None:
            finished, total = self._passed_of_all()
            self._bar.update(
                self._task,
                description=one_line(self._meanwhile or self._doing, self._room()),
                total=total,
                completed=finished,
                so_far=self._so_far(),
            )

    def _passed_of_all(self) -> tuple[float, float | None]:
        """How much is done of how much, in whatever unit."""
        if self._meanwhile:
            return self._share or 0.0, None if self._share is None else 1.0
        # A single file of unknown length has no known share that is done: its bar only shows that
        # work goes on.
        total = self._files if self._files > 1 or self._holds else None
        return max(self._opened - 1, 0) + self._share_of_file() if total else 0.0, total

    def _room(self) -> int:
        """Columns for what is being done, so that the rest of the row is never cut."""
        bar = _BAR if self._width > _NARROW else _SHORT_BAR
        return max(self._width - len(self._so_far()) - bar - _BESIDE, _LEAST)

    def _share_of_file(self) -> float:
        return min(self._passed / self._holds, 1.0) if self._holds else 0.0

    def _so_far(self) -> str:
        if self._meanwhile:
            return "" if self._share is None else f"{self._share:.0%}"
        if not self._files:
            return ""
        noun = "report" if self._read == 1 else "reports"
        reports = f"{self._read} {noun} {self._done}"
        if self._holds and self._files == 1:
            reports = f"{self._read} of about {self._holds} reports {self._done}"
        if self._read > 1:
            rate = self._read / max(time.monotonic() - self._began, 1e-3)
            reports += f", {rate:.1f} a second"
        return f"file {self._opened} of {self._files}, {reports}" if self._files > 1 else reports
