"""Exchanges: questions that were read against the labelled ones.

Pairs are one to one by the words of the question, which overlap by three tenths at least (Jaccard);
``response`` is right among the pairs. Only for looking: ``asked`` (the right name) and ``answers``
(the labelled answers that are statements of the exchange), over the pairs too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.calibration import Judged
from evaluation.matching import jaccard
from evaluation.measuring import Calibration
from evaluation.pairing import pairs
from evaluation.record_labels import ExchangeLabel, RecordReport
from evaluation.same_name import same_who
from evaluation.scoring import Count, Figure, Share
from evaluation.words import ScoredText
from onrecord.domain.exchange import Exchange
from onrecord.domain.record import Record

_ENOUGH = 0.3


@dataclass(frozen=True, slots=True)
class Asking:
    """A label and the exchange that is it; one of both may lack. ``asked`` is the name read."""

    stem: str
    label: ExchangeLabel | None
    exchange: Exchange | None
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class ExchangeFigures:
    """How well questions and answers are read on a set of reports."""

    exchanges: Figure
    response: Share
    asked: Share
    calibration: Calibration


def askings(report: RecordReport, record: Record) -> list[Asking]:
    """Every labelled and every predicted exchange, each once."""
    names = {entity.id: entity.name for entity in record.entities}
    text = ScoredText(report.text)
    labelled = [text.words((one.question,)) for one in report.exchanges]
    read = [text.words(one.question.spans) for one in record.exchanges]
    paired = pairs(labelled, read, _likeness)
    found = [Asking(report.stem, None, one, names.get(one.asked or "")) for one in record.exchanges]
    asked = [
        Asking(report.stem, label, found[paired[i]].exchange, found[paired[i]].asked)
        if i in paired
        else Asking(report.stem, label, None)
        for i, label in enumerate(report.exchanges)
    ]
    taken = set(paired.values())
    return asked + [one for j, one in enumerate(found) if j not in taken]


def score_exchanges(everything: Iterable[Asking]) -> ExchangeFigures:
    """All figures over the exchanges of a set of reports."""
    asked = list(everything)
    both = [
        (one.label, one.exchange, one.asked)
        for one in asked
        if one.label is not None and one.exchange is not None
    ]
    labelled = sum(one.label is not None for one in asked)
    read = [(one.exchange, one.label) for one in asked if one.exchange is not None]
    return ExchangeFigures(
        Figure.of(Count(len(both), len(read), len(both), labelled)),
        Share.of_all(label.response == exchange.response for label, exchange, _ in both),
        Share.of_all(same_who(label.asked, name) for label, _, name in both if label.asked),
        Calibration.of(Judged(exchange.probability, label is not None) for exchange, label in read),
    )


def _likeness(label: frozenset[int], read: frozenset[int]) -> float:
    alike = jaccard(label, read)
    return alike if alike >= _ENOUGH else 0.0
