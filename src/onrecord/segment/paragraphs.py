"""Paragraphs: where a report's lines begin and end a thought.

News text comes in three habits: a blank line between paragraphs, one line a paragraph, or lines
wrapped at a fixed width. Only the third makes a single line break mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.domain.span import Span, Spans

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]+(?:\([^)]*\))?:\s")
WRAP_WIDTH = 100
"""No line of wrapped text is longer: terminals and mail wrap at 72 to 80."""
SHORT_LINE = 45
"""A line shorter than this ended on purpose, even in wrapped text."""


def find_paragraphs(text: str, skip: Spans = ()) -> tuple[Span, ...]:
    """Spans of the paragraphs of ``text``, without surrounding white space, in reading order.

    Lines that overlap ``skip`` (notices, the byline) are cut at its bounds and hold no paragraph
    inside it. Total on any string.
    """
    lines = list(_lines(text))
    if _is_wrapped(text, lines):
        lines = _unwrap(text, lines)
    return tuple(kept for line in lines for kept in _outside(text, line, skip))


def _lines(text: str) -> Iterator[Span]:
    for match in LINE.finditer(text):
        if span := _stripped(text, *match.span()):
            yield span


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 3 or not BLANK_LINE.search(text):
        return False
    lengths = [end - start for start, end in lines]
    return max(lengths) <= WRAP_WIDTH and sum(n >= SHORT_LINE for n in lengths) * 2 > len(lengths)


def _unwrap(text: str, lines: list[Span]) -> list[Span]:
    """Join each line to the one before, unless a blank or short line or a speaker parts them."""
    joined = lines[:1]
    last = lines[0]
    for line in lines[1:]:
        gap = text[last.end : line.start]
        parted = BLANK_LINE.search(gap) or last.end - last.start < SHORT_LINE
        if parted or SPEAKER.match(text, line.start):
            joined.append(line)
        else:
            joined[-1] = Span(joined[-1].start, line.end)
        last = line
    return joined


def _outside(text: str, line: Span, skip: Spans) -> Iterator[Span]:
    """The parts of ``line`` that no span of ``skip`` covers."""
    start = line.start
    for cut in sorted(skip):
        if cut.start < line.end and cut.end > start:
            if kept := _stripped(text, start, max(start, cut.start)):
                yield kept
            start = cut.end
    if start < line.end and (kept := _stripped(text, start, line.end)):
        yield kept
