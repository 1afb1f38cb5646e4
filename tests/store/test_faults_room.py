"""No room left: it is said so, nothing is half there, and with room it goes on from there.

Three ways, all of them real: SQLite's own limit on pages, the system's limit on a file, and a file
system that is full, where we may mount one.
"""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from onrecord.domain.record import Record
from onrecord.errors import DiskFull
from tests.join.reports import a_dozen
from tests.store.fault_files import answers, is_whole, kept
from tests.store.filling import fill, processes, received

PAGE = 4096


@pytest.fixture
def records(monkeypatch: pytest.MonkeyPatch) -> dict[str, Record]:
    monkeypatch.setattr("onrecord.archive.adding.TOGETHER", 3)
    return a_dozen()


@contextmanager
def at_most(pages: int) -> Iterator[None]:
    """No file of SQLite may have more pages than these."""

    def limit(connection: object, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


def some(records: Mapping[str, Record], many: int) -> dict[str, Record]:
    return dict(islice(records.items(), many))


def whole(records: Mapping[str, Record], folder: Path) -> object:
    """What all of them come to where there is room."""
    fill(folder / "whole.onrecord", records)
    return answers(folder / "whole.onrecord")


def test_when_the_file_may_not_grow_what_was_kept_stays_and_the_rest_comes_later(
    tmp_path: Path, records: dict[str, Record]
) -> None:
    path = tmp_path / "a.onrecord"
    fill(path, some(records, 3))
    with (
        at_most(path.stat().st_size // PAGE + 1),
        pytest.raises(DiskFull, match=r"a\.onrecord: no room is left"),
    ):
        fill(path, records)
    there = {one.article.id for one in kept(path)}
    assert there >= set(some(records, 3))
    assert len(there) % 3 == 0, "a part of a transaction is there"
    assert is_whole(path)
    fill(path, records)
    assert answers(path) == whole(records, tmp_path)


def test_without_room_for_its_tables_no_record_is_begun(
    tmp_path: Path, records: dict[str, Record]
) -> None:
    path = tmp_path / "a.onrecord"
    with at_most(5), pytest.raises(DiskFull):
        fill(path, records)
    fill(path, records)
    assert answers(path) == whole(records, tmp_path)


def fill_within(bytes_: int, path: Path, records: Mapping[str, Record], told: Connection) -> None:
    """``fill`` in a process none of whose files may be larger; what it raises is sent last."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))
    try:
        fill(path, records, told)
    except DiskFull as error:
        told.send(error.message)


@pytest.mark.parametrize("size", [60_000, 120_000, 300_000, 400_000])
def test_under_the_systems_limit_on_a_file_nothing_told_is_lost(
    tmp_path: Path, records: dict[str, Record], size: int
) -> None:
    path = tmp_path / "a.onrecord"
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=fill_within, args=(size, path, records, there))
    process.start()
    there.close()
    *told, message = received(here)
    process.join()
    assert process.exitcode == 0
    assert "nothing of what was begun is kept" in message
    assert set(told) == {one.article.id for one in kept(path)}
    fill(path, records)
    assert answers(path) == whole(records, tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("needs mount, which is not on this system")
    if done.returncode:
        pytest.skip("needs the right to mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_it_is_said_and_goes_on_when_there_is_room(
    small_disk: Path, tmp_path: Path, records: dict[str, Record]
) -> None:
    path = small_disk / "a.onrecord"
    with pytest.raises(DiskFull, match="make room and try again"):
        fill(path, records)
    before = kept(path)
    assert all(one == records[one.article.id] for one in before)
    grow = ["mount", "-o", "remount,size=20m", str(small_disk)]
    subprocess.run(grow, check=True)
    assert fill(path, records).same == len(before)
    assert answers(path) == whole(records, tmp_path)
    assert is_whole(path)
