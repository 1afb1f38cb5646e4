"""``onrecord correct`` from its request to what is printed and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import typer
from rich.text import Text

from onrecord.archive import Archive
from onrecord.domain.days import days_of
from onrecord.domain.engagement import Status
from onrecord.domain.kept import Correction, KeptEngagement, KeptStatement
from onrecord.domain.statement import Act
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.as_json import Data, engagement_data, print_answer, statement_data
from onrecord.interfaces.kept.diary_lines import engagement_lines
from onrecord.interfaces.kept.printing import print_lines
from onrecord.interfaces.kept.said_lines import statement_lines
from onrecord.interfaces.kept.wiping import show_wiping
from onrecord.interfaces.progress import Watch
from onrecord.interfaces.terminal_lines import Line


@dataclass(frozen=True, slots=True)
class Changes:
    """The options of the command; what is None was not given, "" means that nothing tells."""

    source: str | None = None
    target: str | None = None
    act: Act | None = None
    said_on: str | None = None
    status: Status | None = None
    when: str | None = None
    place: str | None = None
    strike: bool = False

    def fields(self) -> dict[str, Any]:
        """Fields to be changed and what they are to be. Raises BadParameter."""
        given = {
            name: " ".join(value.split()) or None
            for name in ("source", "target", "said_on", "when", "place")
            if (value := getattr(self, name)) is not None
        }
        for name in ("said_on", "when"):
            _check_date(given.get(name), "--" + name.replace("_", "-"))
        chosen = {"act": self.act, "status": self.status, "struck": self.strike or None}
        return given | {name: value for name, value in chosen.items() if value is not None}


def decide(
    archive: Archive,
    item: str | None,
    changes: Changes,
    note: str,
    undo: str | None,
    json: bool,
) -> int:
    """Undo, correct or show, and print how the item stands then. Raises RunError."""
    fields = changes.fields()
    if undo is not None:
        if item is not None or fields:
            raise typer.BadParameter("it goes with nothing else", param_hint="--undo")
        item = _changed(archive, lambda: archive.undo(undo).item)
    elif item is None:
        raise typer.BadParameter("which statement or engagement?", param_hint="ID")
    elif fields:
        named = item
        item = _changed(archive, lambda: archive.correct(named, fields, note=note).item)
    _show(archive, item, json)
    return 0


def _changed(archive: Archive, change: Callable[[], str]) -> str:
    """The item that was changed. It may take long: what was retracted earlier is wiped then."""
    with Watch(sys.stderr) as watch:
        watch.does("writing it down")
        show_wiping(archive, watch)
        return change()


def _show(archive: Archive, item: str, json: bool) -> None:
    corrections = archive.corrections(item)
    found = archive.item(item)
    if json:
        results = [] if found is None else [_data(found)]
        print_answer({"item": item}, results, corrections=[asdict(one) for one in corrections])
        return
    lines: list[Line] = []
    if isinstance(found, KeptStatement):
        lines = list(statement_lines(found))
    elif found is not None:
        lines = list(engagement_lines(found))
    else:
        lines = [Line(Text(f"{one_line(item, 60)} {_why_not_there(corrections)}"))]
    print_lines([*lines, *_history(corrections)])


def _why_not_there(corrections: tuple[Correction, ...]) -> str:
    if any(one.applied for one in corrections):
        return "is struck out"
    return "is not there any more: its report was read again, and reads otherwise now"


def _data(found: KeptStatement | KeptEngagement) -> Data:
    return statement_data(found) if isinstance(found, KeptStatement) else engagement_data(found)


def _history(corrections: tuple[Correction, ...]) -> Iterator[Line]:
    if corrections:
        yield Line(Text("corrections", style="bold"))
    for one in corrections:
        told = "; ".join(
            f"{name}: {_value(one.before.get(name))} → {_value(value)}"
            for name, value in one.after.items()
        )
        row = Text(f"{one.id}  {one.at[:16].replace('T', ' ')}  ", style="dim")
        row.append(f"{one_line(one.who, 40)}: ", style="not dim")
        row.append(one_line(told, 400), style="not dim")
        if one.note:
            row.append(f" · {one_line(one.note)}", style="italic not dim")
        if one.undone_at:
            row.append(f" · undone {one.undone_at[:10]} by {one_line(one.undone_by or '?', 40)}")
        elif not one.applied:
            row.append(" · not applied: nothing stands there any more")
        yield Line(row, " " * 4, "  ")


def _value(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("value") or value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value in (None, "") else str(value)


def _check_date(value: str | None, option: str) -> None:
    if value is not None and days_of(value) is None:
        raise typer.BadParameter(
            f"{one_line(value, 40)} is no date; write 2024-09-26, 2024-09, 2024-W39 or a/b",
            param_hint=option,
        )
