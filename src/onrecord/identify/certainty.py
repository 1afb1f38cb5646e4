"""How probable a named speaker is: what rules and scorers are worth, held against labels.

Platt scaling (Platt 1999) of the product of two probabilities: that the source's words are right,
and that they name this entity. ``training/calibrate_speakers.py`` fits the line.
"""

from __future__ import annotations

from math import exp, log

from onrecord.resources import word_list

_LEAST = 1e-4


def calibrated(product: float) -> float:
    """The probability, 0..1, that a speaker named with this product is the right one."""
    fitted = word_list("identify", "certainty")
    return 1 / (1 + exp(-(fitted["constant"] + fitted["slope"] * log_odds(product))))


def log_odds(probability: float) -> float:
    """Of a probability kept off 0 and 1."""
    bounded = min(max(probability, _LEAST), 1 - _LEAST)
    return log(bounded / (1 - bounded))
