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
    ``begins`` are those whose content begins here. ``mention``: ids of the entities that the
    words stand for, the innermost first; ``places``: the mentions that begin here ("e1-2" is the
    second of e1). ``told``: ids of the engagements and questions that the words tell of;
    ``tells``: those that are told of from here on.
    """

    start: int
    end: int
    text: str
    said: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    notice: bool = False

    @property
    def marked(self) -> bool:
        """Whether there is anything to show but the words."""
        return bool(
            self.said or self.source or self.cue or self.mention or self.told or self.notice
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the report, with the line ends after it, as its pieces."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


_ROLES = ("said", "source", "cue", "begins", "mention", "places", "told", "tells", "notice")


class _Mark(NamedTuple):
    """``rank``: the smaller, the further in among the marks of its role."""

    rank: int
    role: str
    name: str


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
    cuts = _cuts(record)
    paragraphs = [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]
    borders = {0, len(text), *cuts.opening, *cuts.closing}
    borders.update(paragraph.start for paragraph in paragraphs)
    pieces = _pieces(text, sorted(borders), cuts)
    return tuple(_gathered(paragraphs, pieces))


def _cuts(record: Record) -> _Cuts:
    cuts = _Cuts()
    cuts.add(_Mark(0, "notice", ""), record.article.notices)
    ranks = _ranks(record.statements)
    for statement in record.statements:
        rank, name = ranks[statement.id], statement.id
        cuts.add(_Mark(rank, "said", name), statement.content.spans)
        cuts.add(_Mark(rank, "source", name), statement.source.words.spans)
        cuts.add(_Mark(rank, "cue", name), statement.cue.spans)
        cuts.add(_Mark(rank, "begins", name), _first(statement.content.spans))
    for entity in record.entities:
        for number, mention in enumerate(entity.mentions, 1):
            length = mention.span.end - mention.span.start
            cuts.add(_Mark(length, "mention", entity.id), [mention.span])
            cuts.add(_Mark(length, "places", f"{entity.id}-{number}"), [mention.span])
    for name, spans in _told(record):
        cuts.add(_Mark(0, "told", name), spans)
        cuts.add(_Mark(0, "tells", name), _first(spans))
    return cuts


def _told(record: Record) -> Iterator[tuple[str, Spans]]:
    """The words that tell of each engagement and of each question."""
    for engagement in record.engagements:
        yield engagement.id, engagement.evidence.spans
    for exchange in record.exchanges:
        yield exchange.id, exchange.question.spans


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


def _pieces(text: str, borders: list[int], cuts: _Cuts) -> Iterator[Piece]:
    active: list[_Mark] = []
    for start, end in pairwise(borders):
        for closed in cuts.closing[start]:
            active.remove(closed)
        active.extend(cuts.opening[start])
        marks = _by_role(active)
        opened = _by_role(cuts.opening[start])
        yield Piece(
            start,
            end,
            text[start:end],
            said=marks["said"],
            source=marks["source"],
            cue=marks["cue"],
            begins=opened["begins"],
            mention=marks["mention"],
            places=opened["places"],
            told=marks["told"],
            tells=opened["tells"],
            notice=bool(marks["notice"]),
        )


def _by_role(marks: list[_Mark]) -> dict[str, tuple[str, ...]]:
    """Names of what is marked in each role, the innermost first, each once."""
    found: dict[str, dict[str, None]] = {role: {} for role in _ROLES}
    for mark in sorted(marks):
        found[mark.role][mark.name] = None
    return {role: tuple(names) for role, names in found.items()}


def _gathered(paragraphs: list[Span], pieces: Iterator[Piece]) -> Iterator[Paragraph]:
    piece = next(pieces, None)
    for start, end in paragraphs:
        members: list[Piece] = []
        while piece is not None and piece.end <= end:
            members.append(piece)
            piece = next(pieces, None)
        yield Paragraph(start, end, tuple(members))
