"""``onrecord said`` from its request to what is printed and the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from onrecord.archive import Archive
from onrecord.domain.asked import MANY
from onrecord.domain.statement import Act
from onrecord.interfaces.checking import check_probability, first_day, last_day
from onrecord.interfaces.kept.answering import print_as_json, print_for_people, remark_on
from onrecord.interfaces.kept.as_json import Data, statement_data
from onrecord.interfaces.kept.differences import marked
from onrecord.interfaces.kept.said_lines import statement_lines
from onrecord.interfaces.kept.sources import INDENT, dim, names, report_words
from onrecord.interfaces.terminal_lines import Line
from onrecord.query.attested import Attested

_MOST_REPORTS = 5


@dataclass(frozen=True, slots=True)
class Search:
    """The options of the command, as they were given."""

    words: str = ""
    by: str | None = None
    to: str | None = None
    since: str | None = None
    until: str | None = None
    acts: tuple[Act, ...] = ()
    outlet: str | None = None
    least: float = 0.0
    limit: int = MANY

    def checked(self) -> Search:
        """The same with dates as ISO days. Raises BadParameter."""
        check_probability(self.least)
        return replace(self, since=first_day(self.since), until=last_day(self.until))

    def as_query(self) -> dict[str, Any]:
        """As JSON shows it."""
        return {**asdict(self), "acts": list(self.acts)}


def answer_said(archive: Archive, search: Search, json: bool) -> int:
    """Ask the record and print what it answers. Raises RunError."""
    found = archive.said(
        search.words,
        by=search.by,
        to=search.to,
        since=search.since,
        until=search.until,
        acts=search.acts,
        outlet=search.outlet,
        least=search.least,
        limit=search.limit,
    )
    if json:
        print_as_json(found, search.as_query(), attested_data)
    else:
        print_for_people(found, _lines)
    return remark_on(found, search.limit, "nobody in the record said that")


def _lines(one: Attested) -> Iterator[Line]:
    lines = list(statement_lines(one.statement, len(one.outlets), one.independent))
    yield from lines[:-1]
    if one.earliest.id != one.statement.id:
        yield dim(f"first: {report_words(one.earliest.report)}")
    first, *others = one.wordings
    for wording in others:
        told = report_words(wording.told_by[0].report)
        yield Line(marked(first.words.text, wording.words.text), INDENT + "  ", f"{INDENT}≠ ")
        yield dim(f"  so in {told}")
    for who, told_by in one.speakers_elsewhere:
        reports = "; ".join(report_words(two.report) for two in told_by[:_MOST_REPORTS])
        yield dim(f"by {names([who])} in {reports}")
    yield lines[-1]


def attested_data(one: Attested) -> Data:
    """One utterance, with every report of it."""
    asked = one.asked
    return {
        **statement_data(one.statement),
        "utterance": one.id,
        "outlets": list(one.outlets),
        "reports": len(one.attestations),
        "independent": one.independent,
        "earliest": one.earliest.report.id,
        "answers": asked.question.text if asked else None,
        "response": asked.response if asked else None,
        "attestations": [
            {"id": each.id, "article": each.report.id, "outlet": each.report.outlet}
            for each in one.attestations
        ],
    }
