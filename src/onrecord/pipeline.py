"""The one file that knows the order of the stages. Pure: the same article gives the same record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from onrecord.attribute.attributions import find_attributions
from onrecord.attribute.probability import Calibration
from onrecord.domain.article import READABLE, Article
from onrecord.domain.record import Derivation, Record
from onrecord.domain.register import Register
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Span, Spans
from onrecord.domain.statement import Attribution, Source, Statement
from onrecord.domain.words import Words
from onrecord.errors import WeightsError
from onrecord.identify.identify import Identifier
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.network.weights import SHIPPED, Weights
from onrecord.register import installed
from onrecord.relate.relate import Relater
from onrecord.segment.article import segment

COMPONENT = "onrecord.pipeline"


class Reader:
    """Reads articles into records. Loading costs some tenths of a second; make one and keep it.

    ``register``: the people to know; those installed, where it is None.
    Raises WeightsError when the network's files are missing, altered or of another version, and
    RegisterError when the register's are.
    """

    def __init__(
        self, *, threads: int = 1, weights: Path = SHIPPED, register: Register | None = None
    ) -> None:
        self._weights = Weights(weights)
        self._network = self._weights.network(threads)
        try:
            self._calibration = Calibration.from_dict(
                self._weights.manifest["heads"]["attribution"]["calibration"]
            )
            arrays = self._weights.arrays("pronouns")
            scorer = PronounScorer(arrays) if arrays else PronounScorer.by_hand()
        except (KeyError, ValueError) as error:
            raise WeightsError(
                f"{weights}: {error}; install code and weights of one version"
            ) from error
        self._register = register or installed()
        self._identifier = Identifier(self._register, scorer)
        self._relater = Relater(self._weights.arrays("deeds"), self._weights.arrays("occasions"))

    @cached_property
    def derivation(self) -> Derivation:
        """What this reader's records are derived with."""
        options = json.dumps(
            {"least": self._calibration.least, "register": self._register.sha256}, sort_keys=True
        )
        digest = hashlib.sha256(options.encode()).hexdigest()
        return Derivation(COMPONENT, version("onrecord"), self._weights.sha256, digest)

    def read(self, article: Article) -> Record:
        """The record of one article; without statements when it is not in English."""
        parts = segmented(article)
        tagging = self._network.read(parts)
        found = find_attributions(parts, tagging, self._calibration)
        words = Words(parts)
        who = self._identifier.identify(article, words, tagging, found)
        statements = tuple(
            _statement(number, one, source)
            for number, (one, source) in enumerate(zip(found, who.sources, strict=True), 1)
        )
        # What only the stages so far have looked at is let go: 100 MB of a report of 1 MB.
        tagging = replace(tagging, links=(), references=None)
        related = self._relater.relate(
            article, words, tagging, statements, who.entities, who.spoken_of
        )
        return Record(
            article,
            related.statements,
            self.derivation,
            who.entities + who.spoken_of,
            related.exchanges,
            related.engagements,
            related.times,
            _sentences(words),
        )

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Records in the order of ``articles``, each read when it is asked for."""
        return map(self.read, articles)


def segmented(article: Article) -> SegmentedArticle:
    """The words that are read of an article: none where it is not in English."""
    if article.language not in READABLE:
        return segment("")
    return segment(article.text, _furniture(article))


def _sentences(words: Words) -> Spans:
    """From the first word of each sentence to the end of its last."""
    found: list[Span] = []
    first = 0
    for word in range(1, len(words) + 1):
        if word == len(words) or words.sentence[word] != words.sentence[first]:
            found.append(words.span(first, word))
            first = word
    return tuple(found)


def _furniture(article: Article) -> Spans:
    """Parts of the text that are nobody's statement and are not shown to the network."""
    return article.notices + tuple(span for byline in article.byline for span in byline.spans)


def _statement(number: int, found: Attribution, source: Source) -> Statement:
    return Statement(
        id=f"s{number}",
        source=source,
        cue=found.cue,
        content=found.content,
        form=found.form,
        probability=found.probability,
    )
