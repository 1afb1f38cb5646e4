"""``onrecord log``: who did what, when, and to which report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from rich.text import Text

from onrecord.archive import Archive
from onrecord.domain.kept import KeptEngagement, KeptStatement, LogEntry
from onrecord.domain.report import Report
from onrecord.errors import NotKept
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.as_json import (
    Data,
    engagement_data,
    print_answer,
    report_data,
    statement_data,
)
from onrecord.interfaces.kept.printing import NOTHING, print_lines, remark
from onrecord.interfaces.kept.sources import LONGEST, report_words
from onrecord.interfaces.terminal_lines import Line

_WORDS = {"reread": "read again", "scrubbed": "wiped"}
_DECISIONS = ("corrected", "undone")
"""Done to a statement or engagement of a report; everything else is done to a report."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """An entry with the ``article`` it concerns; ``report`` and ``item`` where they are kept."""

    entry: LogEntry
    article: str | None
    report: Report | None
    item: KeptStatement | KeptEngagement | None = None


def show_log(archive: Archive, limit: int, json: bool) -> int:
    """Print it, the latest first. Raises RunError."""
    entries = archive.log(limit + 1)
    shown = _deeds(archive, entries[:limit])
    if json:
        print_answer({"limit": limit}, map(_data, shown), more=len(entries) > limit)
    elif shown:
        print_lines(_table(shown))
    if len(entries) > limit:
        remark(f"there is more; --limit {2 * limit} shows it")
    if not shown:
        remark("nothing was done yet")
    return 0 if shown else NOTHING


def _deeds(archive: Archive, entries: Sequence[LogEntry]) -> list[_Deed]:
    decided = any(one.what in _DECISIONS for one in entries)
    corrections = archive.corrections() if decided else ()
    # What is corrected is told by the item, what is undone by the correction.
    of = {id: one for one in corrections for id in (one.id, one.item)}
    found = []
    for entry in entries:
        if entry.what not in _DECISIONS:
            found.append(_Deed(entry, entry.item, _report(archive, entry.item)))
        elif correction := of.get(entry.item):
            report = _report(archive, correction.article)
            item = _item(archive, correction.item)
            found.append(_Deed(entry, correction.article, report, item))
        else:  # its report was retracted since, and the corrections with it
            found.append(_Deed(entry, None, None))
    return found


def _report(archive: Archive, id: str) -> Report | None:
    """The report of that very id; an address or path that looks alike is another."""
    return next((one for one in archive.reports(id) if one.id == id), None)


def _item(archive: Archive, id: str) -> KeptStatement | KeptEngagement | None:
    try:
        return archive.item(id)
    except NotKept:
        return None


def _data(deed: _Deed) -> Data:
    about: Data = {"article": deed.article, "entity": None, "content": [], "spans": []}
    if deed.report:
        about |= report_data(deed.report)
    if deed.item:
        whole = (
            statement_data(deed.item)
            if isinstance(deed.item, KeptStatement)
            else engagement_data(deed.item)
        )
        names = ("entity", "content", "spans", "sentence", "sentence_spans")
        about |= {name: whole[name] for name in names}
    return {**asdict(deed.entry), **about}


def _table(deeds: Sequence[_Deed]) -> Iterator[Line]:
    """A row each, its columns as wide as their widest entry, and the report and words below."""
    rows = [_cells(one.entry) for one in deeds]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for deed, cells in zip(deeds, rows, strict=True):
        row = Text()
        for cell, width, style in zip(cells, widths, ("dim", "bold", "", ""), strict=True):
            row.append(f"{cell:<{width}}  ", style)
        row.append(one_line(deed.entry.note), "italic")
        yield Line(row, " " * 4, "")
        if deed.report:
            yield Line(Text(report_words(deed.report), style="dim"), " " * 6, " " * 4)
        if deed.item:
            told = f"in: {one_line(deed.item.sentence.text, LONGEST)}"
            yield Line(Text(told, style="dim"), " " * 6, " " * 4)


def _cells(entry: LogEntry) -> tuple[str, ...]:
    when = entry.at[:16].replace("T", " ")
    what = _WORDS.get(entry.what, one_line(entry.what, 20))
    return when, what, one_line(entry.item, 60), one_line(entry.who, 40)
