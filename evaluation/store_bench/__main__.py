"""The figures of a large record: ``python -m evaluation.store_bench`` (part of ``make bench``).

A record is filled with generated reports, a copy of it is laid aside when a tenth of them is there,
and both are asked and compared with what SQLite alone does. A run that is stopped is gone on with
by the next one with the same ``--keep``: how long adding took stands in a file beside the record.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from evaluation.machine import machine_kind
from evaluation.results import RESULTS, Json, write_result
from evaluation.store_bench.filling import Added, fill
from evaluation.store_bench.measuring import adding, answering, keeping, raw_adding
from evaluation.store_bench.sources import DATA, sources
from evaluation.store_bench.stream import Stream
from evaluation.store_table import store_table
from evaluation.tables import fill as fill_page

STATEMENTS = 1_000_000
SEED = 1
README = Path("README.md")

_progress = Console(stderr=True)


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="evaluation.store_bench", description=__doc__)
    parser.add_argument("--statements", type=int, default=STATEMENTS, help="how many to keep")
    parser.add_argument("--keep", type=Path, help="the record; without it, one that is thrown away")
    parser.add_argument("--data", type=Path, default=DATA, help="labelled reports to learn from")
    parser.add_argument("--out", type=Path, default=RESULTS / "store.json", help="results file")
    options = parser.parse_args(arguments)
    _progress.print("learning words, names and forms from real reports")
    try:
        stream = Stream(sources(options.data), SEED)
    except FileNotFoundError as error:
        print(f"There are no reports to learn from: {error}", file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "bench.onrecord"
        content = Run(path, stream, options.statements).whole()
    write_result(options.out, content)
    print(store_table(content))
    if options.statements == STATEMENTS:
        fill_page(README, "store", store_table(content))
    return 0


class Run:
    """One run over the record at ``path``; remembers what it measured beside it."""

    def __init__(self, path: Path, stream: Stream, statements: int) -> None:
        self._path, self._stream, self._statements = path, stream, statements
        self._beside = path.with_name(f"{path.name}.measured.json")
        known = json.loads(self._beside.read_text()) if self._beside.exists() else {}
        self._calls = [Added(*one) for one in known.pop("calls", [])]
        self._known: Json = known

    def whole(self) -> Json:
        """All figures."""
        tenth = self._path.with_name(f"{self._path.name}.tenth")
        if not tenth.exists():
            self._fill(self._statements // 10)
            shutil.copyfile(self._path, tenth)
        self._fill(self._statements)
        kept = keeping(self._path)
        return {
            "machine": machine_kind(),
            **kept,
            "add": adding(self._calls, kept["rows_per_statement"]),
            "raw": self._once("raw", lambda: raw_adding(self._stream)),
            "small": {"statements": keeping(tenth)["statements"], **self._answering(tenth)},
            **self._answering(self._path),
        }

    def _answering(self, path: Path) -> Json:
        _progress.print(f"asking {path}")
        return answering(path, self._stream)

    def _fill(self, statements: int) -> None:
        begun = time.monotonic()
        first = self._calls[-1].statements if self._calls else 0
        for call in fill(self._path, self._stream, statements):
            self._calls.append(call)
            self._remember()
            done = call.statements - first
            left = (time.monotonic() - begun) * max(0, statements - call.statements) / done
            rate = (call.statements - call.before) / call.seconds
            _progress.print(
                f"{call.statements:,} of {statements:,} statements, {rate:,.0f} a second; "
                f"{left / 60:.0f} minutes left"
            )

    def _once(self, name: str, measure: Callable[[], Json]) -> Json:
        """What an earlier run measured, or now."""
        if name not in self._known:
            self._known[name] = measure()
            self._remember()
        found: Json = self._known[name]
        return found

    def _remember(self) -> None:
        calls = [list(asdict(one).values()) for one in self._calls]
        self._beside.write_text(json.dumps({**self._known, "calls": calls}), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
