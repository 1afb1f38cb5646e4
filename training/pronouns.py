"""Train the pronoun scorer and put it into the weights, with one command.

    python -m training.pronouns --data ../shared/data

Trained on GUM (all genres but news), ECB+, LitBank and GAP (development and validation); the
encoder is frozen. Every fifth of the reports is judged by a scorer that was trained on the rest:
from these answers come the calibration and the figures on GAP, which are kept in
evaluation/results/gap_answers.json. GUM's news is not touched: it is what is measured on.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from evaluation.pronoun_labels import Labelled, gum
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.identify.pronoun_sites import NOBODY
from onrecord.network.weights import SHIPPED
from onrecord.register import shipped
from training.add_head import add_head
from training.calibrate import fitted as logistic
from training.pronoun_corpora import gap, litbank
from training.pronoun_ecb import ecbplus
from training.pronoun_examples import Reading, Report, example
from training.pronoun_fit import Recipe, fitted
from training.pronoun_model import Example, PronounModel
from training.pronoun_states import Shower

GENRES = ("bio", "court", "essay", "interview", "letter", "podcast", "speech")
FOLDS = 5
WEIGHTS = {"gum": 1.0, "gap": 1.0, "ecbplus": 1.0, "litbank": 0.25}
"""Of a label: novels are many, and far from news."""
FIRST_ROUND = Recipe(epochs=4)
RECIPE = Recipe(epochs=8)
SHARPNESS = 1.5
LEAST = (0.6, 0.75)
"""The least probability to answer by, outside and inside quotations."""
ANSWERS = Path("evaluation/results/gap_answers.json")


@dataclass(frozen=True)
class Judged:
    """One pronoun answered by a scorer that has not seen it. ``share``: of the likeliest chain."""

    corpus: str
    share: float
    quoted: bool
    right: bool


def reports(data: Path, shower: Shower) -> list[Report]:
    """All reports that are trained on, with what the network showed of them."""
    shares = shipped().share_female
    corpora: dict[str, list[Labelled]] = {
        "gum": list(gum(data / "gum", GENRES, shares)),
        "gap_validation": list(gap(data / "gap" / "gap-validation.tsv", shares)),
        "gap_development": list(gap(data / "gap" / "gap-development.tsv", shares)),
        "ecbplus": list(ecbplus(data / "ecbplus", shares)),
        "litbank": list(litbank(data / "litbank" / "coref" / "conll", shares)),
    }
    return [
        Report(labelled, shown, WEIGHTS[labelled.corpus])
        for name, several in corpora.items()
        for labelled, shown in zip(
            several, shower.shown(name, [one.article for one in several]), strict=True
        )
    ]


def reading_of(model: PronounModel, calibration: Sequence[float] = (0, 1, 0)) -> Reading:
    """What reads with a trained model."""
    projections, scorer = model.arrays()
    return Reading(PronounScorer(with_settings(scorer, calibration)), projections)


def with_settings(
    scorer: dict[str, NDArray[np.float32]], calibration: Sequence[float]
) -> dict[str, NDArray[np.float32]]:
    """The scorer's matrices with what is not learned by gradients."""
    return {
        **scorer,
        "calibration": np.array(calibration, np.float32),
        "least": np.array(LEAST, np.float32),
        "sharpness": np.array([SHARPNESS], np.float32),
    }


def judged(report: Report, reading: Reading) -> Iterable[Judged]:
    """The labelled pronouns of a report for which somebody can be named."""
    for answer in reading.answers(report):
        truth = report.labelled.truths.get(answer.pronoun.first)
        named = {chain: share for chain, share in answer.shares.items() if chain != NOBODY}
        if truth is None or not named:
            continue
        chain = max(named, key=named.__getitem__)
        if truth.wrong and chain not in truth.wrong:
            continue  # GAP does not say who else it is
        quoted = answer.pronoun.quotation != NOBODY
        yield Judged(report.labelled.corpus, named[chain], quoted, chain in truth.right)


def gap_answer(report: Report, reading: Reading) -> list[float]:
    """Shares of the names A and B of a snippet of GAP."""
    answered = {one.pronoun.first: one.shares for one in reading.answers(report)}
    (word,) = report.labelled.truths
    shares = answered.get(word, {})
    return [round(shares.get(chain, 0.0), 4) for chain in (0, 1)]


def cross_fitted(
    several: list[Report], made: list[Example | None]
) -> tuple[list[Judged], dict[str, list[float]]]:
    """Every report answered by a scorer trained on the other folds; GAP's answers by their id."""
    every: list[Judged] = []
    answers: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        rest = [one for n, one in enumerate(made) if one and n % FOLDS != fold]
        reading = reading_of(fitted(rest, RECIPE))
        for report in several[fold::FOLDS]:
            every.extend(judged(report, reading))
            if report.labelled.corpus == "gap":
                answers[report.labelled.name] = gap_answer(report, reading)
        print(f"fold {fold + 1} of {FOLDS} answered", flush=True)
    return every, answers


def calibration(every: Iterable[Judged]) -> list[float]:
    """Coefficients of ``PronounScorer.probability``, fitted on GUM and GAP."""
    used = [one for one in every if one.corpus != "litbank"]
    x = np.array([[1.0, _log_odds(one.share), float(one.quoted)] for one in used])
    return [round(float(w), 4) for w in logistic(x, np.array([float(one.right) for one in used]))]


def _log_odds(share: float) -> float:
    bounded = min(max(share, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--weights", type=Path, default=SHIPPED)
    ap.add_argument("--cache", type=Path, default=Path("var"))
    args = ap.parse_args()
    torch.set_num_threads(1)
    several = reports(args.data, Shower(args.weights, args.cache))
    by_hand = Reading(PronounScorer.by_hand(), None)
    made = [example(one, by_hand) for one in several]
    first = reading_of(fitted([one for one in made if one], FIRST_ROUND))
    made = [example(one, first) for one in several]
    every, answers = cross_fitted(several, made)
    (args.cache / "pronouns_judged.json").write_text(json.dumps([asdict(one) for one in every]))
    learned = calibration(every)
    print(f"calibration {learned}", flush=True)
    model = fitted([one for one in made if one], RECIPE)
    projections, scorer = model.arrays()
    add_head(args.weights, "references", projections, {})
    add_head(
        args.weights, "pronouns", with_settings(scorer, learned), {"trained_on": sorted(WEIGHTS)}
    )
    development = {name: one for name, one in answers.items() if name.startswith("development")}
    ANSWERS.write_text(json.dumps(development, indent=None, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
