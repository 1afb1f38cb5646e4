"""One encoder pass a report, and every head on its states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.tagging import CueLinks, Role, TaggedSpan, Tagging
from onrecord.network.attribution_head import AttributionHead
from onrecord.network.decoder import TAGS, decode, role_probabilities
from onrecord.network.pieces import Pieces, Vocabulary, to_pieces
from onrecord.network.windows import Window, plan_windows

Floats = NDArray[np.float32]
Encode = Callable[[list[tuple[NDArray[np.int32], NDArray[np.int8], NDArray[np.int8]]]], list[Floats]]
"""Windows as (ids, shapes, quotes), marks at both ends included -> states (pieces, D) of each."""


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What one window showed of a report: states of words ``[first, first + len(states))``."""

    first: int
    states: Floats
    core_first: int
    core_last: int


class Network:
    """The encoder, whatever runs it, and the heads."""

    def __init__(self, vocabulary: Vocabulary, encode: Encode, head: AttributionHead, tag_bias: Floats) -> None:
        self._vocabulary = vocabulary
        self._encode = encode
        self._head = head
        self._bias = tag_bias

    def read(self, articles: Sequence[SegmentedArticle]) -> list[Tagging]:
        """Everything the heads read from each report; windows of all of them share batches."""
        pieces = [to_pieces(article, self._vocabulary) for article in articles]
        planned = [(number, window) for number, some in enumerate(pieces) for window in plan_windows(some)]
        states = self._encode([self._framed(pieces[number], window) for number, window in planned])
        seen: list[list[_Seen]] = [[] for _ in articles]
        for (number, window), window_states in zip(planned, states, strict=True):
            seen[number].append(_words_of(pieces[number], window, window_states))
        return [self._tagging(article, some) for article, some in zip(articles, seen, strict=True)]

    def _framed(self, pieces: Pieces, window: Window) -> tuple[NDArray[np.int32], NDArray[np.int8], NDArray[np.int8]]:
        low, high = window.low, window.high
        marks = (self._vocabulary.cls, self._vocabulary.sep)
        return (
            np.concatenate([marks[:1], pieces.ids[low:high], marks[1:]]).astype(np.int32),
            np.concatenate([[0], pieces.shapes[low:high], [0]]).astype(np.int8),
            np.concatenate([[0], pieces.quotes[low:high], [0]]).astype(np.int8),
        )

    def _tagging(self, article: SegmentedArticle, seen: list[_Seen]) -> Tagging:
        logs = np.zeros((len(article), TAGS), np.float32)
        for window in seen:
            core = window.states[window.core_first - window.first : window.core_last - window.first]
            logs[window.core_first : window.core_last] = self._head.tags(core)
        spans = decode(logs, article.paragraphs, self._bias)
        cues = [span for span in spans if span.role is Role.CUE]
        return Tagging(spans, self._links(article, cues, seen), role_probabilities(np.exp(logs)))

    def _links(
        self, article: SegmentedArticle, cues: list[TaggedSpan], seen: list[_Seen]
    ) -> tuple[CueLinks, ...]:
        """Each cue asks the words of the window whose core it begins in."""
        found: list[CueLinks] = []
        waiting = iter(cues)
        cue = next(waiting, None)
        for window in seen:
            keys = None
            paragraphs = article.paragraphs[window.first : window.first + len(window.states)]
            while cue is not None and cue.first < window.core_last:
                keys = keys or self._head.keys(window.states)
                last = min(cue.last - window.first, len(window.states))
                shares = self._head.links((cue.first - window.first, last), window.states, keys, paragraphs)
                found.append(CueLinks(window.first, shares[:, 1], shares[:, 2]))
                cue = next(waiting, None)
        return tuple(found)


def _words_of(pieces: Pieces, window: Window, states: Floats) -> _Seen:
    """States at the first piece of each word of a window."""
    first, core_first, core_last, last = np.searchsorted(
        pieces.first, (window.low, window.core_low, window.core_high, window.high)
    ).tolist()
    at = pieces.first[first:last] - window.low + 1
    return _Seen(first, np.asarray(states[at], np.float32), core_first, core_last)
