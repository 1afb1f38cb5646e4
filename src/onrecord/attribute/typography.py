"""Exact bounds from quotation marks: what print says plainly need not be guessed.

Two rules of the trade are used. A quotation is somebody's words from mark to mark, so a content
that takes most of one takes all of it. And a quotation that opens several paragraphs and closes
only the last is one utterance, so its parts go to the one cue that claims the first of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from onrecord.attribute.linking import Candidate
from onrecord.domain.segmented import QuoteState, SegmentedArticle
from onrecord.domain.span import Span

MOST = 0.5
"""Share of a quotation's words that a content must cover to be given the rest.

On dev any share from .35 to .75 gives the same figures.
"""

_LAST = attrgetter("last")
_MARKS = (QuoteState.OPENING, QuoteState.CLOSING)


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words ``[first, last)`` of one paragraph's part of a quotation, marks included."""

    first: int
    last: int
    chain: int
    paragraph: int

    def covered(self, words: Span) -> float:
        """Share of the quotation's words that stand in ``words``."""
        return (min(words.end, self.last) - max(words.start, self.first)) / (self.last - self.first)

    def holds(self, first: int, last: int) -> bool:
        """Whether any of the words ``[first, last)`` stands in the quotation."""
        return first < self.last and last > self.first


def quoted_words(article: SegmentedArticle) -> list[QuotedWords]:
    """The outermost quotations, in reading order."""
    outer = [quotation for quotation in article.quotations if quotation.depth == 0]
    bounds = np.searchsorted(article.starts, [quotation.span for quotation in outer]).reshape(-1, 2)
    return [
        QuotedWords(first, last, quotation.chain, int(article.paragraphs[first]))
        for quotation, (first, last) in zip(outer, bounds.tolist(), strict=True)
        if first < last
    ]


def complete_quotations(
    article: SegmentedArticle, candidates: tuple[Candidate, ...]
) -> list[list[Span]]:
    """For each candidate its content as word ranges, quotations complete; empty if it lost all."""
    quotations = quoted_words(article)
    drafts = [
        [
            _to_marks(Span(content.first, content.last), candidate, quotations)
            for content in candidate.contents
        ]
        for candidate in candidates
    ]
    _unite_chains(article, candidates, drafts, quotations)
    return [[_with_marks(article, span) for span in _merged(article, spans)] for spans in drafts]


def _touched(words: Span, quotations: list[QuotedWords]) -> list[int]:
    """Numbers of the quotations that share a word with ``words``."""
    number = bisect_right(quotations, words.start, key=_LAST)
    touched = []
    while number < len(quotations) and quotations[number].first < words.end:
        touched.append(number)
        number += 1
    return touched


def _to_marks(words: Span, candidate: Candidate, quotations: list[QuotedWords]) -> Span:
    """Move an end inside a quotation to its mark, but never over the cue or the source."""
    first, last = words
    for quoted in (quotations[number] for number in _touched(words, quotations)):
        own = [candidate.cue, *([candidate.source] if candidate.source else [])]
        if quoted.covered(words) >= MOST and not any(
            quoted.holds(part.first, part.last) for part in own
        ):
            first, last = min(first, quoted.first), max(last, quoted.last)
    return Span(first, last)


def _unite_chains(
    article: SegmentedArticle,
    candidates: tuple[Candidate, ...],
    drafts: list[list[Span]],
    quotations: list[QuotedWords],
) -> None:
    """Give the parts of each chain to the candidate that claims the first claimed part.

    A part keeps its own claimant where that one's cue stands in the part's own paragraph: there the
    report says who speaks, and the unclosed mark before it was a slip.
    """
    claimants = _claimants(drafts, quotations)
    chains: dict[int, list[int]] = defaultdict(list)
    for number, quoted in enumerate(quotations):
        chains[quoted.chain].append(number)
    for parts in chains.values():
        owner = next((claimants[part] for part in parts if part in claimants), None)
        if owner is None or len(parts) == 1:
            continue
        for part in parts:
            holder = claimants.get(part, owner)
            quoted = quotations[part]
            if (
                holder != owner
                and article.paragraphs[candidates[holder].cue.first] == quoted.paragraph
            ):
                owner = holder
            elif holder != owner:
                drafts[holder] = [span for span in drafts[holder] if not quoted.holds(*span)]
            drafts[owner].append(Span(quoted.first, quoted.last))


def _claimants(drafts: list[list[Span]], quotations: list[QuotedWords]) -> dict[int, int]:
    """Which candidate covers most of each quotation."""
    best: dict[int, tuple[float, int]] = {}
    for candidate, spans in enumerate(drafts):
        for span in spans:
            for number in _touched(span, quotations):
                covered = quotations[number].covered(span)
                if covered >= MOST and covered > best.get(number, (0.0, 0))[0]:
                    best[number] = (covered, candidate)
    return {number: candidate for number, (_, candidate) in best.items()}


def _merged(article: SegmentedArticle, spans: list[Span]) -> list[Span]:
    """Sorted; ranges of one paragraph that overlap or touch become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if (
            merged
            and span.start <= merged[-1].end
            and _one_paragraph(article, merged[-1].start, span.start)
        ):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _with_marks(article: SegmentedArticle, words: Span) -> Span:
    """``words`` with the quotation mark right outside either end, when the words are quoted."""
    first, last = words
    quotes = article.quotes
    if (
        first > 0
        and quotes[first - 1] == QuoteState.OPENING
        and _one_paragraph(article, first - 1, first)
    ):
        first -= 1
    closes = (
        last < len(quotes) and quotes[last] == QuoteState.CLOSING and quotes[last - 1] not in _MARKS
    )
    if closes and _one_paragraph(article, last - 1, last):
        last += 1
    return Span(first, last)


def _one_paragraph(article: SegmentedArticle, one: int, other: int) -> bool:
    return bool(article.paragraphs[one] == article.paragraphs[other])
