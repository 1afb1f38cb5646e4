"""What the whole reading costs beside attribution alone: ``python -m evaluation.reading_cost``.

Attribution alone is segmenting, the network with no head but that for attributions, and linking.
Both ways read the same reports in turns (evaluation/peers/reading_stages.py), several times, each
time in a new process, so that nothing is remembered from the time before. Of the times the median
counts. It is no test: seconds differ from machine to machine, the ratio hardly.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console

from evaluation.bench import DATA, README, texts_of
from evaluation.bench_run import Peer, run_peer
from evaluation.bench_table import reading_cost_table
from evaluation.machine import machine_kind
from evaluation.peers.reading_stages import ALONE, ENCODER, NETWORK, WHOLE
from evaluation.results import RESULTS, Json, write_result
from evaluation.tables import fill
from evaluation.words import word_count

REPEATS = 5
MOST = 1.3
"""The whole reading may cost this many times attribution alone."""

STAGES = Peer("stages", Path(sys.executable), "evaluation.peers.reading_stages")

_progress = Console(stderr=True)


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="evaluation.reading_cost", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="reports to read")
    parser.add_argument("--repeats", type=int, default=REPEATS, help="times to read them all")
    parser.add_argument("--out", type=Path, default=RESULTS / "reading_cost.json")
    options = parser.parse_args(arguments)
    name, texts = texts_of(options.data)
    words = sum(map(word_count, texts))
    content = {
        "machine": machine_kind(),
        "texts": {"name": name, "reports": len(texts), "words": words},
        **measured(_runs(texts, options.repeats), words),
    }
    write_result(options.out, content)
    table = reading_cost_table(content)
    print(table)
    fill(README, "reading_cost", table)
    return 0


def _runs(texts: Sequence[str], repeats: int) -> list[Json]:
    runs = []
    with TemporaryDirectory() as folder:
        for number in range(repeats):
            _progress.print(f"reading {len(texts)} reports both ways, {number + 1} of {repeats}")
            runs.append(run_peer(STAGES, texts, Path(folder)))
    return runs


def measured(runs: Sequence[Json], words: int) -> Json:
    """Ratio and CPU microseconds a word, the median of the runs."""
    stages = [_stages_of(run) for run in runs]
    return {
        "ratio": round(median(run[WHOLE] / run[ALONE] for run in runs), 3),
        "ratios": [round(run[WHOLE] / run[ALONE], 3) for run in runs],
        "most": MOST,
        "microseconds_a_word": {
            stage: round(1e6 * median(one[stage] for one in stages) / words, 1)
            for stage in stages[0]
        },
    }


def _stages_of(run: Json) -> Json:
    """The parts of the whole; what the network takes beyond attribution is the other heads'."""
    parts = {name: seconds for name, seconds in run.items() if name not in (ALONE, WHOLE, NETWORK)}
    parts["other heads"] = run[NETWORK] - run[ENCODER]
    order = ["segment", ENCODER, "attribute", "other heads"]
    later = {name: seconds for name, seconds in parts.items() if name not in order}
    rest = run[WHOLE] - sum(parts.values())
    stages = {name: parts[name] for name in order} | later
    return {ALONE: run[ALONE], WHOLE: run[WHOLE], **stages, "the rest": rest}


if __name__ == "__main__":
    sys.exit(main())
