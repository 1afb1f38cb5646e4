"""From tag probabilities to spans: Viterbi over begin/inside tags, paragraph by paragraph.

Tags of a word: 0 outside, then begin and inside of each class (Ramshaw and Marcus 1995): 1, 2 of
class 0, 3, 4 of class 1, 5, 6 of class 2. The classes are ``Role`` or ``NameKind``. A span never
crosses a paragraph, so they are decoded side by side.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

TAGS = 7
FORBIDDEN = -1e9

Scores = NDArray[np.float32]


class Decoded(NamedTuple):
    """Words ``[first, last)`` of class ``label``; ``score``: its mean probability, 0..1."""

    label: int
    first: int
    last: int
    score: float


def _transitions() -> Scores:
    """(from, to): an inside tag may only follow a tag of its own class."""
    allowed = np.zeros((TAGS, TAGS), np.float32)
    for inside in (2, 4, 6):
        allowed[:, inside] = FORBIDDEN
        allowed[[inside - 1, inside], inside] = 0
    return allowed


TRANSITIONS = _transitions()


def decode(
    log_probabilities: Scores, paragraphs: NDArray[np.int32], bias: Scores
) -> tuple[Decoded, ...]:
    """The best spans of a report, in reading order; they do not overlap.

    ``log_probabilities``: (words, 7); ``paragraphs``: (words,), ascending; ``bias``: (7,), added to
    each word's scores, chosen on dev to weigh recall against precision. Cost: words x 49.
    """
    if not len(log_probabilities):
        return ()
    starts = np.append(True, np.diff(paragraphs) != 0)
    scores = log_probabilities + bias
    tags = scores.argmax(1).astype(np.int8)
    for group in _alike(_unfit(tags, starts)):
        for (low, high), path in zip(group, _viterbi(scores, group), strict=True):
            tags[low:high] = path[: high - low]
    return _spans(tags, starts, np.exp(log_probabilities))


def _unfit(tags: NDArray[np.int8], starts: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Paragraphs in which each word's own best tag may not follow the one before it.

    Elsewhere these tags are the best path: no transition costs anything that is allowed.
    """
    before = np.where(starts, 0, np.append(0, tags[:-1]))
    forbidden = np.flatnonzero(TRANSITIONS[before, tags] < 0)
    bounds = np.append(np.flatnonzero(starts), len(tags))
    unfit = np.unique(np.searchsorted(bounds, forbidden, side="right"))
    return list(zip(bounds[unfit - 1].tolist(), bounds[unfit].tolist(), strict=True))


def _alike(ranges: list[tuple[int, int]], most: int = 64) -> list[list[tuple[int, int]]]:
    """Paragraphs sorted by length into groups of ``most``, so that padding stays small."""
    ranges = sorted(ranges, key=lambda bound: bound[1] - bound[0])
    return [ranges[i : i + most] for i in range(0, len(ranges), most)]


def _viterbi(scores: Scores, group: list[tuple[int, int]]) -> NDArray[np.int8]:
    """Best tag paths of a group's paragraphs: (paragraphs, longest). Padding is tag 0."""
    longest = max(high - low for low, high in group)
    padded = np.full((len(group), longest, TAGS), FORBIDDEN, np.float32)
    padded[:, :, 0] = 0
    for row, (low, high) in enumerate(group):
        padded[row, : high - low] = scores[low:high]
    best = padded[:, 0] + TRANSITIONS[0]
    came_from = np.zeros((len(group), longest, TAGS), np.int8)
    for at in range(1, longest):
        step = best[:, :, None] + TRANSITIONS
        came_from[:, at] = step.argmax(1)
        best = step.max(1) + padded[:, at]
    path = np.zeros((len(group), longest), np.int8)
    path[:, -1] = best.argmax(1)
    rows = np.arange(len(group))
    for at in range(longest - 1, 0, -1):
        path[:, at - 1] = came_from[rows, at, path[:, at]]
    return path


def _spans(
    tags: NDArray[np.int8], starts: NDArray[np.bool_], probabilities: Scores
) -> tuple[Decoded, ...]:
    """Runs of one class, ended by another class, a begin tag or the start of a paragraph."""
    labels = (tags + 1) // 2 - 1
    changes = starts | (tags % 2 == 1) | (np.append(-1, labels[:-1]) != labels)
    bounds = np.append(np.flatnonzero(changes), len(tags)).tolist()
    share = class_probabilities(probabilities)
    return tuple(
        Decoded(label, first, last, float(share[first:last, label].sum() / (last - first)))
        for label, (first, last) in zip(labels[bounds[:-1]].tolist(), pairwise(bounds), strict=True)
        if label >= 0
    )


def class_probabilities(probabilities: Scores) -> Scores:
    """(words, 7) tag probabilities -> (words, 3) class probabilities."""
    return probabilities[:, [1, 3, 5]] + probabilities[:, [2, 4, 6]]
