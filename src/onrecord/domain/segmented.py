"""A report cut into paragraphs, words and quotations: what every reading stage works on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.span import Span


class QuoteState(IntEnum):
    """Where a word stands towards quotation marks; a feature of the network, so never renumber."""

    OUTSIDE = 0
    INSIDE = 1
    """Inside a quotation that opens and closes in this paragraph."""
    CONTINUED = 2
    """Inside a quotation that an earlier paragraph left open."""
    GOES_ON = 3
    """Inside a quotation that opens here and that the next paragraph continues."""
    OPENING = 4
    CLOSING = 5
    UNCLOSED = 6
    """After an opening mark that nothing closes and no paragraph continues."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The part of a quotation that stands in one paragraph, marks included.

    ``chain`` numbers the whole quotation: parts over several paragraphs share it.
    ``depth`` is 0 for an outermost quotation, 1 for one inside it, and so on.
    """

    span: Span
    inner: Span
    """Without its marks."""
    chain: int
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True, eq=False)
class SegmentedArticle:
    """The words of a report with their places. Arrays are parallel, one entry a word.

    ``starts``/``ends``: code points, half-open. ``paragraphs``: number of the paragraph, from 0.
    ``sentences``: number of the sentence, from 0 and over all paragraphs.
    ``quotes``: a ``QuoteState``. Notices and the byline hold no words: they are never read.
    """

    text: str
    words: tuple[str, ...]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    paragraphs: NDArray[np.int32]
    sentences: NDArray[np.int32]
    quotes: NDArray[np.int8]
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.words)
