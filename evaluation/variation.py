"""Labelled reports rewritten by rule in other countries' style, their labels moved along.

A reader that learned one country's style falls on these. The rules come from house styles that
British newspapers publish: single quotation marks outside and double ones inside, no full stop
in "Mr" or "US", spaced en dashes, a dateline before the first paragraph of the story.
Which labels count as quoted is decided on the original: the marks are only written otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evaluation.brat import LabelledReport
from evaluation.edits import Edit, EditedText
from evaluation.linked import Linked
from evaluation.words import double_marks
from onrecord.domain.span import Spans

Rule = Callable[[str], Iterable[Edit]]

DATELINE = "LONDON, Sept 26 (Reuters) – "

_SINGLE = {"“": "‘", "”": "’", '"': "'", "``": "'", "''": "'"}
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_QUOTED = re.compile(r"“[^“”]*”")
_INNER = re.compile(r"‘([^‘’]*(?:\w’\w[^‘’]*)*)’(?!\w)")  # ‘…’ with apostrophes allowed in it
_ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|U\.S|U\.N|U\.K)\.(?=\s+[\w“\"])")
_DASH = re.compile(r"\s*(?:—|--)\s*")
_SECOND_PARAGRAPH = re.compile(r"(?<=\n)(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Version:
    """A report to read, its labels, and the marks that make a label count as quoted."""

    stem: str
    text: str
    labels: tuple[Linked, ...]
    marks: Spans


def original(report: LabelledReport) -> Version:
    """The report as it is."""
    return Version(report.stem, report.text, report.labels, double_marks(report.text))


def varied(report: LabelledReport, rules: Iterable[Rule]) -> Version:
    """The report with all ``rules`` applied one after the other."""
    version = original(report)
    for rule in rules:
        version = _edited(version, rule)
    return version


def single_marks(text: str) -> Iterator[Edit]:
    """Double marks become single ones; curly single ones inside curly double ones, double."""
    done = 0
    for start, end in double_marks(text):
        if text[start:end] in _SINGLE and start >= done:  # of three apostrophes two are a pair
            yield Edit(start, end, _SINGLE[text[start:end]])
            done = end
    for outer in _QUOTED.finditer(text):
        for inner in _INNER.finditer(text, outer.start() + 1, outer.end() - 1):
            yield Edit(inner.start(), inner.start() + 1, "“")
            yield Edit(inner.end() - 1, inner.end(), "”")


def straight_marks(text: str) -> Iterator[Edit]:
    """Curly marks and apostrophes become the typewriter's."""
    for place, mark in enumerate(text):
        if mark in _STRAIGHT:
            yield Edit(place, place + 1, _STRAIGHT[mark])


def no_full_stops(text: str) -> Iterator[Edit]:
    """ "Mr." becomes "Mr", "U.S." becomes "US"."""
    for match in _ABBREVIATION.finditer(text):
        yield Edit(match.start(), match.end(), match[1].replace(".", ""))


def spaced_dashes(text: str) -> Iterator[Edit]:
    """An em dash or two hyphens become an en dash between blanks."""
    for match in _DASH.finditer(text):
        if "\n" not in match[0]:
            yield Edit(match.start(), match.end(), " – ")


def dateline(text: str) -> Iterator[Edit]:
    """A place, a day and an agency before the first paragraph after the headline."""
    match = _SECOND_PARAGRAPH.search(text)
    if match:
        yield Edit(match.start(), match.start(), DATELINE)


VARIANTS: dict[str, tuple[Rule, ...]] = {
    "british": (no_full_stops, spaced_dashes, dateline, single_marks),
    "straight": (straight_marks,),
}


def _edited(version: Version, rule: Rule) -> Version:
    edited = EditedText(version.text, rule(version.text))
    return Version(
        version.stem,
        edited.text,
        tuple(linked.moved(edited.moved) for linked in version.labels),
        tuple(edited.moved(mark) for mark in version.marks),
    )
