"""One encoder pass a report, and every head on its states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.tagging import (
    CueLinks,
    References,
    Role,
    TaggedName,
    TaggedOccasion,
    TaggedSpan,
    Tagging,
)
from onrecord.network.attribution_head import AttributionHead
from onrecord.network.decoder import decode
from onrecord.network.name_head import NameHead, rows_of
from onrecord.network.occasion_head import OccasionHead, beside, candidates
from onrecord.network.pieces import Pieces, Vocabulary, to_pieces
from onrecord.network.reference_head import ReferenceHead
from onrecord.network.spelling import forms, spelling
from onrecord.network.trace_head import TraceHead
from onrecord.network.windows import Window, plan_windows
from onrecord.network.word_vectors import Embed, word_vectors

Floats = NDArray[np.float32]
Encode = Callable[[NDArray[np.int32], NDArray[np.int8], NDArray[np.int8]], Floats]
"""ids, shapes and quotation states of one window, both its end marks included -> (pieces, D)."""

LONGEST_STRETCH = 16
"""Windows whose states are held in memory together: 10 MB, however long the report."""


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What one window showed: states of the report's words ``[first, first + len(states))``."""

    first: int
    states: Floats
    core_first: int
    core_last: int

    @property
    def core(self) -> Floats:
        """States of the words that are read from this window."""
        return self.states[self.core_first - self.first : self.core_last - self.first]


@dataclass(frozen=True, slots=True, eq=False)
class _Shown:
    """Of words ``[first, last)``, a stretch of windows: states and embeddings, (words, D) each."""

    first: int
    last: int
    states: Floats
    vectors: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """What is known of a report's words before anything is encoded."""

    spelling: Floats
    forms: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Heads:
    """What reads the encoder's states; a head that the weights lack is None."""

    attribution: AttributionHead
    names: NameHead | None = None
    references: ReferenceHead | None = None
    occasions: OccasionHead | None = None
    traces: TraceHead | None = None

    @property
    def has_others(self) -> bool:
        """Whether anything but attributions is read."""
        return any((self.names, self.references, self.occasions, self.traces))


class Network:
    """The encoder, whatever runs it, and the heads. ``tag_bias``: see ``decoder.decode``."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        encode: Encode,
        embed: Embed,
        heads: Heads,
        tag_bias: Floats,
    ) -> None:
        self._vocabulary = vocabulary
        self._encode = encode
        self._embed = embed
        self._heads = heads
        self._bias = tag_bias

    def read(self, article: SegmentedArticle) -> Tagging:
        """Everything the heads read from a report."""
        pieces = to_pieces(article, self._vocabulary)
        words = _Words(spelling(article), forms(article)) if self._heads.names else None
        spans: list[TaggedSpan] = []
        links: list[CueLinks] = []
        names: list[TaggedName] = []
        occasions: list[TaggedOccasion] = []
        head = self._heads.references
        references = head.blank(len(article)) if head else None
        traces = self._heads.traces.blank(len(article)) if self._heads.traces else None
        for stretch in _stretches(plan_windows(pieces), pieces):
            seen = [self._see(pieces, window) for window in stretch]
            found = self._spans(article, seen)
            spans.extend(found)
            cues = [span for span in found if span.role is Role.CUE]
            links.extend(self._links(article, cues, seen))
            if not self._heads.has_others:
                continue
            shown = self._shown(pieces, seen)
            names.extend(self._names(article, words, shown))
            occasions.extend(self._occasions(article, shown))
            self._refer(references, seen)
            if self._heads.traces is not None and traces is not None:
                self._heads.traces.fill(traces, shown.first, shown.states, shown.vectors)
        return Tagging(
            tuple(spans), tuple(links), tuple(names), references, tuple(occasions), traces
        )

    def states(self, article: SegmentedArticle) -> Iterator[Floats]:
        """What the heads are shown: states (words, D), window by window; together every word's."""
        pieces = to_pieces(article, self._vocabulary)
        for window in plan_windows(pieces):
            yield self._see(pieces, window).core

    def vectors(self, article: SegmentedArticle) -> Floats:
        """What the heads are shown of words by themselves: (words, D)."""
        pieces = to_pieces(article, self._vocabulary)
        return word_vectors(pieces, self._embed, 0, len(article))

    def _see(self, pieces: Pieces, window: Window) -> _Seen:
        """Encode one window and keep the state of each word's first piece."""
        low, high = window.low, window.high
        ids = [self._vocabulary.cls, *pieces.ids[low:high].tolist(), self._vocabulary.sep]
        states = self._encode(
            np.array(ids, np.int32),
            _framed(pieces.shapes[low:high]),
            _framed(pieces.quotes[low:high]),
        )
        first, core_first, core_last, last = np.searchsorted(
            pieces.first, (low, window.core_low, window.core_high, high)
        ).tolist()
        return _Seen(first, states[pieces.first[first:last] - low + 1], core_first, core_last)

    def _spans(self, article: SegmentedArticle, seen: list[_Seen]) -> list[TaggedSpan]:
        """Spans of a stretch, in words of the report."""
        logs = np.concatenate([self._heads.attribution.tags(window.core) for window in seen])
        first, last = seen[0].core_first, seen[-1].core_last
        found = decode(logs, article.paragraphs[first:last], self._bias)
        return [
            TaggedSpan(Role(one.label), one.first + first, one.last + first, one.score)
            for one in found
        ]

    def _shown(self, pieces: Pieces, seen: list[_Seen]) -> _Shown:
        """What a stretch shows of its words to heads that look at words by themselves too."""
        first, last = seen[0].core_first, seen[-1].core_last
        states = np.concatenate([window.core for window in seen])
        return _Shown(first, last, states, word_vectors(pieces, self._embed, first, last))

    def _names(
        self, article: SegmentedArticle, words: _Words | None, shown: _Shown
    ) -> Iterator[TaggedName]:
        """Names of a stretch, in words of the report."""
        if self._heads.names is None or words is None:
            return
        first, last = shown.first, shown.last
        rows = rows_of(shown.states, shown.vectors, words.spelling[first:last])
        paragraphs = article.paragraphs[first:last]
        for one in self._heads.names.names(rows, paragraphs, words.forms[first:last]):
            yield TaggedName(one.kind, one.first + first, one.last + first, one.score)

    def _occasions(self, article: SegmentedArticle, shown: _Shown) -> Iterator[TaggedOccasion]:
        """Occasions of a stretch, in words of the report."""
        if self._heads.occasions is None:
            return
        at = candidates(article.words[shown.first : shown.last])
        if len(at):
            around = beside(shown.states, article.sentences[shown.first : shown.last], at)
            rows = np.concatenate([around, shown.vectors[at]], 1)
            yield from self._heads.occasions.occasions(rows, at + shown.first)

    def _refer(self, references: References | None, seen: list[_Seen]) -> None:
        """Fill in the references of a stretch, window by window."""
        if self._heads.references is not None and references is not None:
            for window in seen:
                self._heads.references.fill(references, window.core_first, window.core)

    def _links(
        self, article: SegmentedArticle, cues: list[TaggedSpan], seen: list[_Seen]
    ) -> Iterator[CueLinks]:
        """Each cue asks the words of the window in whose core it begins."""
        waiting = iter(cues)
        cue = next(waiting, None)
        for window in seen:
            keys = None
            size = len(window.states)
            paragraphs = article.paragraphs[window.first : window.first + size]
            while cue is not None and cue.first < window.core_last:
                keys = keys or self._heads.attribution.keys(window.states)
                place = cue.first - window.first, min(cue.last - window.first, size)
                shares = self._heads.attribution.links(place, window.states, keys, paragraphs)
                yield CueLinks(window.first, shares[:, 1], shares[:, 2])
                cue = next(waiting, None)


def _framed(row: NDArray[np.int8]) -> NDArray[np.int8]:
    """The features of a window with those of its two end marks."""
    return np.pad(row, 1)


def _stretches(windows: list[Window], pieces: Pieces) -> Iterator[list[Window]]:
    """Runs of windows that end at a paragraph break, so that no span is cut, or are long enough."""
    breaks = {len(pieces.ids), *pieces.breaks.tolist()}
    stretch: list[Window] = []
    for window in windows:
        stretch.append(window)
        if window.core_high in breaks or len(stretch) == LONGEST_STRETCH:
            yield stretch
            stretch = []
