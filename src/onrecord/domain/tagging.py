"""What the network says of a report's words: spans with roles, and which cue each belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Role(IntEnum):
    """A part of an attribution; the order is that of the network's tags, so never renumber."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Words ``[first, last)`` of a report with one role. ``score``: mean tag probability, 0..1."""

    role: Role
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class CueLinks:
    """For one cue, how probable each word around it is part of its source or of its content.

    ``source[i]`` and ``content[i]`` are for word ``offset + i``; words outside are 0.
    """

    offset: int
    source: NDArray[np.float32]
    content: NDArray[np.float32]

    def mean_source(self, first: int, last: int) -> float:
        """Mean probability over words ``[first, last)`` that they are the cue's source."""
        return _mean(self.source, self.offset, first, last)

    def mean_content(self, first: int, last: int) -> float:
        """Mean probability over words ``[first, last)`` that they are the cue's content."""
        return _mean(self.content, self.offset, first, last)


def _mean(probabilities: NDArray[np.float32], offset: int, first: int, last: int) -> float:
    low, high = max(first - offset, 0), max(last - offset, 0)
    return float(probabilities[low:high].sum()) / max(1, last - first)


class NameKind(IntEnum):
    """What a name names; the order is that of the network's tags, so never renumber."""

    PERSON = 0
    ORGANISATION = 1
    PLACE = 2


@dataclass(frozen=True, slots=True)
class TaggedName:
    """Words ``[first, last)`` that are a name. ``score``: mean tag probability, 0..1."""

    kind: NameKind
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class References:
    """What a pronoun is compared with a name by: the more alike ``asks[i]`` and ``answers[j]``,
    the likelier word i refers to the entity named at word j. Both (words, R), float32.
    """

    asks: NDArray[np.float32]
    answers: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TaggedOccasion:
    """A word that may tell of an occasion: how probable it is of each kind, and of each status.

    ``kinds`` are in the order of ``EngagementKind`` and sum to how probable it is that the word
    tells of an occasion at all; ``statuses`` are in the order of ``Status`` and sum to 1.
    """

    word: int
    kinds: tuple[float, ...]
    statuses: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tagging:
    """Everything the heads read from one report.

    ``spans`` are in reading order and do not overlap; ``links[i]`` belongs to the i-th cue of them.
    ``names`` are in reading order and do not overlap each other. ``occasions`` are in reading
    order.
    """

    spans: tuple[TaggedSpan, ...]
    links: tuple[CueLinks, ...]
    names: tuple[TaggedName, ...] = ()
    references: References | None = None
    occasions: tuple[TaggedOccasion, ...] = ()
    traces: NDArray[np.float16] | None = None
    """(words, R): what a statement's act and target are judged by."""
