"""Measures chains of names on GUM's news: ``python -m evaluation.chains``.

Whole reading, not coreference on given mentions: what counts as a name mention is in
name_mentions.py, B-cubed in chain_scoring.py. Two figures:

- ``linking``: over the labelled name mentions; one that the reader does not find stands alone, one
  that it makes up is left aside. Comparable with chains built on labelled mentions;
- ``reading``: a name not found costs recall, one made up costs precision (``found`` says how many).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation.chain_scoring import b_cubed, completed
from evaluation.gum import GumReport, gum_reports
from evaluation.kept_readings import keeping_reader
from evaluation.named_report import NamedReport, misses
from evaluation.readings import Readings
from evaluation.scoring import Count, Figure
from onrecord.pipeline import Reader

DATA = Path("../shared/data/gum")


@dataclass(frozen=True, slots=True)
class ChainFigures:
    """How well names are found and chained. ``names``: labelled name mentions."""

    linking: Figure
    reading: Figure
    found: Figure
    names: int


def read_all(reports: Iterable[GumReport], read: Readings) -> list[NamedReport]:
    """Every document beside its record."""
    return [NamedReport.of(one, read(one.stem, one.text, one.published)) for one in reports]


def score_chains(reports: Iterable[NamedReport]) -> ChainFigures:
    """All figures over a set of documents."""
    several = list(reports)
    gold = dict(pair for one in several for pair in one.labelled_chains())
    read = dict(pair for one in several for pair in one.read_chains())
    both = sum(len(one.pairs) for one in several)
    return ChainFigures(
        b_cubed(gold, completed(gold, read)),
        b_cubed(gold, read),
        Figure.of(Count(both, len(read), both, len(gold))),
        len(gold),
    )


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        reports = gum_reports(options.data)
    except FileNotFoundError as error:
        print(f"Nothing to measure on: {error}", file=sys.stderr)
        return 2
    done = read_all(reports, Readings(keeping_reader() if options.cached else Reader()))
    if options.misses:
        print(*(line for one in done for line in misses(one)), sep="\n")
    print(_told(score_chains(done)))
    return 0


def _told(figures: ChainFigures) -> str:
    rows = [("linking", figures.linking), ("reading", figures.reading), ("found", figures.found)]
    return f"{figures.names} labelled names\n" + "\n".join(
        f"{name} P {one.precision:.3f} R {one.recall:.3f} F1 {one.f1:.3f}" for name, one in rows
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evaluation.chains", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with GUM_news_*.conllu")
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    parser.add_argument("--cached", action="store_true", help="keep the network's readings")
    return parser


if __name__ == "__main__":
    sys.exit(main())
