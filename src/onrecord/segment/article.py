"""Cut a report into paragraphs, words and quotations in one go."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.segmented import Quotation, QuoteState, SegmentedArticle
from onrecord.domain.span import Span, Spans
from onrecord.segment.paragraphs import find_paragraphs
from onrecord.segment.quotations import chain_lengths, find_quotations, outermost
from onrecord.segment.sentences import number_sentences
from onrecord.segment.words import find_words


def segment(text: str, skip: Spans = ()) -> SegmentedArticle:
    """The words of ``text`` outside ``skip``, with paragraph numbers and quotation states."""
    paragraphs = find_paragraphs(text, skip)
    words: list[Span] = []
    numbers: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        before = len(words)
        words.extend(find_words(text, *paragraph))
        numbers.extend([number] * (len(words) - before))
    starts = np.array([word.start for word in words], np.int32)
    ends = np.array([word.end for word in words], np.int32)
    quotations = find_quotations(text, paragraphs)
    written = tuple(text[start:end] for start, end in words)
    return SegmentedArticle(
        text=text,
        words=written,
        starts=starts,
        ends=ends,
        paragraphs=np.array(numbers, np.int32),
        sentences=number_sentences(written, numbers),
        quotes=_states(starts, quotations),
        quotations=quotations,
    )


def _states(starts: NDArray[np.int32], quotations: tuple[Quotation, ...]) -> NDArray[np.int8]:
    """The ``QuoteState`` of each word; of nested quotations the outermost counts."""
    states = np.full(len(starts), QuoteState.OUTSIDE, np.int8)
    lengths = chain_lengths(quotations)
    seen: set[int] = set()
    for quotation in outermost(quotations):
        first, last = np.searchsorted(starts, quotation.span)
        opening, closing = np.searchsorted(starts, quotation.inner)
        states[opening:closing] = _inside(quotation, quotation.chain in seen, lengths)
        states[first:opening] = QuoteState.OPENING
        if quotation.closed:
            states[closing:last] = QuoteState.CLOSING
        seen.add(quotation.chain)
    return states


def _inside(quotation: Quotation, continued: bool, lengths: dict[int, int]) -> QuoteState:
    if continued:
        return QuoteState.CONTINUED
    if quotation.closed:
        return QuoteState.INSIDE
    return QuoteState.GOES_ON if lengths[quotation.chain] > 1 else QuoteState.UNCLOSED
