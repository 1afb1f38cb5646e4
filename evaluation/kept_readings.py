"""Keeps what the network said of a text, for those who change what comes after it.

Only for trying things out: a figure that is committed is measured with the network itself.
"""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import Protocol

from onrecord import network
from onrecord.domain import tagging
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.tagging import Tagging
from onrecord.pipeline import Reader

KEPT = Path("var/readings")


class Reads(Protocol):
    """What is asked of a network."""

    def read(self, article: SegmentedArticle) -> Tagging:
        """Everything the heads read from a report."""


class KeptReadings:
    """A network that reads a text once. ``version`` must differ for networks that differ."""

    def __init__(self, inner: Reads, version: str, folder: Path = KEPT) -> None:
        self._inner = inner
        self._folder = folder / version
        self._folder.mkdir(parents=True, exist_ok=True)

    def read(self, article: SegmentedArticle) -> Tagging:
        """What the network says of ``article``, now or when it was first asked."""
        path = self._folder / f"{_digest(article)}.pickle"
        if path.exists():
            kept: Tagging = pickle.loads(path.read_bytes())
            return kept
        read = self._inner.read(article)
        path.write_bytes(pickle.dumps(read))
        return read


def keeping_reader(folder: Path = KEPT) -> Reader:
    """A reader whose network reads a text once: what stands after it is always run."""
    reader = Reader()
    # The one place that reaches into the reader: no user of it should have to know of this.
    reader._network = KeptReadings(reader._network, _version(reader), folder)  # type: ignore[assignment]
    return reader


def _version(reader: Reader) -> str:
    """Changes with the weights, the network's code and the shape of what it says."""
    digest = hashlib.sha256(reader.derivation.weights_sha256.encode())
    for path in (*sorted(Path(network.__path__[0]).glob("*.py")), Path(tagging.__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _digest(article: SegmentedArticle) -> str:
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass"))
    for row in (article.starts, article.ends, article.paragraphs, article.quotes):
        digest.update(row.tobytes())
    return digest.hexdigest()
