"""Runs a reader over versions of labelled reports and scores what it read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evaluation.calibration import (
    Bin,
    Judged,
    bins,
    calibration_error,
    judged_attributions,
    judged_sources,
)
from evaluation.linked import Guess, guesses
from evaluation.scoring import Figure, score
from evaluation.variation import Version
from evaluation.words import ScoredText, Worded, word_count
from onrecord.domain.record import Derivation, Record

ReadOne = Callable[[Version], Record]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Expected calibration error and the bins that it was computed from."""

    error: float
    bins: tuple[Bin, ...]

    @classmethod
    def of(cls, judged: Iterable[Judged]) -> Calibration:
        """The calibration of ``judged``."""
        filled = bins(judged)
        return cls(calibration_error(filled), filled)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reader is worth on a set of reports.

    ``raised`` names the reports on which it raised; their labels count as missed.
    ``derivation`` says which reader it was, None when it raised on every report.
    """

    figures: dict[str, Figure]
    attributions: Calibration
    sources: Calibration
    raised: tuple[str, ...]
    derivation: Derivation | None


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read: number of reports, words, and a digest of texts and labels."""

    reports: int
    words: int
    sha256: str

    @classmethod
    def of(cls, versions: Sequence[Version]) -> Corpus:
        """Describes ``versions``; the digest changes with a letter of a text or one label."""
        digest = hashlib.sha256()
        for version in versions:
            labels = [(one.source, one.cue, one.content) for one in version.labels]
            digest.update(json.dumps([version.stem, version.text, labels]).encode())
        words = sum(word_count(version.text) for version in versions)
        return cls(len(versions), words, digest.hexdigest())


@dataclass(frozen=True, slots=True)
class _Scored:
    gold: tuple[Worded, ...]
    predicted: tuple[Worded, ...]
    probabilities: tuple[float, ...]
    source_probabilities: tuple[float | None, ...]


def measure(versions: Iterable[Version], read: ReadOne) -> Measured:
    """Reads every version with ``read`` and scores it; an exception is counted, not passed on."""
    scored, raised, derivation = [], [], None
    for version in versions:
        found: tuple[Guess, ...] = ()
        try:
            record = read(version)
        except Exception:  # whatever a reader may raise is what is being counted
            raised.append(version.stem)
        else:
            found, derivation = guesses(record), record.derivation
        scored.append(_scored(version, found))
    return Measured(
        score((one.gold, one.predicted) for one in scored),
        Calibration.of(judged for one in scored for judged in _judged_attributions(one)),
        Calibration.of(judged for one in scored for judged in _judged_sources(one)),
        tuple(raised),
        derivation,
    )


def _scored(version: Version, found: Iterable[Guess]) -> _Scored:
    text = ScoredText(version.text, version.marks)
    worded = [(guess, words) for guess in found for words in text.worded([guess.linked])]
    return _Scored(
        text.worded(version.labels),
        tuple(words for _, words in worded),
        tuple(guess.probability for guess, _ in worded),
        tuple(guess.source_probability for guess, _ in worded),
    )


def _judged_attributions(scored: _Scored) -> list[Judged]:
    return judged_attributions(scored.gold, scored.predicted, scored.probabilities)


def _judged_sources(scored: _Scored) -> list[Judged]:
    return judged_sources(scored.gold, scored.predicted, scored.source_probabilities)
