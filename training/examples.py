"""Windows of labelled reports as tensors, cut anew for each epoch."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from evaluation.linked import Linked
from onrecord.domain.segmented import SegmentedArticle
from onrecord.network.attribution_head import distances, paragraph_distances
from onrecord.network.pieces import Pieces, Vocabulary, to_pieces
from onrecord.network.windows import SIZE
from onrecord.segment.article import segment
from training.targets import WordTargets, word_targets
from training.variation import varied

MASK_PIECES = 0.04
"""Share of pieces hidden from the encoder in training: a rare cue must be known by its company."""


@dataclass(frozen=True)
class Prepared:
    """A labelled report, segmented and in pieces."""

    article: SegmentedArticle
    pieces: Pieces
    targets: WordTargets
    annotator: int


@dataclass(frozen=True)
class Example:
    """One window. ``first``: index of each word's first piece, [CLS] counted."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    quotes: NDArray[np.int64]
    first: NDArray[np.int64]
    tags: NDArray[np.int64]
    cues: list[tuple[int, int]]
    classes: NDArray[np.int64]
    near: NDArray[np.int64]
    close: NDArray[np.int64]
    annotator: int


def prepare(
    text: str,
    labels: tuple[Linked, ...],
    annotator: int,
    vocabulary: Vocabulary,
    rng: random.Random,
) -> Prepared:
    """Vary a report's text by rule and segment it."""
    text, labels = varied(text, labels, rng)
    article = segment(text)
    return Prepared(
        article, to_pieces(article, vocabulary), word_targets(article, labels), annotator
    )


def examples_of(prepared: Prepared, vocabulary: Vocabulary, rng: random.Random) -> list[Example]:
    """All windows of a report, their first cut at a random place; they start at words."""
    total = len(prepared.pieces.ids)
    low, examples = 0, []
    high = min(total, rng.randrange(SIZE // 3, SIZE) if total > SIZE else SIZE)
    while low < total:
        high = _snapped(prepared.pieces, low, min(high, total), total)
        example = _example(prepared, low, high, vocabulary, rng)
        if len(example.first) > 2:
            examples.append(example)
        low, high = high, high + SIZE
    return examples


def _snapped(pieces: Pieces, low: int, high: int, total: int) -> int:
    """End at a paragraph break when one is near, else at a word."""
    if high >= total:
        return total
    breaks = pieces.breaks[(pieces.breaks > low + (high - low) // 2) & (pieces.breaks <= high)]
    if len(breaks):
        return int(breaks[-1])
    starts = pieces.first[(pieces.first > low) & (pieces.first <= high)]
    return int(starts[-1]) if len(starts) else high


def _example(
    prepared: Prepared, low: int, high: int, vocabulary: Vocabulary, rng: random.Random
) -> Example:
    pieces, targets = prepared.pieces, prepared.targets
    a = int(np.searchsorted(pieces.first, low))
    b = int(np.searchsorted(pieces.first, high))
    paragraphs = prepared.article.paragraphs[a:b]
    inside = [cue for cue in targets.cues if cue.first >= a and cue.last <= b]
    words = np.arange(b - a, dtype=np.int32)
    ids = _framed(pieces.ids[low:high], vocabulary.cls, vocabulary.sep)
    hidden = np.random.default_rng(rng.randrange(2**32)).random(len(ids)) < MASK_PIECES
    ids[hidden & (ids > 998)] = vocabulary.mask
    shape = (len(inside), b - a)
    return Example(
        ids=ids,
        shapes=_framed(pieces.shapes[low:high], 0, 0),
        quotes=_framed(pieces.quotes[low:high], 0, 0),
        first=pieces.first[a:b].astype(np.int64) - low + 1,
        tags=targets.tags[a:b],
        cues=[(cue.first - a, cue.last - a) for cue in inside],
        classes=np.array([cue.classes[a:b] for cue in inside], np.int64).reshape(shape),
        near=np.array(
            [distances(c.first - a, c.last - a, words) for c in inside], np.int64
        ).reshape(shape),
        close=np.array(
            [paragraph_distances(int(paragraphs[c.first - a]), paragraphs) for c in inside],
            np.int64,
        ).reshape(shape),
        annotator=prepared.annotator,
    )


def _framed(row: NDArray[np.generic], head: int, tail: int) -> NDArray[np.int64]:
    return np.concatenate([[head], row, [tail]]).astype(np.int64)


def encoder_inputs(examples: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """ids, shapes and quotes, each (B, T), padded with 0."""
    width = max(len(example.ids) for example in examples)
    return tuple(  # type: ignore[return-value]
        torch.from_numpy(np.stack([np.pad(row, (0, width - len(row))) for row in rows]))
        for rows in (
            [example.ids for example in examples],
            [example.shapes for example in examples],
            [example.quotes for example in examples],
        )
    )
