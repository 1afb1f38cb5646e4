"""How probable it is that an attribution is right: a logistic model over what the network said.

Platt scaling (Platt 1999) with a few features instead of one score. Fitted on reports that the
network was not trained on; the coefficients travel with the weights.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.attribute.linking import Candidate

FEATURES = (
    "one",
    "cue",
    "content",
    "content_link",
    "rival_link",
    "source_link",
    "no_source",
    "source",
    "log_words",
    "quoted",
    "several",
)
"""Names of what ``features`` returns, in order."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Coefficients for ``FEATURES`` of both models, and the least probability that is kept."""

    attribution: tuple[float, ...]
    source: tuple[float, ...]
    least: float

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Calibration:
        """From the weights' manifest. Raises ValueError when the features are not this code's."""
        if list(FEATURES) != data.get("features"):
            raise ValueError("the calibration was fitted for other features")
        attribution, source, least = (data[name] for name in ("attribution", "source", "least"))
        if not (isinstance(attribution, list) and isinstance(source, list)):
            raise ValueError("the calibration's coefficients are missing")
        return cls(tuple(attribution), tuple(source), float(str(least)))


def features(candidate: Candidate, words: int, quoted: bool) -> tuple[float, ...]:
    """What the models look at; ``words`` is the number of words of the content."""
    content = sum(span.score for span in candidate.contents) / len(candidate.contents)
    source = candidate.source
    return (
        1.0,
        _logit(candidate.cue.score),
        _logit(content),
        _logit(candidate.content_link),
        candidate.rival_link,
        _logit(candidate.source_link) if source else 0.0,
        0.0 if source else 1.0,
        _logit(source.score) if source else 0.0,
        math.log(words),
        float(quoted),
        float(len(candidate.contents) > 1),
    )


def probability(coefficients: Sequence[float], values: Sequence[float]) -> float:
    """Logistic of the weighted sum, rounded so that records compare byte for byte."""
    total = sum(a * b for a, b in zip(coefficients, values, strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def _logit(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return math.log(share / (1 - share))
