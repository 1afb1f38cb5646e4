"""What a report tells, in a shape to be compared: a statement's content or a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from onrecord.domain.kept import KeptStatement, Paragraph
from onrecord.domain.report import Report
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.statement import Form
from onrecord.query.verify.words import Word, find_words

_IN_MARKS = re.compile(
    r"""
    “[^”]*(?:”|\Z)                                           # open to the end: more paragraphs
  | "[^"]*(?:"|\Z)
  | (?<!\w)‘[^‘’]*(?:’\w[^‘’]*)*(?:’|\Z)                    # ’ before a letter is an apostrophe
  | (?<!\w)'[^'\n]*(?:(?<=\w)'\w[^'\n]*)*'(?!\w)
    """,
    re.VERBOSE,
)
"""What stands in quotation marks."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """``pieces`` begin at ``starts``, code points of the report; ``words`` are those of all.

    An ellipsis that the report prints is no word: it marks a pause, or what the report left out.
    ``paragraph``: where it was found. ``statement``: whose words they are, None where none was
    read. ``spoken``: which of the words are given as somebody's very words.
    """

    report: Report
    paragraph: Paragraph
    statement: KeptStatement | None
    starts: tuple[int, ...]
    pieces: tuple[str, ...]
    words: tuple[Word, ...] = field(repr=False)
    keys: tuple[str, ...] = field(repr=False)
    spoken: tuple[bool, ...] = field(repr=False)

    def passage(self, first: int, last: int, alone: bool = False) -> Passage:
        """The words ``[first, last)``, piece by piece; and what stands between them and the next
        word, unless they are to stand ``alone``."""
        if first >= last:
            return NO_WORDS
        end = self.words[last].start if last < len(self.words) else self._end
        return self.cut(self.words[first].start, self.words[last - 1].end if alone else end)

    def spoken_within(self, first: int, last: int) -> Passage:
        """Of the words ``[first, last)`` those that are given as somebody's very words."""
        bounds = [
            at
            for at in range(first, last + 1)
            if (at < last and self.spoken[at]) != (at > first and self.spoken[at - 1])
        ]
        passages = [
            self.passage(begin, end, alone=True)
            for begin, end in zip(bounds[::2], bounds[1::2], strict=True)
        ]
        return Passage(
            tuple(span for one in passages for span in one.spans),
            tuple(piece for one in passages for piece in one.pieces),
        )

    def cut(self, start: int, end: int) -> Passage:
        """What the pieces hold of the report's code points ``[start, end)``."""
        spans: list[Span] = []
        texts: list[str] = []
        at = max(0, bisect_right(self.starts, start) - 1)
        for begin, piece in zip(self.starts[at:], self.pieces[at:], strict=True):
            low, high = max(start, begin), min(end, begin + len(piece))
            if low < high:
                spans.append(Span(low, high))
                texts.append(piece[low - begin : high - begin])
            elif begin >= end:
                break
        return Passage(tuple(spans), tuple(texts))

    @property
    def _end(self) -> int:
        return self.starts[-1] + len(self.pieces[-1])


def statement_told(paragraph: Paragraph, kept: KeptStatement) -> Told:
    """The content of a statement that reaches into ``paragraph``."""
    content, form = kept.statement.content, kept.statement.form
    starts = tuple(span.start for span in content.spans)
    told = _told(kept.report, paragraph, kept, starts, content.pieces)
    if form is Form.MIXED:
        return told
    return replace(told, spoken=(form is Form.DIRECT,) * len(told.words))


def paragraph_told(paragraph: Paragraph, kept: KeptStatement | None = None) -> Told:
    """Everything in ``paragraph``; ``kept``: the statement that most of what matters is of."""
    return _told(paragraph.report, paragraph, kept, (paragraph.start,), (paragraph.text,))


def _told(
    report: Report,
    paragraph: Paragraph,
    kept: KeptStatement | None,
    starts: tuple[int, ...],
    pieces: tuple[str, ...],
) -> Told:
    words: list[Word] = []
    spoken: list[bool] = []
    for start, piece in zip(starts, pieces, strict=True):
        found = [word for word in find_words(piece, start) if not word.gap]
        marks = [(one.start() + start, one.end() + start) for one in _IN_MARKS.finditer(piece)]
        words += found
        spoken += _within(found, marks)
    return Told(
        report,
        paragraph,
        kept,
        starts,
        pieces,
        tuple(words),
        tuple(one.key for one in words),
        tuple(spoken),
    )


def _within(words: list[Word], marks: list[tuple[int, int]]) -> list[bool]:
    """Which of ``words`` stand in one of ``marks``, both in order."""
    found, at = [], 0
    for word in words:
        while at < len(marks) and marks[at][1] <= word.start:
            at += 1
        found.append(at < len(marks) and marks[at][0] < word.start)
    return found
