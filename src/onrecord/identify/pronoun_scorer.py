"""Scores of whom a pronoun may refer to, and how probable they make it.

A site's score is a small network on its features plus how well the encoder's projection of the
pronoun fits those of the site's last word and of the word after it, its verb as often as not
(mention ranking: Denis and Baldridge 2008; scores of spans: Lee et al. 2017). "Nobody of these" is
a candidate of its own. ``training/pronoun_model.py`` is its twin.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.tagging import References
from onrecord.identify.pronoun_features import FEATURES, NONE_FEATURES
from onrecord.identify.pronoun_sites import Site

Floats = NDArray[np.float32]

BY_HAND: dict[str, float] = {
    "same_sentence": 1.5, "sentence_before": 1.2, "two_before": 0.2, "after_pronoun": -2.5,
    "log_words": -2.0, "site_verb": 0.6, "site_possessive": -0.5, "first_in_sentence": 0.8,
    "parallel": 0.5, "object_after_subject": -2.0, "agrees": 4.0, "disagrees": -8.0,
    "last_subject": 0.7, "last_same_pronoun": 1.0, "source_of_my_content": 2.0, "pronoun": 1.0,
    "log_named": 0.5, "only_agreeing": 1.0, "out_of_quotation": -1.0, "both_sources": 0.5,
}  # fmt: skip
"""Weights that do without training, for tests and for a network that has none of its own."""


class PronounScorer:
    """Matrices named as in the training.

    ``linear`` (FEATURES,), ``none`` (NONE_FEATURES + 1,); ``hidden.weight`` (H, FEATURES),
    ``hidden.bias`` and ``out`` (H,); ``null`` (R,): what a pronoun without a name asks for;
    ``calibration`` (3,): see ``probability``; ``least`` (2,): the least probability to answer by,
    outside and inside quotations; ``sharpness`` (1,): the power that shares are carried over with.
    """

    def __init__(self, weights: Mapping[str, NDArray[np.floating]]) -> None:
        self._w = {name: np.asarray(array, np.float32) for name, array in weights.items()}
        sizes = len(self._w["linear"]), len(self._w["none"])
        if sizes != (len(FEATURES), len(NONE_FEATURES) + 1):
            raise ValueError("weights of the pronoun scorer that do not fit its features")
        self.sharpness = float(self._w["sharpness"][0])

    @classmethod
    def by_hand(cls) -> PronounScorer:
        """A scorer whose weights were set and not learned."""
        none = np.zeros(len(NONE_FEATURES) + 1, np.float32)
        none[-1] = 0.5
        return cls(
            {
                "linear": np.array([BY_HAND.get(name, 0.0) for name in FEATURES]),
                "none": none,
                "hidden.weight": np.zeros((1, len(FEATURES))),
                "hidden.bias": np.zeros(1),
                "out": np.zeros(1),
                "null": np.zeros(0),
                "calibration": np.array([-0.5, 0.6, -0.5]),
                "least": np.array([0.6, 0.75]),
                "sharpness": np.array([1.5]),
            }
        )

    def shares(
        self,
        pronoun: Site,
        sites: Sequence[Site],
        pairs: Floats,
        none: Floats,
        references: References | None,
    ) -> Floats:
        """(sites + 1,) probabilities that the pronoun means each site; the last: none of them."""
        hidden = np.maximum(pairs @ self._w["hidden.weight"].T + self._w["hidden.bias"], 0)
        scores = pairs @ self._w["linear"] + hidden @ self._w["out"]
        nobody = float(none @ self._w["none"][:-1] + self._w["none"][-1])
        if references is not None and self._w["null"].size:
            asked = references.asks[pronoun.first]
            scores = scores + self._likeness(asked, sites, references)
            nobody += float(asked @ self._w["null"]) * self._scale
        every = np.append(scores, np.float32(nobody))
        odds = np.exp(every - every.max())
        shares: Floats = (odds / odds.sum()).astype(np.float32)
        return shares

    def probability(self, share: float, quoted: bool) -> float:
        """How often a chain with this share is right: a logistic line in its log-odds."""
        constant, slope, inside = self._w["calibration"].tolist()
        bounded = min(max(share, 1e-4), 1 - 1e-4)
        odds = constant + slope * float(np.log(bounded / (1 - bounded))) + inside * quoted
        return float(1 / (1 + np.exp(-odds)))

    def least(self, quoted: bool) -> float:
        """The least probability to answer by."""
        return float(self._w["least"][int(quoted)])

    @property
    def _scale(self) -> float:
        return 1.0 / math.sqrt(len(self._w["null"]))

    def _likeness(self, asked: Floats, sites: Sequence[Site], references: References) -> Floats:
        """One half of the projection is for a site's last word, the other for the word after."""
        half = len(asked) // 2
        ends = np.array([site.last for site in sites], np.int64)
        after = np.minimum(ends, len(references.answers) - 1)
        likeness: Floats = references.answers[ends - 1, :half] @ asked[:half]
        likeness = likeness + references.answers[after, half:] @ asked[half:]
        return likeness * np.float32(self._scale)
