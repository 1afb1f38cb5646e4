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
    bounds = [0, *(np.flatnonzero(np.diff(paragraphs)) + 1).tolist(), len(paragraphs)]
    tags = np.zeros(len(paragraphs), np.int8)
    for group in _alike(bounds):
        for (low, high), path in zip(group, _viterbi(log_probabilities + bias, group), strict=True):
            tags[low:high] = path[: high - low]
    starts = np.zeros(len(paragraphs), bool)
    starts[bounds[:-1]] = True
    return _spans(tags, starts, np.exp(log_probabilities))


def _alike(bounds: list[int], most: int = 64) -> list[list[tuple[int, int]]]:
    """Paragraphs sorted by length into groups of ``most``, so that padding stays small."""
    ranges = sorted(pairwise(bounds), key=lambda bound: bound[1] - bound[0])
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
    labels = np.where(tags > 0, (tags - 1) // 2, -1)
    begins = (tags > 0) & (((tags % 2) == 1) | starts | (np.append(-1, labels[:-1]) != labels))
    share = class_probabilities(probabilities)
    found = []
    for first in np.flatnonzero(begins).tolist():
        label = int(labels[first])
        last = first + 1
        while last < len(tags) and labels[last] == label and not begins[last]:
            last += 1
        found.append(Decoded(label, first, last, float(share[first:last, label].mean())))
    return tuple(found)


def class_probabilities(probabilities: Scores) -> Scores:
    """(words, 7) tag probabilities -> (words, 3) class probabilities."""
    return probabilities[:, [1, 3, 5]] + probabilities[:, [2, 4, 6]]
