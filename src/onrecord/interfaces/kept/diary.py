"""``onrecord diary`` from its request to what is printed and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import typer

from onrecord.archive import Archive
from onrecord.domain.asked import MANY
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.interfaces.checking import check_probability, first_day, last_day
from onrecord.interfaces.kept.answering import print_as_json, print_for_people, remark_on
from onrecord.interfaces.kept.diary_json import entry_data
from onrecord.interfaces.kept.diary_lines import entry_lines
from onrecord.interfaces.kept.printing import remark
from onrecord.query.entries import Entry


@dataclass(frozen=True, slots=True)
class Search:
    """The options of the command, as they were given."""

    who: str | None = None
    beside: str | None = None
    since: str | None = None
    until: str | None = None
    statuses: tuple[Status, ...] = ()
    kinds: tuple[EngagementKind, ...] = ()
    least: float = 0.0
    limit: int = MANY

    def checked(self) -> Search:
        """The same with dates as ISO days. Raises BadParameter."""
        check_probability(self.least)
        return replace(self, since=first_day(self.since), until=last_day(self.until))

    def as_query(self) -> dict[str, Any]:
        """As JSON shows it."""
        given = asdict(self)
        return {**given, "statuses": list(self.statuses), "kinds": list(self.kinds)}


def answer_diary(archive: Archive, search: Search, json: bool, ics: Path | None) -> int:
    """Ask the record, print what it answers, write the calendar. Raises RunError, BadParameter."""
    if ics is None:
        return _answer(archive, search, json)
    from onrecord.interfaces.kept.diary_calendar import calendar_draft, write_calendar

    _refuse_the_record(archive, ics)
    with calendar_draft(ics) as draft:
        return _answer(archive, search, json, lambda found: write_calendar(found, draft, ics))


def _answer(
    archive: Archive,
    search: Search,
    json: bool,
    write: Callable[[Sequence[Entry]], str] | None = None,
) -> int:
    found = archive.diary(
        search.who,
        search.beside,
        since=search.since,
        until=search.until,
        statuses=search.statuses,
        kinds=search.kinds,
        least=search.least,
        limit=search.limit,
    )
    if json:
        print_as_json(found, search.as_query(), entry_data)
    else:
        print_for_people(found, entry_lines)
    if write is not None:
        remark(write(found.results))
    return remark_on(found, search.limit, "nothing of that kind is in the record")


def _refuse_the_record(archive: Archive, ics: Path) -> None:
    if ics.exists() and archive.path.exists() and ics.samefile(archive.path):
        raise typer.BadParameter(
            f"{ics} is the record itself; name another file", param_hint="--ics"
        )
