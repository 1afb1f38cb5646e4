"""The paragraphs of a report as it was read, to look for furniture and authors in."""

from __future__ import annotations

import re

from onrecord.domain.span import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)")
_WRAPPED_WIDTH = range(45, 101)
"""Characters in a line that was broken at a fixed width; the last of a paragraph is shorter."""


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs without surrounding white space, in reading order.

    A line is a paragraph, except where a block between blank lines was wrapped at a fixed width:
    then the whole block is one. Total on any string.
    """
    found: list[Span] = []
    for block in _blocks(text):
        found.extend([Span(block[0].start, block[-1].end)] if _is_wrapped(block) else block)
    return tuple(found)


def _blocks(text: str) -> list[list[Span]]:
    """The lines that hold words, in runs that no blank line interrupts."""
    blocks: list[list[Span]] = []
    last_end = -1
    for match in _LINE.finditer(text):
        line = _stripped(text, *match.span())
        if line is None:
            continue
        if not blocks or _BLANK_LINE.search(text, last_end, line.start):
            blocks.append([])
        blocks[-1].append(line)
        last_end = line.end
    return blocks


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None


def _is_wrapped(block: list[Span]) -> bool:
    lengths = [end - start for start, end in block]
    return (
        len(lengths) > 1
        and all(length in _WRAPPED_WIDTH for length in lengths[:-1])
        and lengths[-1] < _WRAPPED_WIDTH.stop
    )
