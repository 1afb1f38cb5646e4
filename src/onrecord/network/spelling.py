"""How each word is written, and how its report writes it elsewhere: what the name head sees of it.

The encoder's pieces are uncased, and what is left of a word's shape after six layers that were
taught other things is little. A name is mostly a matter of capitals, so the head is shown them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.segmented import QuoteState, SegmentedArticle
from onrecord.network.pieces import Shape, shape_of

Floats = NDArray[np.float32]

SHAPES = len(Shape)
FEATURES = SHAPES + 7
"""One a ``Shape``, then: initial or abbreviation, written together with the word before, and with
the one after, begins a sentence; of the same word anywhere in the report: in small letters, in
capitals within a sentence; and the share of the paragraph's words that are capitalised."""

_CAPITALISED = (Shape.CAPITAL, Shape.CAPITALS, Shape.MIXED)
_OPENS = frozenset(":•–—-*|(")
"""Signs after which a capital says no more than at the start of a sentence."""


def spelling(article: SegmentedArticle) -> Floats:
    """(words, ``FEATURES``), each 0..1. Linear in the length of the report."""
    distinct, of = _distinct(article.words)
    found = np.zeros((len(of), FEATURES), np.float32)
    if not len(of):
        return found
    shapes = np.array([shape_of(word) for word in distinct], np.int8)[of]
    found[np.arange(len(of)), shapes] = 1
    opens = np.array([word in _OPENS for word in distinct])[of]
    begins = _begins(article, shapes, opens)
    capitals = np.isin(shapes, _CAPITALISED)
    found[:, SHAPES] = np.array([len(word) == 1 or "." in word[:-1] for word in distinct])[of]
    together = article.starts[1:] == article.ends[:-1]
    found[1:, SHAPES + 1] = together
    found[:-1, SHAPES + 2] = together
    found[:, SHAPES + 3] = begins
    lowered = _distinct([word.lower() for word in distinct])[1][of]
    found[:, SHAPES + 4] = _elsewhere(lowered, shapes == Shape.LOWER)
    found[:, SHAPES + 5] = _elsewhere(lowered, capitals & ~begins)
    found[:, SHAPES + 6] = _share(capitals, shapes, article.paragraphs)
    return found


def _distinct(words: Sequence[str]) -> tuple[list[str], NDArray[np.intp]]:
    """Each way of writing once, and for every word the number of its own: a report repeats most."""
    numbers: dict[str, int] = {}
    of = [numbers.setdefault(word, len(numbers)) for word in words]
    return list(numbers), np.array(of, np.intp)


def _begins(
    article: SegmentedArticle, shapes: NDArray[np.int8], opens: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Which words begin a sentence, a quotation or a paragraph. ``opens``: words of ``_OPENS``."""
    before = np.append(Shape.STOP, shapes[:-1])
    quotes = np.append(QuoteState.OUTSIDE, article.quotes[:-1])
    paragraph = np.append(True, np.diff(article.paragraphs) > 0)
    after = np.append(False, opens[:-1])
    opened = (before == Shape.STOP) | (quotes == QuoteState.OPENING)
    begins: NDArray[np.bool_] = paragraph | after | opened
    return begins


def _elsewhere(lowered: NDArray[np.intp], chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the word, whatever its case, is among the chosen ones of the report.

    ``lowered``: a number for each word in small letters.
    """
    known = np.zeros(lowered.max() + 1, bool)
    known[lowered[chosen]] = True
    return known[lowered]


def _share(
    capitals: NDArray[np.bool_], shapes: NDArray[np.int8], paragraphs: NDArray[np.int32]
) -> Floats:
    """Of the letter words of each word's paragraph, how many are capitalised."""
    letters = capitals | (shapes == Shape.LOWER)
    of = np.unique(paragraphs, return_inverse=True)[1]
    share = np.bincount(of, capitals) / np.maximum(1, np.bincount(of, letters))
    return share[of].astype(np.float32)


def forms(article: SegmentedArticle) -> NDArray[np.int32]:
    """(words,) a number for each way of writing, the same for the same; -1 without a capital."""
    distinct, of = _distinct(article.words)
    small = np.array([word == word.lower() for word in distinct], bool)
    return np.where(small[of], -1, of).astype(np.int32)
