"""What each statement does by being said, and at whom it is aimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.entity import Entity
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act, Deed, Statement, Target
from onrecord.domain.words import Words
from onrecord.relate.deeds.candidates import Candidate, Candidates, Named
from onrecord.relate.deeds.deed_scorer import DeedScorer, Floats, pool, shown_of
from onrecord.relate.deeds.plain_acts import PlainActs
from onrecord.relate.deeds.reversals import Reversals
from onrecord.relate.deeds.statement_words import StatementWords, statement_words

LEAST_TARGET = 0.25
"""A target less probable than this stays open."""
TOGETHER = 64
"""Statements whose acts are judged at once."""
_ACTS = tuple(Act)


def with_deeds(
    words: Words,
    traces: NDArray[np.float16] | None,
    statements: tuple[Statement, ...],
    entities: tuple[Entity, ...],
    scorer: DeedScorer | None,
) -> tuple[Statement, ...]:
    """The statements, each with its deed; as they are where the weights have no judge."""
    if scorer is None or traces is None:
        return statements
    shown = [statement_words(words, one) for one in statements]
    judged = [one for one in shown if one is not None]
    if not judged:
        return statements
    shares = _shares(judged, traces, scorer)
    targets = _Targets(words, traces, entities, scorer)
    return tuple(
        one if said is None else replace(one, deed=targets.deed(one, said, next(shares)))
        for one, said in zip(statements, shown, strict=True)
    )


def _shares(
    judged: Sequence[StatementWords], traces: NDArray[np.float16], scorer: DeedScorer
) -> Iterator[Floats]:
    """Probabilities of acts, some statements at a time."""
    for at in range(0, len(judged), TOGETHER):
        shown = [shown_of(one, traces) for one in judged[at : at + TOGETHER]]
        yield from scorer.acts(np.stack(shown))


class _Targets:
    """Finds targets statement by statement, and remembers at whom a source last aimed."""

    def __init__(
        self,
        words: Words,
        traces: NDArray[np.float16],
        entities: Sequence[Entity],
        scorer: DeedScorer,
    ) -> None:
        self._words, self._traces = words, traces
        self._entities, self._scorer = entities, scorer
        self._candidates = Candidates(words, entities)
        self._plain = PlainActs(words)
        self._reversals = Reversals(words)
        self._last: dict[str, int] = {}

    def deed(self, one: Statement, said: StatementWords, shares: Floats) -> Deed:
        act, probability = self._act(said, shares)
        target = None if act is Act.INFORMS else self._target(one, said, _ACTS.index(act))
        return Deed(act, one.cue or one.content, round(probability, 4), target)

    def _act(self, said: StatementWords, shares: Floats) -> tuple[Act, float]:
        """The judge's act, or that of a plain phrase, whichever is the surer."""
        shares = self._reversals.weighed(said, shares)
        best = int(shares.argmax())
        act, probability = _ACTS[best], float(shares[best])
        plain = self._plain.of(said)
        if plain is not None and plain.share > probability:
            return plain.act, plain.share
        return act, probability

    def _target(self, one: Statement, said: StatementWords, act: int) -> Target | None:
        source = one.source.entity or ""
        near = self._candidates.of(said, one.source, self._last.get(source))
        if not near:
            return None
        shares = self._scorer.targets(np.stack([self._row(found) for found in near]), act)
        best = int(shares[:-1].argmax())
        if shares[best] < LEAST_TARGET:
            return None
        self._last[source] = near[best].entity
        return Target(
            self._passage(near[best].named_at(said.anchor)),
            self._entities[near[best].entity].id,
            round(float(shares[best]), 4),
        )

    def _row(self, found: Candidate) -> Floats:
        pooled = pool(self._traces, found.words)
        if pooled is None:
            pooled = np.zeros(2 * self._traces.shape[1], np.float32)
        return np.concatenate([found.row, pooled])

    def _passage(self, named: Named) -> Passage:
        return Passage.cut(self._words.article.text, [self._words.span(named.first, named.last)])
