"""From attributions and entities to dated deeds, the diary and questions: this stage's steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement
from onrecord.domain.entity import Entity
from onrecord.domain.exchange import Exchange
from onrecord.domain.statement import Statement
from onrecord.domain.tagging import Tagging
from onrecord.domain.time import Time
from onrecord.domain.words import Words
from onrecord.relate.deeds.deed_scorer import DeedScorer
from onrecord.relate.deeds.deeds import with_deeds
from onrecord.relate.engagements.engagements import find_engagements
from onrecord.relate.engagements.scorers import Scorers
from onrecord.relate.exchanges.exchanges import find_exchanges
from onrecord.relate.saying import Sayings
from onrecord.relate.times.order import reads_day_first
from onrecord.relate.times.times import find_times

Arrays = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Related:
    """What a report's statements amount to."""

    statements: tuple[Statement, ...]
    exchanges: tuple[Exchange, ...]
    engagements: tuple[Engagement, ...]
    times: tuple[Time, ...]


class Relater:
    """Relates statements, entities and times of reports.

    ``deeds`` and ``occasions``: the matrices of the heads of these names, empty where the weights
    have none; then statements have no deeds, and the diary is empty.
    """

    def __init__(self, deeds: Arrays, occasions: Arrays) -> None:
        self._deeds = DeedScorer(deeds) if deeds else None
        self._diary = Scorers(occasions) if occasions else None

    def relate(
        self,
        article: Article,
        words: Words,
        tagging: Tagging,
        statements: tuple[Statement, ...],
        entities: tuple[Entity, ...],
        spoken_of: tuple[Entity, ...] = (),
    ) -> Related:
        """``statements``: with their sources, and nothing of this stage yet.

        ``spoken_of``: groups and laws that only targets may be of.
        """
        times = find_times(words, article.published, reads_day_first(article))
        sayings = Sayings(words, times, entities, article.published)
        done = with_deeds(words, tagging.traces, statements, entities + spoken_of, self._deeds)
        said = tuple(sayings.placed(one) for one in done)
        exchanges = find_exchanges(words, said, entities)
        diary = self._engagements(words, tagging, entities, said, times, article.published)
        return Related(_answering(said, exchanges), exchanges, diary, times)

    def _engagements(
        self,
        words: Words,
        tagging: Tagging,
        entities: tuple[Entity, ...],
        statements: tuple[Statement, ...],
        times: tuple[Time, ...],
        published: str | None,
    ) -> tuple[Engagement, ...]:
        if self._diary is None:
            return ()
        return find_engagements(words, tagging, entities, statements, times, self._diary, published)


def _answering(
    statements: tuple[Statement, ...], exchanges: tuple[Exchange, ...]
) -> tuple[Statement, ...]:
    """The statements, each with the question that it answers; of several, the nearest before."""
    asked = {answer: exchange.id for exchange in exchanges for answer in exchange.answers}
    return tuple(
        replace(one, exchange=asked[one.id]) if one.id in asked else one for one in statements
    )
