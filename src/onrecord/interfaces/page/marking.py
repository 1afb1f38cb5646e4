"""A report cut at every place where a mark begins or ends, so that marks may overlap and nest.

Pieces follow one another without a gap: joined they are ``article.text`` to the letter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from onrecord.domain.record import Record
from onrecord.domain.span import Span, Spans
from onrecord.domain.statement import Statement

_PARAGRAPH = re.compile(r"[^\r\n]+[\r\n]*|[\r\n]+")
"""A line with the line ends after it; empty lines go with the line before them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words ``[start, end)``, in code points, that all carry the same marks.

    ``said``, ``source`` and ``cue`` are ids of statements, the innermost (shortest) first;
    ``begins`` are those whose content begins here.
    """

    start: int
    end: int
    text: str
    said: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    notice: bool = False

    @property
    def marked(self) -> bool:
        """Whether there is anything to show but the words."""
        return bool(self.said or self.source or self.cue or self.notice)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the report, with the line ends after it, as its pieces."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


_ROLES = ("said", "source", "cue", "begins", "notice")


class _Mark(NamedTuple):
    role: str
    statement: str


@dataclass(slots=True)
class _Cuts:
    """What begins and ends at each place of the text."""

    opening: defaultdict[int, list[_Mark]] = field(default_factory=lambda: defaultdict(list))
    closing: defaultdict[int, list[_Mark]] = field(default_factory=lambda: defaultdict(list))

    def add(self, mark: _Mark, spans: Iterable[Span]) -> None:
        for start, end in spans:
            if start < end:
                self.opening[start].append(mark)
                self.closing[end].append(mark)


def mark(record: Record) -> tuple[Paragraph, ...]:
    """The report's paragraphs; time grows with the text and with the marks that overlap."""
    text = record.article.text
    cuts = _cuts(record.statements, record.article.notices)
    paragraphs = [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]
    borders = {0, len(text), *cuts.opening, *cuts.closing}
    borders.update(paragraph.start for paragraph in paragraphs)
    pieces = _pieces(text, sorted(borders), cuts, _ranks(record.statements))
    return tuple(_gathered(paragraphs, pieces))


def _cuts(statements: Iterable[Statement], notices: Spans) -> _Cuts:
    cuts = _Cuts()
    cuts.add(_Mark("notice", ""), notices)
    for statement in statements:
        cuts.add(_Mark("said", statement.id), statement.content.spans)
        cuts.add(_Mark("source", statement.id), statement.source.words.spans)
        cuts.add(_Mark("cue", statement.id), statement.cue.spans)
        cuts.add(_Mark("begins", statement.id), _first(statement.content.spans))
    return cuts


def _first(spans: Spans) -> Spans:
    """An empty mark would be lost, so a beginning is marked on the first content span."""
    return tuple(span for span in spans if span.start < span.end)[:1]


def _ranks(statements: Iterable[Statement]) -> dict[str, int]:
    """Place of each statement from the innermost out: by the length of what was said."""
    lengths = {
        statement.id: sum(end - start for start, end in statement.content.spans)
        for statement in statements
    }
    return {name: rank for rank, name in enumerate(sorted(lengths, key=lengths.__getitem__))}


def _pieces(text: str, borders: list[int], cuts: _Cuts, ranks: dict[str, int]) -> Iterator[Piece]:
    active: list[_Mark] = []
    for start, end in pairwise(borders):
        for closed in cuts.closing[start]:
            active.remove(closed)
        active.extend(cuts.opening[start])
        marks = _by_role(active, ranks)
        begins = _by_role(cuts.opening[start], ranks)["begins"]
        yield Piece(
            start,
            end,
            text[start:end],
            said=marks["said"],
            source=marks["source"],
            cue=marks["cue"],
            begins=begins,
            notice=bool(marks["notice"]),
        )


def _by_role(marks: list[_Mark], ranks: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """Ids of the statements marked in each role, the innermost first, each once."""
    ordered = sorted(set(marks), key=lambda mark: ranks.get(mark.statement, 0))
    return {role: tuple(mark.statement for mark in ordered if mark.role == role) for role in _ROLES}


def _gathered(paragraphs: list[Span], pieces: Iterator[Piece]) -> Iterator[Paragraph]:
    piece = next(pieces, None)
    for start, end in paragraphs:
        members: list[Piece] = []
        while piece is not None and piece.end <= end:
            members.append(piece)
            piece = next(pieces, None)
        yield Paragraph(start, end, tuple(members))
