"""Figures as committed: evaluation/results/*.json. No dates, no names of machines."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evaluation.measuring import Calibration, Corpus, Measured

RESULTS = Path(__file__).with_name("results")
DIGITS = 4

Json = dict[str, Any]


def measured_as_json(measured: Measured) -> Json:
    """Figures, calibration and the reports that raised."""
    return {
        "figures": {name: rounded(asdict(one)) for name, one in measured.figures.items()},
        "calibration": {
            "attributions": calibration_as_json(measured.attributions),
            "sources": calibration_as_json(measured.sources),
        },
        "raised": list(measured.raised),
    }


def result(name: str, corpus: Corpus, original: Measured, variants: dict[str, Measured]) -> Json:
    """The whole of a results file: what was read, by what, and how well."""
    return {
        "corpus": {"name": name, **asdict(corpus)},
        "reader": asdict(original.derivation) if original.derivation else None,
        **measured_as_json(original),
        "variants": {key: measured_as_json(one) for key, one in variants.items()},
    }


def write_result(path: Path, content: Json) -> None:
    """Writes ``content`` so that a change shows as a short diff."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def read_result(path: Path) -> Json:
    """A results file. Raises FileNotFoundError."""
    content: Json = json.loads(path.read_text(encoding="utf-8"))
    return content


def gated(content: Json) -> dict[str, float]:
    """All figures of people.json or relations.json that have a floor, by its name."""
    parts = (part for part in content.values() if isinstance(part, dict) and "gated" in part)
    return {name: value for part in parts for name, value in part["gated"].items()}


def calibration_as_json(calibration: Calibration) -> Json:
    """The error and the bins that it comes from."""
    return {
        "error": round(calibration.error, DIGITS),
        "bins": [rounded(asdict(one)) for one in calibration.bins],
    }


def rounded(row: Json) -> Json:
    """The numbers of ``row`` as they are committed."""
    return {key: round(value, DIGITS) for key, value in row.items()}
