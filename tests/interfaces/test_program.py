"""The program as a process: pipes, interrupts, defects, encodings of the terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interfaces.conftest import Run, program_environment


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "report.txt").write_text("“Café,” she said 🌉.", "utf-8")
    return "report.txt"


def test_standard_input_is_read(run_program: Run) -> None:
    done = run_program("read", "-", "--json", stdin="“Grüße”".encode())
    assert json.loads(done.stdout)["article"]["text"] == "“Grüße”"
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_has_enough_ends_the_program_quietly(tmp_path: Path, report: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.interfaces.fake_program", "read", "--json", *[report] * 2000],
        cwd=tmp_path,
        env=program_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline().startswith(b"{")
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 141


def test_an_interrupt_ends_it_quietly(run_program: Run, report: str) -> None:
    done = run_program("read", report, fake="interrupted")
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_missing_weights_are_one_line(run_program: Run, report: str) -> None:
    done = run_program("read", report, fake="weights")
    assert done.stderr == b"onrecord: the weights are missing; install the package again\n"
    assert (done.returncode, done.stdout) == (1, b"")


def test_a_defect_is_one_line_that_asks_for_a_report_of_it(run_program: Run, report: str) -> None:
    done = run_program("read", report, fake="defect")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    for words in (b"defect", b"ZeroDivisionError", b"a sum went wrong", b"ONRECORD_DEBUG=1"):
        assert words in done.stderr


def test_a_defect_shows_its_traceback_to_those_who_ask(run_program: Run, report: str) -> None:
    done = run_program("read", report, fake="defect", environment={"ONRECORD_DEBUG": "1"})
    assert b"Traceback" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("fake", ["defect", "interrupted"])
def test_a_run_that_fails_leaves_no_page_and_the_old_one_alone(
    run_program: Run, report: str, tmp_path: Path, fake: str
) -> None:
    (tmp_path / "page.html").write_text("old")
    run_program("read", report, "--html", "page.html", fake=fake)
    assert (tmp_path / "page.html").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", "report.txt"]


def test_a_terminal_that_lacks_letters_still_shows_the_rest(run_program: Run, report: str) -> None:
    odd = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = run_program("read", report, environment=odd)
    assert done.returncode == 0
    assert b"report.txt" in done.stdout


def test_json_is_utf_8_whatever_the_terminal_speaks(run_program: Run, report: str) -> None:
    odd = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    done = run_program("read", report, "--json", environment=odd)
    assert "Café" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line(run_program: Run, report: str, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tests.interfaces.fake_program", "read", report, "--json"],
            cwd=tmp_path,
            env=program_environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=300,
        )
    assert done.returncode == 1
    assert done.stderr == b"onrecord: cannot go on: No space left on device\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_defect(tmp_path: Path, report: str, closed: str) -> None:
    command = f'"{sys.executable}" -m tests.interfaces.fake_program read {report} --json {closed}'
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=program_environment(), capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_loads_nothing_heavy() -> None:
    heavy = ["rich", "jinja2", "numpy", "onnxruntime", "trafilatura", "lxml", "yaml"]
    code = (
        "import sys; sys.argv = ['onrecord', 'read', '--help']\n"
        "from onrecord.interfaces.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert "--min-probability" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
