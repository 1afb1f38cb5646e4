"""Measures what statements amount to: ``python -m evaluation.relations``.

The diary, exchanges and acts on labelled records, times on TimeBank (timebank.py).
Writes the figures to --out and the table into the pages that show it, and prints it.

--misses    lists what is wrong, and writes no result
--cached    keeps what the network said in var/, for those who change what comes after it;
            writes no result
--labels    other labelled records than record-dev, and --reports their texts; writes no result
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from evaluation.act_scoring import Done, acts_done, score_acts
from evaluation.diary_scoring import Entry, diary_entries, score_diary
from evaluation.exchange_scoring import Asking, askings, score_exchanges
from evaluation.floors import floors
from evaluation.kept_readings import keeping_reader
from evaluation.readings import Readings
from evaluation.record_labels import RecordReport, record_reports
from evaluation.relation_misses import misses
from evaluation.relations_results import (
    acts_as_json,
    diary_as_json,
    exchanges_as_json,
    times_as_json,
)
from evaluation.results import RESULTS, Json, write_result
from evaluation.tables import fill_pages, relations_table
from evaluation.timebank import TimedReport, read_all
from evaluation.timebank import measure as measure_times
from onrecord.domain.record import Record
from onrecord.pipeline import Reader

DATA = Path("../shared/data")
PAGES = (Path("README.md"), Path("docs/model-card.md"))

Read = tuple[RecordReport, Record]


def measure_relations(data: Path, reader: Reader, read: Readings) -> Json:
    """All figures of relating. Raises FileNotFoundError where a set is missing."""
    reports = record_reports(data / "record-dev", data / "polnear" / "dev")
    timed, _ = measure_times(timed_reports(data / "timebank"))
    return {
        "reader": asdict(reader.derivation),
        "times": times_as_json(timed),
        **figures(read_reports(reports, read)),
    }


def timed_reports(home: Path) -> list[TimedReport]:
    """TimeBank and AQUAINT. Raises FileNotFoundError where they are not."""
    reports = list(read_all(home))
    if not reports:
        raise FileNotFoundError(f"{home}: no labelled times (TimeBank/*.tml) in it")
    return reports


def read_reports(reports: Iterable[RecordReport], read: Readings) -> list[Read]:
    """Every report with its record."""
    return [(one, read(one.stem, one.text, one.published)) for one in reports]


def figures(reports: Iterable[Read]) -> Json:
    """The figures over labelled reports and their records."""
    judged = Judgements(reports)
    return {
        "diary": diary_as_json(score_diary(judged.entries)),
        "exchanges": exchanges_as_json(score_exchanges(judged.askings)),
        "acts": acts_as_json(score_acts(judged.done)),
    }


class Judgements:
    """Every engagement, exchange and act of a set of reports beside its label."""

    def __init__(self, reports: Iterable[Read]) -> None:
        self.entries: list[Entry] = []
        self.askings: list[Asking] = []
        self.done: list[Done] = []
        for report, record in reports:
            self.entries += diary_entries(report, record)
            self.askings += askings(report, record)
            self.done += acts_done(report, record)


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        if options.cached or options.misses or options.labels:
            return _look(options)
        reader = Reader()
        content = measure_relations(options.data, reader, Readings(reader))
    except FileNotFoundError as error:
        print(f"Nothing to measure on: {error}", file=sys.stderr)
        return 2
    write_result(options.out, content)
    table = relations_table(content, floors())
    print(table)
    fill_pages(PAGES, "relations", table)
    return 0


def _look(options: argparse.Namespace) -> int:
    """Figures, and what is wrong, for looking: nothing is written."""
    labels = options.labels or options.data / "record-dev"
    texts = options.reports or options.data / "polnear" / "dev"
    reports = record_reports(labels, texts)
    read = read_reports(reports, Readings(keeping_reader() if options.cached else Reader()))
    if options.misses:
        judged = Judgements(read)
        print(*misses(judged.entries, judged.askings, judged.done), sep="\n")
    print(*_told(figures(read)), sep="\n")
    return 0


def _told(content: Json) -> Iterator[str]:
    for name in ("diary", "exchanges"):
        one = content[name][name]
        figure = f"P {one['precision']:.3f} R {one['recall']:.3f} F1 {one['f1']:.3f}"
        yield f"{name:24}{figure}"
    for part in content.values():
        yield from (f"{name:24}{value:.3f}" for name, value in part["gated"].items())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evaluation.relations", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with record-dev/ ...")
    parser.add_argument("--labels", type=Path, help="folder with 000.json ... to look at instead")
    parser.add_argument("--reports", type=Path, help="their texts, in PolNeAR's layout")
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    parser.add_argument("--cached", action="store_true", help="keep the network's readings")
    parser.add_argument("--out", type=Path, default=RESULTS / "relations.json", help="results file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
