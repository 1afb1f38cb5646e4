"""Where the records of a run go: the terminal, JSON lines, a page, a calendar."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from onrecord.interfaces.composition import Parts
    from onrecord.interfaces.progress import Watch
    from onrecord.interfaces.reading import Output


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run is to give: ``html`` and ``ics`` are files to be written beside the print."""

    json: bool = False
    explain: bool = False
    html: Path | None = None
    ics: Path | None = None

    def check(self, reports: tuple[str, ...]) -> None:
        """Refuse files that would replace a report or one another. Raises BadParameter."""
        for option, path in (("--html", self.html), ("--ics", self.ics)):
            if path is not None and any(_is_same(path, name) for name in reports):
                raise typer.BadParameter(
                    f"{path} is one of the reports; name another file", param_hint=option
                )
        if self.html and self.ics and self.html.resolve() == self.ics.resolve():
            raise typer.BadParameter(
                f"{self.ics} is the page already; name another file", param_hint="--ics"
            )


def open_outputs(
    wanted: Wanted, parts: Parts, watch: Watch, stack: ExitStack
) -> tuple[Output, ...]:
    """The outputs, closed by ``stack``. Raises BadParameter where a file is not to be written."""
    outputs = [_printer(wanted, parts)]
    if wanted.html is not None:
        from onrecord.interfaces.page.file import PageFile

        with _refused("--html", wanted.html):
            outputs.append(stack.enter_context(PageFile(wanted.html, watch.say)))
    if wanted.ics is not None:
        from onrecord.interfaces.calendar_file import CalendarFile

        with _refused("--ics", wanted.ics):
            outputs.append(stack.enter_context(CalendarFile(wanted.ics, watch.say)))
    return tuple(outputs)


def never_fail_to_print() -> None:
    """A terminal that cannot show a letter gets a question mark, not an error."""
    reconfigure: Any = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


def _printer(wanted: Wanted, parts: Parts) -> Output:
    if wanted.json:
        from onrecord.interfaces.json_lines import JsonLines

        return JsonLines(sys.stdout.buffer)
    from onrecord.interfaces.terminal import TerminalView

    never_fail_to_print()
    return TerminalView(sys.stdout, wanted.explain, parts.register() if wanted.explain else None)


@contextmanager
def _refused(option: str, path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise typer.BadParameter(
            f"{path} cannot be written: {error.strerror}; name a file in a folder that you can "
            "write to",
            param_hint=option,
        ) from None


def _is_same(path: Path, name: str) -> bool:
    return name != "-" and path.exists() and Path(name).exists() and path.samefile(name)
