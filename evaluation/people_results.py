"""What is known of who speaks, as committed: evaluation/results/people.json."""

from __future__ import annotations

from dataclasses import asdict

from evaluation.chains import ChainFigures
from evaluation.link_scoring import LinkFigures
from evaluation.results import DIGITS, Json, calibration_as_json, rounded
from evaluation.scoring import Figure
from evaluation.speaker_scoring import Speakers


def speakers_as_json(speakers: Speakers) -> Json:
    """Figures for speakers; the gated ones are under the names that floors.json has."""
    return {
        "speaker": _figure(speakers.speaker),
        "named": speakers.named,
        "wrong_person_per_100": round(speakers.wrong_person_per_100, DIGITS),
        "nobody_per_100": round(speakers.nobody_per_100, DIGITS),
        "calibration": calibration_as_json(speakers.calibration),
        "gated": {
            "speaker_f1": round(speakers.speaker.f1, DIGITS),
            "right_name_given_found": round(speakers.given_found, DIGITS),
            "wrong_per_100": round(speakers.wrong_per_100, DIGITS),
            "source_calibration": round(speakers.calibration.error, DIGITS),
        },
    }


def chains_as_json(chains: ChainFigures) -> Json:
    """Figures for chains of names."""
    return {
        "names": chains.names,
        "linking": _figure(chains.linking),
        "reading": _figure(chains.reading),
        "found": _figure(chains.found),
        "gated": {"name_chains": round(chains.linking.f1, DIGITS)},
    }


def links_as_json(links: LinkFigures) -> Json:
    """Figures for links to the register."""
    return {**asdict(links), "gated": {"link_precision": round(links.precision, DIGITS)}}


def _figure(figure: Figure) -> Json:
    return rounded(asdict(figure))
