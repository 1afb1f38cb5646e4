"""What the shipped network says of a labelled report: states of its words, and who said what.

The encoder is frozen: each report is read once, and what it showed is kept in ``var/``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.attribute.attributions import find_attributions
from onrecord.attribute.probability import Calibration
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Passage
from onrecord.identify.anchors import Spoken
from onrecord.network.network import Network
from onrecord.network.reference_head import ReferenceHead
from onrecord.network.weights import Weights

WIDTH = 384


@dataclass(frozen=True, eq=False)
class Shown:
    """``states``: (words, D) in half precision; ``spoken``: attributions in words."""

    states: NDArray[np.float16]
    spoken: tuple[Spoken, ...]


class Shower:
    """Reads reports with the shipped network, or takes what it read before from ``cache``."""

    def __init__(self, weights: Path, cache: Path) -> None:
        self._weights = Weights(weights)
        self._cache = cache
        self._calibration = Calibration.from_dict(
            self._weights.manifest["heads"]["attribution"]["calibration"]
        )
        self._network: Network | None = None

    def shown(self, corpus: str, articles: Iterable[SegmentedArticle]) -> list[Shown]:
        """What the network says of every article of a corpus, in their order."""
        articles = list(articles)
        path = self._cache / f"pronoun_states_{corpus}_{self._digest(articles)}.npz"
        if path.exists():
            return list(_loaded(path))
        found = [self._read(article) for article in articles]
        _save(path, found)
        return found

    def _digest(self, articles: list[SegmentedArticle]) -> str:
        digest = hashlib.sha256(self._weights.manifest["sha256"]["encoder.onnx"].encode())
        for article in articles:
            digest.update(article.text.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:12]

    def _read(self, article: SegmentedArticle) -> Shown:
        if self._network is None:
            self._network = _showing_states(self._weights.network())
        tagging = self._network.read(article)
        assert tagging.references
        return Shown(
            tagging.references.asks.astype(np.float16),
            spoken_in(article, find_attributions(article, tagging, self._calibration)),
        )


def spoken_in(article: SegmentedArticle, attributions: Iterable[Any]) -> tuple[Spoken, ...]:
    """Attributions in words of the report."""
    return tuple(
        Spoken(
            next(iter(_words(article, one.source)), None),
            next(iter(_words(article, one.cue)), None),
            tuple(_words(article, one.content)),
        )
        for one in attributions
    )


def _words(article: SegmentedArticle, passage: Passage) -> Iterator[tuple[int, int]]:
    for start, end in passage.spans:
        first, last = np.searchsorted(article.starts, (start, end)).tolist()
        yield first, last


def _showing_states(network: Network) -> Network:
    """The network with a reference head that gives the states themselves."""
    nothing, same = np.zeros(WIDTH, np.float32), np.eye(WIDTH, dtype=np.float32)
    head = ReferenceHead(
        {
            "asks.weight": same,
            "asks.bias": nothing,
            "answers.weight": same[:1],
            "answers.bias": nothing[:1],
        }
    )
    network._heads = replace(network._heads, references=head)
    return network


def _save(path: Path, found: list[Shown]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        (number, at, *(one.source or (-1, -1)), *(one.cue or (-1, -1)), *content)
        for number, shown in enumerate(found)
        for at, one in enumerate(shown.spoken)
        for content in one.contents
    ]
    np.savez(
        path,
        states=np.concatenate([shown.states for shown in found]),
        sizes=np.array([len(shown.states) for shown in found]),
        spoken=np.array(rows, np.int64).reshape(-1, 8),
    )


def _loaded(path: Path) -> Iterator[Shown]:
    with np.load(path) as arrays:
        states, sizes, rows = arrays["states"], arrays["sizes"], arrays["spoken"]
    ends = np.cumsum(sizes)
    for number, (end, size) in enumerate(zip(ends.tolist(), sizes.tolist(), strict=True)):
        spoken: dict[int, Spoken] = {}
        for _, at, *places in rows[rows[:, 0] == number].tolist():
            source, cue, content = (
                (low, high) if low >= 0 else None
                for low, high in zip(places[::2], places[1::2], strict=True)
            )
            before = spoken[at].contents if at in spoken else ()
            spoken[at] = Spoken(source, cue, (*before, *([content] if content else [])))
        yield Shown(states[end - size : end], tuple(spoken.values()))
