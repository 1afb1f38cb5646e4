"""Fit how probable a named speaker is: ``python -m training.calibrate_speakers``.

Prints the two numbers of ``resources/identify/certainty.yaml``, and the expected calibration error
before and, over five folds of reports, after. What is shipped is undone first, so that fitting
twice gives the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evaluation.calibration import Judged, bins, calibration_error
from evaluation.readings import Readings
from evaluation.speaker_labels import speaker_reports
from evaluation.speaker_scoring import Heard, judged
from evaluation.speakers import DATA, POLNEAR, hear_all
from onrecord.identify.certainty import log_odds
from onrecord.pipeline import Reader
from onrecord.resources import word_list

FOLDS = 5
STEPS = 50
RIDGE = 0.01

Floats = NDArray[np.float64]


def main() -> None:
    """Read the reports, fit, print."""
    heard = hear_all(speaker_reports(DATA, POLNEAR), Readings(Reader()))
    stems = sorted({one.stem for one in heard})
    folds = [set(stems[number::FOLDS]) for number in range(FOLDS)]
    parts = [_rows([one for one in heard if one.stem in fold]) for fold in folds]
    odds = np.concatenate([part[0] for part in parts])
    right = np.concatenate([part[1] for part in parts])
    constant, slope = fit(odds, right)
    print(f"constant: {constant:.3f}\nslope: {slope:.3f}\nstatements: {len(right)}")
    print(f"error as shipped: {_error(judged(heard)):.4f}")
    print(f"error over folds: {_error(_held_out(parts)):.4f}")


def fit(odds: Floats, right: Floats) -> tuple[float, float]:
    """Constant and slope of the logistic line, by Newton's method with a small ridge."""
    rows = np.stack([np.ones_like(odds), odds], 1)
    weights = np.zeros(2)
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (shares - right) + RIDGE * weights
        curve = (rows * (shares * (1 - shares))[:, None]).T @ rows + RIDGE * np.eye(2)
        weights -= np.linalg.solve(curve, slope)
    return float(weights[0]), float(weights[1])


def _rows(heard: list[Heard]) -> tuple[Floats, Floats]:
    """Log-odds of the products, as they were before what is shipped; whether each was right."""
    shipped = word_list("identify", "certainty")
    found = judged(heard)
    odds = np.array([log_odds(one.probability) for one in found])
    odds = (odds - shipped["constant"]) / shipped["slope"]
    return odds, np.array([float(one.right) for one in found])


def _held_out(parts: list[tuple[Floats, Floats]]) -> list[Judged]:
    """Each fold by the line that the others give."""
    found = []
    for number, (odds, right) in enumerate(parts):
        others = [part for other, part in enumerate(parts) if other != number]
        constant, slope = fit(*(np.concatenate(arrays) for arrays in zip(*others, strict=True)))
        shares = 1 / (1 + np.exp(-(constant + slope * odds)))
        found += [Judged(float(p), bool(y)) for p, y in zip(shares, right, strict=True)]
    return found


def _error(found: list[Judged]) -> float:
    return calibration_error(bins(found))


if __name__ == "__main__":
    main()
