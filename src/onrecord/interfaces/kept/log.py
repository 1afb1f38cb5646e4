"""``onrecord log``: who did what, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from rich.text import Text

from onrecord.archive import Archive
from onrecord.domain.kept import LogEntry
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.as_json import print_answer
from onrecord.interfaces.kept.printing import NOTHING, print_lines, remark
from onrecord.interfaces.terminal_lines import Line

_WORDS = {"reread": "read again", "scrubbed": "wiped"}


def show_log(archive: Archive, limit: int, json: bool) -> int:
    """Print it, the latest first. Raises RunError."""
    entries = archive.log(limit + 1)
    shown = entries[:limit]
    if json:
        print_answer({"limit": limit}, (_data(entry) for entry in shown))
    elif shown:
        print_lines(_table(shown))
    if len(entries) > limit:
        remark(f"there is more; --limit {2 * limit} shows it")
    if not shown:
        remark("nothing was done yet")
    return 0 if shown else NOTHING


def _data(entry: LogEntry) -> dict[str, object]:
    return {**asdict(entry), "article": entry.item if entry.item.startswith("a_") else None}


def _table(entries: tuple[LogEntry, ...]) -> Iterator[Line]:
    """A row each; columns as wide as their widest entry."""
    rows = [_cells(entry) for entry in entries]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for entry, cells in zip(entries, rows, strict=True):
        row = Text()
        for cell, width, style in zip(cells, widths, ("dim", "bold", "", ""), strict=True):
            row.append(f"{cell:<{width}}  ", style)
        row.append(one_line(entry.note), "italic")
        yield Line(row, " " * 4, "")


def _cells(entry: LogEntry) -> tuple[str, ...]:
    when = entry.at[:16].replace("T", " ")
    what = _WORDS.get(entry.what, one_line(entry.what, 20))
    return when, what, one_line(entry.item, 60), one_line(entry.who, 40)
