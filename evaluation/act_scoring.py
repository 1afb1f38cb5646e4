"""Acts: what statements do, and to whom, against the labels of the attributions that they are.

A statement is a label's when their contents share half of their words (matching.py). Figures:

- ``act``: right acts over the labels whose content was found;
- ``macro_f1``: mean F1 over the acts that are labelled; a label that was not found costs recall,
  a statement that is no label's costs nothing;
- ``target``: right names over the labels with a target whose act is right and is not ``informs``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.calibration import Judged
from evaluation.linked import guesses
from evaluation.matching import jaccard
from evaluation.measuring import Calibration
from evaluation.pairing import pairs
from evaluation.record_labels import ActLabel, RecordReport
from evaluation.same_name import same_who
from evaluation.scoring import Share
from evaluation.words import ScoredText
from onrecord.domain.record import Record
from onrecord.domain.statement import Act, Deed, Statement

_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Done:
    """A labelled act, the statement that it is of, where that was found, and its target's name."""

    stem: str
    label: ActLabel
    statement: Statement | None
    target: str | None = None

    @property
    def deed(self) -> Deed | None:
        """What the statement was read to do."""
        return self.statement.deed if self.statement else None

    @property
    def act(self) -> str | None:
        """The act that was read."""
        return self.deed.act if self.deed else None

    @property
    def right(self) -> bool:
        """Whether the label's act was read."""
        return self.statement is not None and self.act == self.label.act


@dataclass(frozen=True, slots=True)
class ActFigures:
    """How well acts and targets are read on a set of reports. ``f1``: that of every act."""

    act: Share
    macro_f1: float
    f1: dict[str, float]
    target: Share
    calibration: Calibration


def acts_done(report: RecordReport, record: Record) -> list[Done]:
    """Every labelled act, once."""
    names = {entity.id: entity.name for entity in record.entities}
    text = ScoredText(report.text)
    labels = [one for one in report.acts if one.act is not None]
    gold = [text.words(one.linked.content) for one in labels]
    read = [text.words(one.linked.content) for one in guesses(record)]
    found = pairs(gold, read, _likeness)
    done = []
    for i, label in enumerate(labels):
        statement = record.statements[found[i]] if i in found else None
        done.append(Done(report.stem, label, statement, _target(statement, names)))
    return done


def score_acts(everything: Iterable[Done]) -> ActFigures:
    """All figures over the acts of a set of reports."""
    done = list(everything)
    found = [one for one in done if one.statement is not None]
    f1 = _f1_of_each(done, found)
    return ActFigures(
        Share.of_all(one.right for one in found),
        sum(f1.values()) / len(f1) if f1 else 0.0,
        f1,
        Share.of_all(same_who(one.label.target, one.target) for one in found if aimed(one)),
        Calibration.of(Judged(one.deed.probability, one.right) for one in found if one.deed),
    )


def aimed(done: Done) -> bool:
    """Whether its target is judged: the act is right and has one."""
    return bool(done.label.target) and done.right and done.act != Act.INFORMS


def _f1_of_each(done: Sequence[Done], found: Sequence[Done]) -> dict[str, float]:
    gold = Counter(one.label.act for one in done)
    read = Counter(one.act for one in found)
    right = Counter(one.act for one in found if one.right)
    return {act: 2 * right[act] / (gold[act] + read[act]) for act in sorted(filter(None, gold))}


def _target(statement: Statement | None, names: dict[str, str]) -> str | None:
    target = statement.deed.target if statement and statement.deed else None
    return names.get(target.entity or "") if target else None


def _likeness(gold: frozenset[int], read: frozenset[int]) -> float:
    alike = jaccard(gold, read) if gold & read else 0.0
    return alike if alike >= _ENOUGH else 0.0
