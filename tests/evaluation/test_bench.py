"""The bench measures what it says: sizes, CPU seconds, raised reports; and names no machine."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from evaluation.bench_run import Peer, long_texts, run_command, run_peer
from evaluation.bench_table import bench_table
from evaluation.machine import machine_kind
from evaluation.peers.timing import cpu_seconds, peak_mib, report_on

TEXTS = ["One report.\n", "“Another” — with marks of three bytes.\n"]


def test_long_texts_have_the_size_asked_for_in_bytes() -> None:
    for size, text in zip((1, 3), long_texts(TEXTS, (1, 3)), strict=True):
        assert 1000 * size - 3 <= len(text.encode()) <= 1000 * size


def test_a_long_text_is_made_of_whole_reports() -> None:
    (text,) = long_texts(TEXTS, [1])
    assert text.startswith("One report.\n\n“Another” — with marks of three bytes.\n\nOne report.")


def test_cpu_seconds_grow_with_work() -> None:
    before = cpu_seconds()
    sum(number * number for number in range(400_000))
    assert cpu_seconds() > before
    assert peak_mib() > 1


def test_a_peer_tells_its_cost_and_what_it_raised_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(texts: Sequence[str]) -> Iterator[bool]:
        yield from ("Another" not in text for text in texts)

    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps(TEXTS), encoding="utf-8")
    report_on(read, texts)
    told = json.loads(capsys.readouterr().out)
    assert told["raised"] == [1]
    assert len(told["cpu_seconds"]) == 2


def test_a_peer_runs_in_a_process_of_its_own_on_one_thread(tmp_path: Path) -> None:
    asked = "import os; print(os.environ['OMP_NUM_THREADS'], os.getpid())"
    threads, process = run_command([sys.executable, "-c", asked]).split()
    assert threads == "1"
    assert int(process) > 0
    peer = Peer("json", Path(sys.executable), "json.tool")
    assert run_peer(peer, TEXTS, tmp_path) == TEXTS


def test_the_machine_is_described_by_kind_and_not_by_name() -> None:
    kind = machine_kind()
    assert set(kind) == {"processor", "instructions", "python", "onnxruntime"}
    assert platform.node() not in json.dumps(kind) or not platform.node()


def test_the_table_shows_both_and_what_the_figures_depend_on() -> None:
    peer = {"words_per_cpu_second": 2000, "peak_mib": 300, "raised": 22}
    table = bench_table(
        {
            "machine": {
                "processor": "Some CPU",
                "instructions": ["avx2"],
                "python": "3.11",
                "onnxruntime": "1.30",
            },
            "texts": {"name": "reports", "reports": 84, "words": 68_000},
            "peers": {"textacy": peer, "onrecord": {**peer, "words_per_cpu_second": 3000}},
            "ratio": 1.5,
            "first_report": {"textacy": 3.0, "onrecord": 0.8},
            "length": {
                "rows": [
                    {"kilobytes": 60, "cpu_seconds": 3.0, "ms_per_kilobyte": 50, "peak_mib": 200}
                ],
                "largest_over_smallest": 1.02,
            },
        }
    )
    assert "| words per CPU second | 2,000 |" in table
    assert "**3,000** (× 1.50)" in table
    assert "22 of 84" in table
    assert "Some CPU with avx2" in table
