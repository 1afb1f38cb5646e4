"""How fast, beside what a user would pick today: ``python -m evaluation.bench`` (``make bench``).

textacy's direct_quotations on spaCy's small pipeline and On Record read the same reports, each in
a process of its own, on one thread, in turns. CPU seconds, not wall time, so that a busy machine
changes little. It is no test: speeds differ from machine to machine, ratios hardly.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console

from evaluation.bench_run import Peer, long_texts, run_command, run_peer
from evaluation.bench_table import bench_table
from evaluation.brat import labelled_reports
from evaluation.machine import machine_kind
from evaluation.peers.timing import cpu_seconds
from evaluation.results import RESULTS, Json, write_result
from evaluation.tables import fill
from evaluation.words import word_count

DATA = Path("../shared/data/polnear/dev")
EXAMPLES = Path("examples")
README = Path("README.md")
REPEATS = 3
FIRST_REPEATS = 5
KILOBYTES = (60, 125, 250, 500, 1000)
SHORT = "The minister said on Monday that the plan would go ahead. “We are ready,” she added.\n"

TEXTACY = Peer("textacy", Path(".venv-bench/bin/python"), "evaluation.peers.textacy_peer")
OURS = Peer("onrecord", Path(sys.executable), "evaluation.peers.onrecord_peer")

_progress = Console(stderr=True)


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="evaluation.bench", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="labelled reports to read")
    parser.add_argument("--out", type=Path, default=RESULTS / "bench.json", help="results file")
    options = parser.parse_args(arguments)
    if not TEXTACY.python.exists():
        print("There is no .venv-bench: run `make bench`, which makes it.", file=sys.stderr)
        return 2
    name, texts = texts_of(options.data)
    content = {"machine": machine_kind(), "texts": _described(name, texts), **_measured(texts)}
    write_result(options.out, content)
    table = bench_table(content)
    print(table)
    fill(README, "bench", table)
    return 0


def texts_of(data: Path) -> tuple[str, list[str]]:
    """The reports to read: the labelled ones when they are there, else the project's examples."""
    try:
        return "PolNeAR 1.0 dev", [report.text for report in labelled_reports(data)]
    except FileNotFoundError:
        paths = sorted(EXAMPLES.glob("*.txt"))
        return "examples/", [path.read_text(encoding="utf-8") for path in paths]


def _described(name: str, texts: Sequence[str]) -> Json:
    return {"name": name, "reports": len(texts), "words": _words(texts)}


def _measured(texts: Sequence[str]) -> Json:
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        peers = _reading(texts, scratch)
        ours, theirs = (peers[one.name]["words_per_cpu_second"] for one in (OURS, TEXTACY))
        return {
            "peers": peers,
            "ratio": round(ours / theirs, 3),
            "first_report": {
                "onrecord": _first_report(scratch),
                "textacy": _first_of(TEXTACY, scratch),
            },
            "length": _by_length(texts, scratch),
        }


def _reading(texts: Sequence[str], scratch: Path) -> Json:
    """Both peers over all texts, in turns; the median of the repeats."""
    runs: dict[str, list[Json]] = {TEXTACY.name: [], OURS.name: []}
    for number in range(REPEATS):
        for peer in (TEXTACY, OURS):
            _progress.print(f"reading {len(texts)} reports, {number + 1} of {REPEATS}: {peer.name}")
            runs[peer.name].append(run_peer(peer, texts, scratch))
    words = _words(texts)
    return {
        name: {
            "words_per_cpu_second": round(
                median(words / sum(run["cpu_seconds"]) for run in several)
            ),
            "peak_mib": round(max(run["peak_mib"] for run in several)),
            "raised": len(several[0]["raised"]),
        }
        for name, several in runs.items()
    }


def _first_report(scratch: Path) -> float:
    """CPU seconds from process start to the end of ``onrecord read`` on one short report."""
    _progress.print("a first short report")
    short = scratch / "short.txt"
    short.write_text(SHORT, encoding="utf-8")
    command = [sys.executable, "-m", "onrecord", "read", str(short), "--json"]
    return _median_of_children(command)


def _first_of(peer: Peer, scratch: Path) -> float:
    """The same for another peer: its whole process, with no text but the short one."""
    texts = scratch / "short.json"
    texts.write_text(json.dumps([SHORT]), encoding="utf-8")
    return _median_of_children([str(peer.python), "-m", peer.module, str(texts)])


def _median_of_children(command: list[str]) -> float:
    spent = []
    for _ in range(FIRST_REPEATS):
        before = cpu_seconds(resource.RUSAGE_CHILDREN)
        run_command(command)
        spent.append(cpu_seconds(resource.RUSAGE_CHILDREN) - before)
    return round(median(spent), 3)


def _by_length(texts: Sequence[str], scratch: Path) -> Json:
    """What a report costs by its length, each length in a process of its own."""
    rows = []
    for kilobytes, text in zip(KILOBYTES, long_texts(texts, KILOBYTES), strict=True):
        _progress.print(f"one report of {kilobytes} kB")
        run = run_peer(OURS, [text], scratch)
        spent = sum(run["cpu_seconds"])
        rows.append(
            {
                "kilobytes": kilobytes,
                "cpu_seconds": round(spent, 2),
                "ms_per_kilobyte": round(1000 * spent / kilobytes, 2),
                "peak_mib": round(run["peak_mib"]),
            }
        )
    costs = [row["ms_per_kilobyte"] for row in rows]
    return {"rows": rows, "largest_over_smallest": round(costs[-1] / costs[0], 3)}


def _words(texts: Sequence[str]) -> int:
    return sum(word_count(text) for text in texts)


if __name__ == "__main__":
    sys.exit(main())
