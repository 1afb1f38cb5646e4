"""The one file that knows the order of the stages. Pure: the same article gives the same record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from onrecord.attribute.attributions import find_attributions
from onrecord.attribute.probability import Calibration
from onrecord.domain.article import READABLE, Article
from onrecord.domain.record import Derivation, Record
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Spans
from onrecord.domain.statement import Attribution, Source, SourceKind, Statement
from onrecord.errors import WeightsError
from onrecord.network.weights import SHIPPED, Weights
from onrecord.segment.article import segment

COMPONENT = "onrecord.pipeline"


class Reader:
    """Reads articles into records. Loading costs some tenths of a second; make one and keep it.

    Raises WeightsError when the network's files are missing, altered or of another version.
    """

    def __init__(self, *, threads: int = 1, weights: Path = SHIPPED) -> None:
        self._weights = Weights(weights)
        self._network = self._weights.network(threads)
        try:
            self._calibration = Calibration.from_dict(
                self._weights.manifest["heads"]["attribution"]["calibration"]
            )
        except (KeyError, ValueError) as error:
            raise WeightsError(
                f"{weights}: {error}; install code and weights of one version"
            ) from error

    @cached_property
    def derivation(self) -> Derivation:
        """What this reader's records are derived with."""
        options = json.dumps({"least": self._calibration.least}, sort_keys=True)
        digest = hashlib.sha256(options.encode()).hexdigest()
        return Derivation(COMPONENT, version("onrecord"), self._weights.sha256, digest)

    def read(self, article: Article) -> Record:
        """The record of one article; without statements when it is not in English."""
        words = _segmented(article)
        found = find_attributions(words, self._network.read(words), self._calibration)
        statements = tuple(_statement(number, one) for number, one in enumerate(found, 1))
        return Record(article, statements, self.derivation)

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Records in the order of ``articles``, each read when it is asked for."""
        return map(self.read, articles)


def _segmented(article: Article) -> SegmentedArticle:
    if article.language not in READABLE:
        return segment("")
    return segment(article.text, _furniture(article))


def _furniture(article: Article) -> Spans:
    """Parts of the text that are nobody's statement and are not shown to the network."""
    return article.notices + tuple(span for byline in article.byline for span in byline.spans)


def _statement(number: int, found: Attribution) -> Statement:
    kind = None if found.source else SourceKind.NONE
    return Statement(
        id=f"s{number}",
        source=Source(found.source, kind, None, found.source_probability),
        cue=found.cue,
        content=found.content,
        form=found.form,
        probability=found.probability,
    )
