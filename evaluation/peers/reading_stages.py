"""What each stage of a reading costs, beside attribution alone, in one process on one thread.

``python -m evaluation.peers.reading_stages TEXTS.json`` reads every text twice, the two ways in
turns, so that whatever else the machine does falls on both alike; which goes first changes from
text to text. Each way has a vocabulary of its own to remember.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any

from evaluation.peers.onrecord_peer import PUBLISHED
from evaluation.peers.timing import WARM_UP
from onrecord import pipeline
from onrecord.attribute.attributions import find_attributions
from onrecord.domain.article import Article
from onrecord.ingest import article_from_text
from onrecord.network.network import Heads
from onrecord.pipeline import Reader
from onrecord.relate import relate

ALONE, WHOLE = "attribution alone", "whole reading"
ENCODER = "encoder and attribution head"
NETWORK = "network"

Clock = defaultdict[str, float]
"""Stage -> CPU seconds."""


def main() -> None:
    """Reads the texts in the file that is the first argument; prints a JSON object of seconds."""
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps(cost_of(texts)))


def cost_of(texts: list[str]) -> dict[str, float]:
    """CPU seconds of the two ways of reading ``texts``, and of each stage of the whole one."""
    whole, alone = Reader(threads=1), AttributionReader()
    first = article_from_text(f"“It is over,” said Dr. Ana B. Ruiz Jr. {WARM_UP}")
    whole.read(first)
    alone.read(first)
    clock: Clock = defaultdict(float)
    for number, text in enumerate(texts):
        article = article_from_text(text, published=PUBLISHED)
        ways = [(ALONE, alone.read), (WHOLE, whole.read)]
        for way, read in ways if number % 2 else reversed(ways):
            with _stages(whole, clock) if way == WHOLE else _encoder(alone, clock):
                _clocked(clock, way, read)(article)
    return dict(clock)


class AttributionReader:
    """Segmenting, the network with its attribution head alone, and linking: nothing after that."""

    def __init__(self) -> None:
        self._reader = Reader(threads=1)
        self.network = self._reader._network
        self.network._heads = Heads(self.network._heads.attribution)

    def read(self, article: Article) -> None:
        """Find the attributions of one article."""
        segmented = pipeline.segmented(article)
        tagging = self.network.read(segmented)
        find_attributions(segmented, tagging, self._reader._calibration)


def _clocked(clock: Clock, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        before = process_time()
        try:
            return call(*arguments)
        finally:
            clock[stage] += process_time() - before

    return timed


@contextmanager
def _stages(reader: Reader, clock: Clock) -> Iterator[None]:
    """While it lasts, the stages of ``reader`` are clocked."""
    with _replaced(
        clock,
        (pipeline, "segmented", "segment"),
        (reader._network, "read", NETWORK),
        (pipeline, "find_attributions", "attribute"),
        (reader._identifier, "identify", "identify"),
        (relate, "find_times", "times"),
        (relate, "with_deeds", "acts"),
        (relate, "find_exchanges", "exchanges"),
        (relate, "find_engagements", "engagements"),
    ):
        yield


@contextmanager
def _encoder(reader: AttributionReader, clock: Clock) -> Iterator[None]:
    with _replaced(clock, (reader.network, "read", ENCODER)):
        yield


@contextmanager
def _replaced(clock: Clock, *places: tuple[object, str, str]) -> Iterator[None]:
    """While it lasts, each named attribute is clocked under its stage."""
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in places]
    for owner, name, stage in places:
        setattr(owner, name, _clocked(clock, stage, getattr(owner, name)))
    try:
        yield
    finally:
        for owner, name, call in before:
            setattr(owner, name, call)


if __name__ == "__main__":
    main()
