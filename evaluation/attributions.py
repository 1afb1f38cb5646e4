"""Measures the installed reader on labelled reports: ``python -m evaluation.attributions``.

Reads the reports as published and as rewritten in other styles (variation.py), writes the figures
to --out and the tables into the pages that show them, and prints them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import track

from evaluation.brat import LabelledReport, labelled_reports, published_on
from evaluation.floors import Floors, floors
from evaluation.measuring import Corpus, Measured, ReadOne, measure
from evaluation.readings import Readings
from evaluation.results import RESULTS, Json, result, write_result
from evaluation.tables import dev_table, fill_pages, variants_table
from evaluation.variation import VARIANTS, Version, original, varied
from onrecord.domain.record import Record
from onrecord.pipeline import Reader

DATA = Path("../shared/data/polnear/dev")
PAGES = (Path("README.md"), Path("docs/model-card.md"))


def reading(readings: Readings) -> ReadOne:
    """Reads a version as a user's text would be read."""

    def read(version: Version) -> Record:
        return readings(version.stem, version.text, published_on(version.stem))

    return read


def measure_all(reports: Iterable[LabelledReport], read: ReadOne) -> dict[str, Measured]:
    """Figures on the reports as published ("original") and on every variant of them."""
    versions = {"original": [original(report) for report in reports]}
    for name, rules in VARIANTS.items():
        versions[name] = [varied(report, rules) for report in reports]
    console = Console(stderr=True)
    return {
        name: measure(track(several, description=name, console=console), read)
        for name, several in versions.items()
    }


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        reports = labelled_reports(options.data)
    except FileNotFoundError as error:
        print(f"Nothing to measure on: {error}", file=sys.stderr)
        return 2
    measured = measure_all(reports, reading(Readings(Reader())))
    corpus = Corpus.of([original(report) for report in reports])
    content = result(options.name, corpus, measured.pop("original"), measured)
    write_result(options.out, content)
    _show(content, floors())
    return 0


def _show(content: Json, pinned: Floors) -> None:
    tables = {"dev": dev_table(content, pinned), "variants": variants_table(content, pinned)}
    for name, table in tables.items():
        print(table, end="\n\n")
        fill_pages(PAGES, name, table)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evaluation.attributions", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/, attributions/")
    parser.add_argument("--out", type=Path, default=RESULTS / "dev.json", help="results file")
    parser.add_argument("--name", default="PolNeAR 1.0 dev", help="what the reports are called")
    return parser


if __name__ == "__main__":
    sys.exit(main())
