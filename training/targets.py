"""What labels in code points mean for each word of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.linked import Linked
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Spans


@dataclass(frozen=True)
class CueTarget:
    """A cue's words ``[first, last)``, and for every word of the report its class towards it."""

    first: int
    last: int
    classes: NDArray[np.int8]


@dataclass(frozen=True)
class WordTargets:
    """Tags (words,) as in ``network.decoder``, and the cues in reading order."""

    tags: NDArray[np.int64]
    cues: list[CueTarget]


def word_targets(article: SegmentedArticle, labels: Iterable[Linked]) -> WordTargets:
    """Labels in code points -> tags and links of words. Where roles overlap the cue wins."""
    labels = list(labels)
    tags = np.zeros(len(article), np.int64)
    for begin, role in ((5, "content"), (1, "source"), (3, "cue")):
        for label in labels:
            for first, last in _runs(article, getattr(label, role)):
                tags[first:last] = begin + 1
                tags[first] = begin
    return WordTargets(
        tags, [target for label in labels for target in _cue_targets(article, label)]
    )


def _runs(article: SegmentedArticle, spans: Spans) -> Iterator[tuple[int, int]]:
    """Word ranges that overlap the spans."""
    for start, end in spans:
        first = int(np.searchsorted(article.ends, start, side="right"))
        last = int(np.searchsorted(article.starts, end, side="left"))
        if first < last:
            yield first, last


def _cue_targets(article: SegmentedArticle, label: Linked) -> Iterator[CueTarget]:
    cue = list(_runs(article, label.cue))
    if not cue:
        return
    classes = np.zeros(len(article), np.int8)
    for code, spans in ((2, label.content), (1, label.source)):
        for first, last in _runs(article, spans):
            classes[first:last] = code
    yield CueTarget(cue[0][0], cue[0][1], classes)
