"""What a fake view compares by: words, days and the order of reports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from onrecord.domain.asked import EngagementsAsked
from onrecord.domain.days import day_of_publication, days_of
from onrecord.domain.kept import KeptEngagement, KeptStatement
from onrecord.domain.report import Report
from onrecord.domain.span import Passage

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^\n]+?(?:[.?!][”’\"']*(?=\s|$)|(?=\n|$))")
Item = TypeVar("Item", KeptStatement, KeptEngagement)


def words_of(text: str) -> list[str]:
    """The words of ``text`` as an index finds them: without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(one for one in plain if not unicodedata.combining(one)))


def suits(asked: EngagementsAsked, one: KeptEngagement, entry: Iterable[KeptEngagement]) -> bool:
    """``entry``: all that is told of the same entry."""
    keys, told = {who.key for who in one.participants}, one.engagement
    others = list(entry) if asked.of_entry else [one]
    beside = {who.key for each in others for who in each.participants}
    return (
        (not asked.who or bool(asked.who & keys))
        and (not asked.beside or bool(asked.beside & beside))
        and within(day_told(one), asked.since, asked.until)
        and (not asked.statuses or any(x.engagement.status in asked.statuses for x in others))
        and (not asked.kinds or any(x.engagement.kind in asked.kinds for x in others))
        and told.probability >= asked.least
    )


def within(day: str | None, since: str | None, until: str | None) -> bool:
    days = days_of(day)
    if days is None:
        return since is None and until is None
    last = days.last.isoformat()
    return (since or last) <= last <= (until or last)


def alike(outlet: str | None, asked: str) -> bool:
    return (outlet or "").casefold() == asked.casefold()


def day_told(one: KeptEngagement) -> str | None:
    return one.engagement.when.value if one.engagement.when else None


def age(day: str | None) -> int:
    """Smaller for what is newer."""
    days = days_of(day)
    return -days.last.toordinal() if days else 0


def earliest(report: Report) -> tuple[bool, str, str]:
    day = day_of_publication(report.published)
    return day is None, report.published or "", report.id


def grouped(
    items: Iterable[Item], wanted: Iterable[str], group: Callable[[Item], str]
) -> dict[str, tuple[Item, ...]]:
    found: dict[str, list[Item]] = {name: [] for name in wanted}
    for one in items:
        if group(one) in found:
            found[group(one)].append(one)
    return {
        name: tuple(sorted(members, key=lambda one: (earliest(one.report), one.id)))
        for name, members in found.items()
        if members
    }


def pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for paragraph in text.splitlines(keepends=True):
        yield start, paragraph
        start += len(paragraph)


def around(text: str, words: Passage) -> Passage:
    found = [
        one.span()
        for one in _SENTENCE.finditer(text)
        if any(span.start < one.end() and one.start() < span.end for span in words.spans)
    ]
    return Passage.cut(text, found or words.spans)
