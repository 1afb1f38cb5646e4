"""Faults as whoever runs ``onrecord`` meets them: one line on stderr, exit code 1, no traceback."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.store.opening import VERSION
from tests.join.reports import a_dozen
from tests.store.filling import fill


def onrecord(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The program, run to its end."""
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def is_plain(done: subprocess.CompletedProcess[str], *words: str) -> bool:
    """Whether it failed with one line that names all ``words``, and nothing else."""
    line = done.stderr.strip()
    assert "Traceback" not in line
    assert line.count("\n") == 0, line
    assert all(word in line for word in words), line
    return done.returncode == 1 and done.stdout == "" and line.startswith("onrecord: ")


def text(path: Path) -> None:
    path.write_text("Ann Lee said that she had kept a list of her own.\n", encoding="utf-8")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE visits (url)")


def truncated(path: Path) -> None:
    fill(path, a_dozen())
    path.write_bytes(path.read_bytes()[:50_000])


def garbled(path: Path) -> None:
    """Every page but the first three overwritten: the header and the list of tables are sound."""
    fill(path, a_dozen())
    content = path.read_bytes()
    path.write_bytes(content[: 3 * 4096] + b"\xa5" * (len(content) - 3 * 4096))


def newer(path: Path) -> None:
    fill(path, a_dozen())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a text": (text, "damaged or is no record"),
    "another program's": (foreign, "another program's file"),
    "truncated": (truncated, "backup"),
    "garbled": (garbled, "backup"),
    "of a newer version": (newer, "pip install --upgrade onrecord"),
}


@pytest.mark.parametrize("name", ["truncated", "garbled", "of a newer version"])
def test_asking_a_file_that_is_no_sound_record_says_what_is_wrong(
    name: str, tmp_path: Path
) -> None:
    make, words = FILES[name]
    path = tmp_path / "a.onrecord"
    make(path)
    assert is_plain(onrecord("said", "wall", "--record", path), "a.onrecord: ", words)


@pytest.mark.parametrize("name", ["a text", "another program's"])
def test_adding_to_a_file_that_is_no_record_leaves_it_as_it_is(name: str, tmp_path: Path) -> None:
    make, words = FILES[name]
    path = tmp_path / "a.onrecord"
    make(path)
    before = path.read_bytes()
    report = tmp_path / "report.txt"
    text(report)
    assert is_plain(onrecord("add", report, "--record", path), "a.onrecord: ", words)
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {path.name, report.name}


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A record in a folder that nobody may write to, not even root."""
    folder = tmp_path / "locked"
    folder.mkdir()
    if os.geteuid() == 0:
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("root may write everywhere, and needs the right to mount to be kept out")
        fill(folder / "a.onrecord", a_dozen())
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield folder / "a.onrecord"
        subprocess.run(["umount", str(folder)], check=True)
    else:
        fill(folder / "a.onrecord", a_dozen())
        (folder / "a.onrecord").chmod(0o400)
        folder.chmod(0o500)
        yield folder / "a.onrecord"
        folder.chmod(0o700)


def test_without_permission_to_write_it_says_what_to_do(read_only: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    text(report)
    assert is_plain(onrecord("add", report, "--record", read_only), "a.onrecord: ", "write")


def test_on_a_full_disk_the_program_says_so_and_the_same_command_goes_on_later(
    tmp_path: Path,
) -> None:
    path, report = tmp_path / "a.onrecord", tmp_path / "report.txt"
    text(report)
    limited = (
        "import resource, sys; from onrecord.interfaces.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000));"
        f"sys.argv = ['onrecord', 'add', {str(report)!r}, '--record', {str(path)!r}]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], capture_output=True, text=True, check=False, timeout=60
    )
    assert is_plain(done, "a.onrecord: ", "nothing of what was begun is kept")
    later = onrecord("add", report, "--record", path)
    assert (later.returncode, later.stdout) == (0, "1 report added\n")
