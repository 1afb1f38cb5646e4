"""Fit on dev what is not learned: tag bias, probabilities, and the least probability that is kept.

    python -m training.calibrate --weights src/onrecord/network/weights

Dev was not trained on. What is printed is cross-fitted: each fifth of the reports is judged by
coefficients and a threshold from the other four; what is written is fitted on all of them.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.brat import LabelledReport, labelled_reports
from evaluation.calibration import Judged, bins, calibration_error
from evaluation.linked import Linked
from evaluation.matching import attributed, found, jaccard, match
from evaluation.scoring import score
from evaluation.words import ScoredText, Worded
from onrecord.attribute.attributions import propose
from onrecord.attribute.form import form_of
from onrecord.attribute.probability import FEATURES, features
from onrecord.attribute.typography import complete_quotations
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Span
from onrecord.domain.statement import Form
from onrecord.network.network import Encode, Floats, Network
from onrecord.network.weights import Weights
from onrecord.segment.article import segment
from training.weights_folder import write_manifest

FOLDS = 5
RIDGE = 1.0
SOURCE_BIASES = (0.5, 1.0)
CUE_BIASES = (0.0, 0.4, 0.8)
CONTENT_BIASES = (0.0, 0.3)
THRESHOLDS = (0.10, 0.16, 0.20, 0.24, 0.28, 0.32, 0.36, 0.40, 0.44)
WORTH = (
    "attribution",
    "found",
    "quoted_attribution",
    "quoted_strict",
    "token_source",
    "token_cue",
    "token_content",
)
"""The figures whose sum decides: those of the README's table."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Read:
    """One report's labels, predictions (none left out), their features, and which are right.

    ``source_right`` is NaN where the content was not found.
    """

    gold: tuple[Worded, ...]
    predicted: tuple[Worded, ...]
    features: Matrix
    right: Matrix
    source_right: Matrix


def remembering(encode: Encode) -> Encode:
    """``encode`` that runs each window once, however often it is asked for."""
    seen: dict[bytes, Floats] = {}

    def remembered(
        ids: NDArray[np.int32], shapes: NDArray[np.int8], quotes: NDArray[np.int8]
    ) -> Floats:
        key = b"".join(part.tobytes() for part in (ids, shapes, quotes))
        if key not in seen:
            seen[key] = encode(ids, shapes, quotes)
        return seen[key]

    return remembered


def read(network: Network, report: LabelledReport, article: SegmentedArticle) -> Read:
    """Everything the network proposes for a report, judged against its labels."""
    candidates = propose(article, network.read(article))
    linked, rows = [], []
    for candidate, contents in zip(
        candidates, complete_quotations(article, candidates), strict=True
    ):
        if not contents:
            continue
        source = [Span(candidate.source.first, candidate.source.last)] if candidate.source else []
        linked.append(
            Linked(
                _chars(article, source),
                _chars(article, [Span(candidate.cue.first, candidate.cue.last)]),
                _chars(article, contents),
            )
        )
        quoted = form_of(article, contents) is not Form.INDIRECT
        rows.append(features(candidate, sum(b - a for a, b in contents), quoted))
    scored = ScoredText(report.text)
    kept = [
        (words, row)
        for one, row in zip(linked, rows, strict=True)
        for words in scored.worded([one])
    ]
    predicted = tuple(words for words, _ in kept)
    return _judged(scored.worded(report.labels), predicted, [row for _, row in kept])


def _chars(article: SegmentedArticle, ranges: list[Span]) -> tuple[Span, ...]:
    return tuple(Span(int(article.starts[a]), int(article.ends[b - 1])) for a, b in ranges)


def _judged(
    gold: tuple[Worded, ...], predicted: tuple[Worded, ...], rows: list[tuple[float, ...]]
) -> Read:
    right = np.zeros(len(predicted))
    source_right = np.full(len(predicted), np.nan)
    right[[pair.predicted for pair in match(gold, predicted, attributed)]] = 1
    for i, j in match(gold, predicted, found):
        source_right[j] = jaccard(gold[i].source, predicted[j].source) >= 0.5
    return Read(gold, predicted, np.array(rows).reshape(-1, len(FEATURES)), right, source_right)


def fitted(x: Matrix, y: Matrix) -> Matrix:
    """Logistic regression by Newton's method with a ridge; (items, features), (items,)."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + RIDGE * weights
        hessian = (x.T * (p * (1 - p))) @ x + RIDGE * np.eye(x.shape[1])
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def probabilities(x: Matrix, weights: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))


def fit(reads: Sequence[Read]) -> tuple[Matrix, Matrix]:
    """Coefficients of the attribution model and of the source model."""
    x, y = np.concatenate([r.features for r in reads]), np.concatenate([r.right for r in reads])
    s = np.concatenate([r.source_right for r in reads])
    there = ~np.isnan(s)
    return fitted(x, y), fitted(x[there], s[there])


def f1(reads: Iterable[Read], weights: Matrix, least: float) -> dict[str, float]:
    """Scores when only predictions of at least this probability are kept."""
    pairs = []
    for one in reads:
        keep = probabilities(one.features, weights) >= least
        pairs.append(
            (one.gold, [words for words, kept in zip(one.predicted, keep, strict=True) if kept])
        )
    return {name: figure.f1 for name, figure in score(pairs).items()}


def best_threshold(reads: Sequence[Read], weights: Matrix) -> float:
    """The least probability that makes the most of ``WORTH``."""
    return max(THRESHOLDS, key=lambda least: worth(f1(reads, weights, least)))


def worth(figures: dict[str, float]) -> float:
    """The sum of the figures that count."""
    return sum(figures[name] for name in WORTH)


def cross_fitted(reads: Sequence[Read]) -> dict[str, float]:
    """Figures of each fold judged by the others, and both calibration errors of what is kept."""
    pairs, judged, judged_sources = [], [], []
    for fold in range(FOLDS):
        inside = [r for i, r in enumerate(reads) if i % FOLDS != fold]
        weights, source = fit(inside)
        least = best_threshold(inside, weights)
        for one in (r for i, r in enumerate(reads) if i % FOLDS == fold):
            p, q = probabilities(one.features, weights), probabilities(one.features, source)
            keep = np.flatnonzero(p >= least)
            pairs.append((one.gold, [one.predicted[j] for j in keep]))
            judged += [Judged(float(p[j]), bool(one.right[j])) for j in keep]
            judged_sources += [
                Judged(float(q[j]), bool(one.source_right[j]))
                for j in keep
                if not np.isnan(one.source_right[j])
            ]
    figures = {name: figure.f1 for name, figure in score(pairs).items()}
    figures["calibration_error"] = calibration_error(bins(judged))
    figures["source_calibration_error"] = calibration_error(bins(judged_sources))
    return figures


def tag_bias(source: float, cue: float, content: float) -> Floats:
    return np.array([0, source, source, cue, cue, content, content], np.float32)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--weights", type=Path, default=Path("src/onrecord/network/weights"))
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = ap.parse_args()
    weights = Weights(args.weights)
    network = weights.network(threads=2)
    network._encode = remembering(network._encode)
    reports = labelled_reports(args.data / "polnear" / "dev")
    articles = [segment(report.text) for report in reports]
    best: tuple[float, Floats, list[Read]] | None = None
    for source, cue, content in itertools.product(SOURCE_BIASES, CUE_BIASES, CONTENT_BIASES):
        network._bias = tag_bias(source, cue, content)
        reads = [
            read(network, report, article)
            for report, article in zip(reports, articles, strict=True)
        ]
        figures = cross_fitted(reads)
        value = worth(figures)
        print(
            f"bias {source} {cue} {content}: "
            + " ".join(f"{n} {v:.4f}" for n, v in figures.items()),
            flush=True,
        )
        if best is None or value > best[0]:
            best = (value, network._bias, reads)
    assert best
    _, bias, reads = best
    attribution, of_source = fit(reads)
    manifest = dict(weights.manifest)
    manifest["heads"]["attribution"] = {
        "tag_bias": [float(b) for b in bias],
        "calibration": {
            "features": list(FEATURES),
            "attribution": [round(float(w), 6) for w in attribution],
            "source": [round(float(w), 6) for w in of_source],
            "least": best_threshold(reads, attribution),
        },
    }
    write_manifest(args.weights, manifest)
    print(json.dumps(manifest["heads"]["attribution"]), flush=True)


if __name__ == "__main__":
    main()
