"""Measures he and she: ``python -m evaluation.pronouns``.

- GUM's news, which nothing was trained on. ``given``: pronouns are resolved among the people that
  the labels name; ``reading``: by a whole reading, where a name not found or chained wrongly costs
  as well. ``right`` is the share of the answered ones that are right (answering for somebody whom
  nothing names is wrong), ``answered`` the share answered of those whose person is named.
- GAP development (Webster et al. 2018): F1 over the decisions whether the pronoun means the name A
  and whether it means B, given the two names. The answers are those of scorers that were trained on
  other folds of it (training/pronouns.py), as committed in results/gap_answers.json.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from evaluation.gum import GumReport, gum_reports
from evaluation.named_report import NamedReport
from evaluation.pronoun_labels import Labelled, gum_document
from evaluation.readings import Readings
from evaluation.results import DIGITS, RESULTS, Json, rounded, write_result
from onrecord.attribute.attributions import find_attributions
from onrecord.attribute.probability import Calibration
from onrecord.domain.entity import MentionForm
from onrecord.domain.record import Record
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Passage
from onrecord.domain.statement import Attribution
from onrecord.domain.words import Words
from onrecord.identify.anchors import Spoken
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.identify.pronouns import refer
from onrecord.network.weights import SHIPPED, Weights
from onrecord.pipeline import Reader
from onrecord.register import shipped

DATA = Path("../shared/data")
ANSWERS = RESULTS / "gap_answers.json"
LEAST_OF_GAP = 0.2
"""Least share of a name's chain that counts as an answer; GAP rewards guessing."""


@dataclass(frozen=True, slots=True)
class Given:
    """The answer for one pronoun. ``named``: whether its person is named anywhere."""

    named: bool
    answered: bool
    right: bool


@dataclass(frozen=True, slots=True)
class PronounFigures:
    """``pronouns`` labelled, ``named`` of them for somebody who is named."""

    pronouns: int
    named: int
    right: float
    answered: float

    @classmethod
    def of(cls, given: Iterable[Given]) -> PronounFigures:
        """The figures over some pronouns."""
        every = list(given)
        answered = [one for one in every if one.answered]
        named = [one for one in every if one.named]
        return cls(
            len(every),
            len(named),
            sum(one.right for one in answered) / max(1, len(answered)),
            sum(one.answered for one in named) / max(1, len(named)),
        )


@dataclass(frozen=True, slots=True)
class GapFigures:
    """F1 over all, over those of "he" and of "she", and the second's share of the first."""

    f1: float
    male: float
    female: float
    bias: float


def spoken_in(article: SegmentedArticle, attributions: Iterable[Attribution]) -> tuple[Spoken, ...]:
    """Attributions in words of the report."""
    return tuple(
        Spoken(
            next(_places(article, one.source), None),
            next(_places(article, one.cue), None),
            tuple(_places(article, one.content)),
        )
        for one in attributions
    )


def _places(article: SegmentedArticle, passage: Passage) -> Iterator[tuple[int, int]]:
    for start, end in passage.spans:
        first, last = np.searchsorted(article.starts, (start, end)).tolist()
        yield first, last


class Resolver:
    """Resolves pronouns among labelled anchors with shipped weights."""

    def __init__(self) -> None:
        weights = Weights(SHIPPED)
        self._network = weights.network()
        self._scorer = PronounScorer(weights.arrays("pronouns"))
        self._calibration = Calibration.from_dict(
            weights.manifest["heads"]["attribution"]["calibration"]
        )

    def given(self, labelled: Labelled) -> Iterator[Given]:
        """The answers for the labelled pronouns of one report."""
        article = labelled.article
        tagging = self._network.read(article)
        spoken = spoken_in(article, find_attributions(article, tagging, self._calibration))
        found = refer(Words(article), labelled.anchors, spoken, tagging.references, self._scorer)
        chains = {one.word: one.chain for one in found}
        for word, truth in labelled.truths.items():
            chain = chains.get(word)
            yield Given(bool(truth.right), chain is not None, chain in truth.right)


def read_pronouns(report: GumReport, labelled: Labelled, record: Record) -> Iterator[Given]:
    """The answers of a whole reading for the labelled pronouns of one document."""
    names = NamedReport.of(report, record)
    people: dict[str, set[str]] = {}
    for label, read in names.pairs.items():
        people.setdefault(names.read[read].entity, set()).add(names.gold[label].entity)
    entities = {
        mention.span.start: entity.id
        for entity in record.entities
        for mention in entity.mentions
        if mention.form is MentionForm.PRONOUN
    }
    labels = {
        report.words[one.first].span.start: one.entity
        for one in report.mentions
        if one.last - one.first == 1
    }
    for word, truth in labelled.truths.items():
        start = int(labelled.article.starts[word])
        entity = entities.get(start)
        right = entity is not None and labels[start] in people.get(entity, set())
        yield Given(bool(truth.right), entity is not None, right)


def score_gap(
    rows: Iterable[Mapping[str, str]], answers: Mapping[str, Sequence[float]]
) -> GapFigures:
    """F1 of the committed answers on rows of GAP's table."""
    counts = {"male": np.zeros(3), "female": np.zeros(3)}
    for row in rows:
        gender = "female" if row["Pronoun"].lower() in ("she", "her", "hers") else "male"
        a, b = answers[row["ID"]]
        said = (a > b and a >= LEAST_OF_GAP, b >= a and b >= LEAST_OF_GAP)
        for one, letter in zip(said, "AB", strict=True):
            true = row[f"{letter}-coref"] == "TRUE"
            counts[gender] += (one and true, one, true)
    male, female = (_f1(counts[gender]) for gender in ("male", "female"))
    return GapFigures(_f1(counts["male"] + counts["female"]), male, female, female / male)


def _f1(count: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    right, said, true = count.tolist()
    return 2 * right / (said + true) if said + true else 0.0


def gap_rows(path: Path) -> list[dict[str, str]]:
    """The table of one of GAP's files. Raises FileNotFoundError."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def measure_pronouns(data: Path, read: Readings) -> Json:
    """All figures. Raises FileNotFoundError where a set is missing."""
    reports = gum_reports(data / "gum")
    labelled = [gum_document(report, shipped().share_female) for report in reports]
    resolver = Resolver()
    given = PronounFigures.of(one for report in labelled for one in resolver.given(report))
    reading = PronounFigures.of(
        one
        for report, labels in zip(reports, labelled, strict=True)
        for one in read_pronouns(report, labels, read(report.stem, report.text, report.published))
    )
    answers = json.loads(ANSWERS.read_text("utf-8"))
    gap = score_gap(gap_rows(data / "gap" / "gap-development.tsv"), answers)
    return {
        "given": rounded(asdict(given)),
        "reading": rounded(asdict(reading)),
        "gap": rounded(asdict(gap)),
        "gated": {
            "he_she_right": round(reading.right, DIGITS),
            "he_she_share": round(reading.answered, DIGITS),
            "gap_f1": round(gap.f1, DIGITS),
        },
    }


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="evaluation.pronouns", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with gum/ and gap/")
    parser.add_argument("--out", type=Path, default=RESULTS / "pronouns.json", help="results file")
    options = parser.parse_args(arguments)
    try:
        content = measure_pronouns(options.data, Readings(Reader()))
    except FileNotFoundError as error:
        print(f"Nothing to measure on: {error}", file=sys.stderr)
        return 2
    write_result(options.out, content)
    print(json.dumps(content, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
