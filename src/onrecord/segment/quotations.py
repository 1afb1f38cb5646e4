"""Quotation marks paired: double and single, curly and typewriter, nested, carried over, unclosed.

News style (AP Stylebook, "quotation marks"; Hart's Rules 9.2) is what the pairing rests on: a
quotation over several paragraphs opens each of them and closes only the last; an apostrophe looks
like a closing single mark; British papers may put single marks where American ones put double.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.domain.segmented import Quotation
from onrecord.domain.span import Span
from onrecord.segment.marks import CLOSING_OF, ENDS_SPEECH, SINGLE, Mark, find_marks

LONGEST_SINGLE = 4000
"""Code points after which an apostrophe-like mark is no longer taken for a closing one."""


@dataclass(slots=True)
class _Open:
    """A quotation that is open while a paragraph is scanned."""

    mark: Mark
    depth: int


class _Part(NamedTuple):
    span: Span
    inner: Span
    sign: str
    depth: int
    closed: bool
    paragraph: int


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Every quotation of every paragraph, in order of its opening; parts of one share a chain.

    A quotation that is not closed in its paragraph reaches to the paragraph's end. It is one chain
    with the next paragraph's first quotation when that paragraph opens with the same sign.
    Total on any string; the cost is linear in its length.
    """
    paragraphs = list(paragraphs)
    parts: list[_Part] = []
    for number, paragraph in enumerate(paragraphs):
        following = text[paragraphs[number + 1].start] if number + 1 < len(paragraphs) else ""
        parts.extend(_parts(text, paragraph, number, following))
    return _chained(parts, paragraphs)


def _parts(text: str, paragraph: Span, number: int, following: str) -> list[_Part]:
    """Pair the marks of one paragraph with a stack; what is left open reaches to its end.

    ``following`` is the sign that the next paragraph begins with: one that goes on there need not
    be closed here, which is else asked of single marks.
    """
    marks = find_marks(text, paragraph)
    closers = _single_closers(text, marks, following in SINGLE)
    openers = _openers(marks, closers, paragraph, following)
    stack: list[_Open] = []
    parts: list[_Part] = []
    for index, mark in enumerate(marks):
        level = _closes(stack, mark, index in closers)
        if level is not None:
            del stack[level + 1 :]
            parts.append(_part(stack.pop(), mark, paragraph, number))
        elif index in openers and not _same_open(stack, mark):
            stack.append(_Open(mark, len(stack)))
    unclosed = [
        opened
        for opened in stack
        if opened.mark.sign not in SINGLE or _needs_no_closing(opened.mark, paragraph, following)
    ]
    parts.extend(_part(opened, None, paragraph, number) for opened in unclosed)
    return sorted(parts)


def _part(opened: _Open, closing: Mark | None, paragraph: Span, number: int) -> _Part:
    end = closing.end if closing else paragraph.end
    inner_end = closing.start if closing else paragraph.end
    mark = opened.mark
    return _Part(
        Span(mark.start, end),
        Span(mark.end, inner_end),
        mark.sign,
        opened.depth,
        closing is not None,
        number,
    )


def _closes(stack: list[_Open], mark: Mark, single_closer: bool) -> int | None:
    """Which open quotation ``mark`` closes: the innermost with a matching sign."""
    if not mark.may_close or (mark.sign in SINGLE and not single_closer):
        return None
    for level in range(len(stack) - 1, -1, -1):
        if mark.sign in CLOSING_OF[stack[level].mark.sign]:
            return level
    return None


def _same_open(stack: list[_Open], mark: Mark) -> bool:
    """A second opening of a sign that is open already is a slip of the keyboard, not a nesting."""
    return any(opened.mark.sign == mark.sign for opened in stack)


def _needs_no_closing(mark: Mark, paragraph: Span, following: str) -> bool:
    """Whether a single mark that nothing closes is more than an apostrophe."""
    return mark.start == paragraph.start or mark.sign == following


def _openers(
    marks: list[Mark], closers: frozenset[int], paragraph: Span, following: str
) -> frozenset[int]:
    """Which marks may open: a single one if something closes it or it needs no closing."""
    openers: set[int] = set()
    next_closer: dict[str, int] = {}
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        if mark.may_open and (
            mark.sign not in SINGLE
            or _needs_no_closing(mark, paragraph, following)
            or any(
                next_closer.get(sign, mark.start + LONGEST_SINGLE) - mark.start < LONGEST_SINGLE
                for sign in CLOSING_OF[mark.sign]
            )
        ):
            openers.add(index)
        if index in closers:
            next_closer[mark.sign] = mark.start
    return frozenset(openers)


def _single_closers(text: str, marks: list[Mark], goes_on: bool) -> frozenset[int]:
    """Which apostrophe-like marks close: sure after a stop; after an s only if no sure one follows.

    "the voters’ choice" inside single marks would otherwise end the quotation at "voters".
    ``goes_on``: the next paragraph opens with a single mark, so perhaps nothing closes here.
    """
    closers: set[int] = set()
    sure_follows = goes_on
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        if mark.sign not in SINGLE:
            continue
        if mark.may_open and not mark.may_close:
            sure_follows = False
        elif mark.may_close:
            before = text[mark.start - 1 : mark.start]
            sure = before in ENDS_SPEECH or before in '”"' or not before.isalnum()
            if sure or not (before in "sS" and sure_follows):
                closers.add(index)
            sure_follows = sure_follows or sure
    return frozenset(closers)


def _chained(parts: list[_Part], paragraphs: list[Span]) -> tuple[Quotation, ...]:
    """Number the chains: an unclosed quotation goes on where the next paragraph opens alike."""
    quotations: list[Quotation] = []
    pending: dict[tuple[int, str], int] = {}
    chains = 0
    for part in parts:
        opens_paragraph = part.span.start == paragraphs[part.paragraph].start
        chain = pending.pop((part.paragraph, part.sign), None) if opens_paragraph else None
        if chain is None:
            chain, chains = chains, chains + 1
        if not part.closed:
            pending[part.paragraph + 1, part.sign] = chain
        quotations.append(Quotation(part.span, part.inner, chain, part.depth, part.closed))
    return tuple(quotations)


def chain_lengths(quotations: Iterable[Quotation]) -> dict[int, int]:
    """How many paragraphs each chain has."""
    lengths: dict[int, int] = {}
    for quotation in quotations:
        lengths[quotation.chain] = lengths.get(quotation.chain, 0) + 1
    return lengths


def outermost(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations that stand in no other one of their paragraph."""
    return (quotation for quotation in quotations if quotation.depth == 0)
