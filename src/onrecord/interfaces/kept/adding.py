"""``onrecord add`` from its request to what is printed and the exit code."""

from __future__ import annotations

import sys

import typer

from onrecord.archive import Added, Archive, Step
from onrecord.domain.kept import Standing
from onrecord.interfaces.endings import INTERRUPTED
from onrecord.interfaces.heading import counted
from onrecord.interfaces.kept.wiping import show_wiping
from onrecord.interfaces.progress import Watch
from onrecord.interfaces.reading import FOREIGN, UNREADABLE
from onrecord.interfaces.remarks import remarks_on
from onrecord.interfaces.rows_in import rows_in


def add_to(archive: Archive, origins: tuple[str, ...], published: str | None) -> int:
    """Add, and say what became of every report. Raises RunError."""
    with Watch(sys.stderr, len(origins), done="done") as watch:
        telling = Telling(watch)
        show_wiping(archive, watch)
        try:
            archive.add(origins, published=published, on_progress=telling, stdin=sys.stdin.buffer)
        except KeyboardInterrupt:
            watch.say(f"onrecord: stopped; {told(telling.added)}; the same command goes on")
            raise typer.Exit(INTERRUPTED) from None
    print(told(telling.added))
    return code_of(telling.added)


def code_of(added: Added) -> int:
    """The exit code of a run that came to its end."""
    return UNREADABLE if added.unreadable else FOREIGN if added.foreign else 0


def told(added: Added) -> str:
    """ "12 reports added, 40 there already, 2 that could not be read"."""
    parts = [
        f"{counted(added.new, 'report')} added",
        added.reread and f"{added.reread} read again",
        added.same and f"{added.same} there already",
        added.retracted and f"{added.retracted} left out, because they were retracted",
        added.skipped and f"{counted(added.skipped, 'other file')} in folders left alone",
        added.unreadable and f"{added.unreadable} that could not be read",
    ]
    return ", ".join(part for part in parts if part)


_LEFT_OUT = {
    Standing.SAME: "not fetched again, as its report is in the record",
    Standing.RETRACTED: "not fetched, as its report was retracted",
}


class Telling:
    """Shows each step of adding to whoever watches."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.added = Added()

    def __call__(self, step: Step) -> None:
        """One step: an origin begun, a report done, or one that could not be read."""
        self.added = step.added
        if step.error is not None:
            self._watch.passes_over()
            self._watch.say(str(step.error))
        elif step.article is None and step.standing is not None:
            self._watch.has_read()
            self._watch.say(f"{step.origin}: {_LEFT_OUT[step.standing]}")
        elif step.article is None:
            self._watch.expects(step.of)
            self._watch.opens(step.origin, rows_in(step.origin))
        else:
            self._watch.has_read()
            if step.standing in (Standing.NEW, Standing.STALE):
                for remark in remarks_on(step.article):
                    self._watch.say(remark)
