"""Labelled reports as the diary's parts see them: read once with the shipped network, then kept.

The encoder that runs is the int8 one that users run; who is who and what was said are what the
whole reader makes of the text, for that is what the scorers will be given.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.article import Article
from onrecord.domain.entity import Entity
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.statement import Statement
from onrecord.domain.time import Time
from onrecord.domain.words import Words
from onrecord.ingest import article_from_text
from onrecord.network.network import Network
from onrecord.network.occasion_head import beside, candidates
from onrecord.network.weights import Weights
from onrecord.pipeline import Reader, segmented
from onrecord.relate.times.times import find_times
from training.relation_labels import LabelledEngagement, labelled_relations


@dataclass(frozen=True)
class Reading:
    """What a reader makes of a text: ``rows``, (len(at), 3 D), of the words ``at`` of the list."""

    article: SegmentedArticle
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    at: NDArray[np.int64]
    rows: NDArray[np.float16]


@dataclass(frozen=True)
class Report:
    """A labelled report. ``number`` says which fold it is of."""

    number: int
    name: str
    published: str
    reading: Reading
    words: Words
    times: tuple[Time, ...]
    engagements: tuple[LabelledEngagement, ...]


def reports(data: Path, labels: Path, weights: Path, folder: Path) -> Iterator[Report]:
    """Every labelled report; what is not yet kept in ``folder`` for these weights is read."""
    kept = folder / Weights(weights).sha256[:12]
    kept.mkdir(parents=True, exist_ok=True)
    reader = Reader(weights=weights)
    network = Weights(weights).network()
    for number, (text, found) in enumerate(labelled_relations(data, labels)):
        path = kept / f"{Path(found.text).stem}.pickle"
        if not path.exists():
            article = article_from_text(text, published=found.published)
            path.write_bytes(pickle.dumps(_read(reader, network, article)))
        reading: Reading = pickle.loads(path.read_bytes())
        words = Words(reading.article)
        times = find_times(words, found.published)
        yield Report(number, path.stem, found.published, reading, words, times, found.engagements)


def _read(reader: Reader, network: Network, article: Article) -> Reading:
    record, parts = reader.read(article), segmented(article)
    states = np.concatenate(list(network.states(parts)))
    return reading_of(parts, record.entities, record.statements, states, network.vectors(parts))


def reading_of(
    article: SegmentedArticle,
    entities: tuple[Entity, ...],
    statements: tuple[Statement, ...],
    states: NDArray[np.float32],
    vectors: NDArray[np.float32],
) -> Reading:
    """The reading of an article whose words have these states and embeddings, (words, D) each."""
    at = candidates(article.words)
    rows = np.concatenate([beside(states, article.sentences, at), vectors[at]], 1)
    return Reading(article, entities, statements, at, rows.astype(np.float16))
