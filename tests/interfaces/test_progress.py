"""A bar is shown to a person who waits longer than a second, on stderr, and to nobody else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.interfaces.progress import Watch
from tests.interfaces.conftest import program_environment

pty = pytest.importorskip("pty", reason="needs pseudo-terminals")

ERASE = b"\x1b[2K"


@pytest.fixture(autouse=True)
def report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“Yes,” she said.")


def on_terminal(folder: Path, *arguments: str, until: bytes) -> tuple[bytes, bytes]:
    """What goes to standard output (a pipe) and to standard error (a terminal).

    The reader inside is held until the terminal has shown ``until``: no clock decides the test.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.interfaces.fake_program", "read", *arguments],
        cwd=folder,
        env=program_environment(FAKE="held", TERM="xterm"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    shown = _all_of(ours, lambda so_far: until in so_far and (folder / "go on").touch())
    out, _ = process.communicate(timeout=300)
    assert process.returncode in (0, 3)
    return out, shown


def _all_of(terminal: int, look: Callable[[bytes], object]) -> bytes:
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other side is closed
            part = b""
        if not part:
            os.close(terminal)
            return shown
        shown += part
        look(shown)


def test_a_single_file_that_takes_long_is_named_while_it_is_read(tmp_path: Path) -> None:
    out, shown = on_terminal(tmp_path, "a.txt", "--json", until=b"reading a.txt")
    assert b"reading a.txt" in shown
    assert out.startswith(b"{")
    assert b"\x1b" not in out


def test_files_are_counted_errors_stand_above_the_bar_and_it_goes_at_the_end(
    tmp_path: Path,
) -> None:
    _, shown = on_terminal(tmp_path, "a.txt", "gone.txt", until=b"file 1 of 2")
    assert b"file 1 of 2" in shown
    assert b"file 2 of 2, 1 report read" in shown
    assert b"gone.txt: there is no such file; check the name\r\n" in shown
    assert shown.rstrip().endswith(ERASE)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_done_before_the_delay_is_over_gets_no_bar() -> None:
    stream = Terminal()
    with Watch(stream, 2, delay=3600) as watch:
        watch.opens("a.txt")
        watch.has_read()
    assert stream.getvalue() == ""


def test_a_log_file_gets_no_bar() -> None:
    stream = io.StringIO()
    with Watch(stream, 2, delay=0) as watch:
        watch.opens("a.txt")
        time.sleep(0.3)
    assert stream.getvalue() == ""


def test_messages_are_one_line_each_and_inert() -> None:
    stream = io.StringIO()
    with Watch(stream, 1) as watch:
        watch.say("a\nb\x1b[2J")
    assert stream.getvalue() == "a b␛[2J\n"


def shown_after(*steps: Callable[[Watch], None]) -> str:
    """What a terminal has when all steps are done, once the bar is there."""
    stream = Terminal()
    with Watch(stream, 1, delay=0) as watch:
        assert watch._timer
        watch._timer.join()
        for step in steps:
            step(watch)
    return stream.getvalue()


def test_what_is_done_meanwhile_is_shown_with_its_share() -> None:
    shown = shown_after(
        lambda watch: watch.opens("a.txt"),
        lambda watch: watch.meanwhile("wiping the file: searching all bytes", 0.43),
    )
    assert "wiping the file: searching all bytes" in shown
    assert "43%" in shown


def test_what_was_done_before_goes_on_when_the_other_has_ended() -> None:
    shown = shown_after(
        lambda watch: watch.opens("a.txt"),
        lambda watch: watch.meanwhile("wiping the file: searching all bytes", 0.43),
        lambda watch: watch.meanwhile(""),
    )
    assert "reading a.txt" in shown
    assert "wiping" not in shown
