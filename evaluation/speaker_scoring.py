"""Who spoke: the entity of each statement's source against the label's name.

A statement is a label's when their contents share half of their words (matching.py). Figures:

- ``speaker``: right names over all statements that name an entity (precision), over all labels
  that name somebody (recall);
- ``given_found``: right names over the labels that name somebody and whose content was found;
- ``wrong_per_100``: statements that name an entity other than the label's, over all statements
  that name one, times 100; ``wrong_person_per_100`` counts entities that are people alone;
- ``nobody_per_100``: statements that name an entity where the label says that nobody can be named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation.calibration import Judged
from evaluation.linked import Linked, guesses
from evaluation.matching import found, match
from evaluation.measuring import Calibration
from evaluation.same_name import same_who
from evaluation.scoring import Count, Figure
from evaluation.speaker_labels import SpeakerLabel, SpeakerReport
from evaluation.words import ScoredText, Worded
from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Record
from onrecord.domain.statement import Statement


class Verdict(StrEnum):
    """What became of a label or of a statement that names somebody."""

    RIGHT = "right"
    WRONG = "wrong"
    """Another name than the label's."""
    UNNAMED = "unnamed"
    """The label names somebody, the statement nobody."""
    NOBODY = "nobody"
    """The statement names somebody, the label says that nobody can be named."""
    MISSED = "missed"
    """The label names somebody, but no statement has its content."""
    EXTRA = "extra"
    """The statement names somebody, but is no label's."""
    SILENT = "silent"
    """Neither names anybody."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A label, the statement that is it, and the entity that the statement names."""

    stem: str
    label: SpeakerLabel | None
    statement: Statement | None
    entity: Entity | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Speakers:
    """How well speakers are named on a set of reports."""

    speaker: Figure
    given_found: float
    named: int
    wrong_per_100: float
    wrong_person_per_100: float
    nobody_per_100: float
    calibration: Calibration


def hear(report: SpeakerReport, record: Record) -> list[Heard]:
    """Every label that names somebody and every statement, each once."""
    entities = {entity.id: entity for entity in record.entities if entity.name}
    text = ScoredText(report.text)
    gold = _worded(text, [label.linked for label in report.labels])
    predicted = _worded(text, [guess.linked for guess in guesses(record)])
    of_label = {
        gold[i][0]: predicted[j][0]
        for i, j in match([words for _, words in gold], [words for _, words in predicted], found)
    }
    heard = []
    for number, label in enumerate(report.labels):
        statement = record.statements[of_label[number]] if number in of_label else None
        heard.append(_heard(report.stem, label, statement, entities))
    rest = set(range(len(record.statements))) - set(of_label.values())
    return heard + [
        _heard(report.stem, None, record.statements[number], entities) for number in sorted(rest)
    ]


def score_speakers(heard: Iterable[Heard]) -> Speakers:
    """All figures over what was heard in a set of reports."""
    everything = list(heard)
    right = _count(everything, Verdict.RIGHT)
    named = sum(one.entity is not None for one in everything)
    nameable = [one for one in everything if one.label is not None and one.label.who]
    reached = sum(one.statement is not None for one in nameable)
    wrong = [one for one in everything if one.verdict is Verdict.WRONG]
    return Speakers(
        Figure.of(Count(right, named, right, len(nameable))),
        right / reached if reached else 0.0,
        named,
        _per_100(len(wrong), named),
        _per_100(sum(_is_person(one) for one in wrong), named),
        _per_100(_count(everything, Verdict.NOBODY), named),
        Calibration.of(judged(everything)),
    )


def judged(heard: Iterable[Heard]) -> list[Judged]:
    """The probability of each named source whose statement is a label's, and whether it is right.

    That somebody is named where nobody can be is a wrong name too.
    """
    return [
        Judged(one.statement.source.probability, one.verdict is Verdict.RIGHT)
        for one in heard
        if one.statement is not None and one.entity is not None and one.label is not None
    ]


def _worded(text: ScoredText, linked: Sequence[Linked]) -> list[tuple[int, Worded]]:
    """Those with a word of content, each with its number."""
    return [(number, words) for number, one in enumerate(linked) for words in text.worded([one])]


def _heard(
    stem: str,
    label: SpeakerLabel | None,
    statement: Statement | None,
    entities: dict[str, Entity],
) -> Heard:
    entity = entities.get(statement.source.entity or "") if statement else None
    return Heard(stem, label, statement, entity, _verdict(label, statement, entity))


def _verdict(
    label: SpeakerLabel | None, statement: Statement | None, entity: Entity | None
) -> Verdict:
    if label is None:
        return Verdict.EXTRA if entity else Verdict.SILENT
    if not label.who:
        return Verdict.NOBODY if entity else Verdict.SILENT
    if statement is None:
        return Verdict.MISSED
    if entity is None:
        return Verdict.UNNAMED
    return Verdict.RIGHT if same_who(label.who, entity.name) else Verdict.WRONG


def _count(heard: Iterable[Heard], verdict: Verdict) -> int:
    return sum(one.verdict is verdict for one in heard)


def _is_person(heard: Heard) -> bool:
    return heard.entity is not None and heard.entity.kind is EntityKind.PERSON


def _per_100(count: int, of: int) -> float:
    return 100 * count / of if of else 0.0
