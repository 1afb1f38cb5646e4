"""Several processes at one file: both writers come to an end, a reader keeps its moment."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from onrecord.domain.record import Record
from onrecord.errors import Busy
from onrecord.store.opening import open_store
from tests.join.reports import a_dozen
from tests.store.fault_files import answers, is_whole, kept
from tests.store.filling import fill, processes, received


@pytest.fixture
def records(monkeypatch: pytest.MonkeyPatch) -> dict[str, Record]:
    monkeypatch.setattr("onrecord.archive.adding.TOGETHER", 1)  # as many transactions as can be
    return a_dozen()


def fill_at_once(path: Path, records: Mapping[str, Record], start: Barrier) -> None:
    start.wait()
    fill(path, records)


def filled_by_two(path: Path, halves: list[dict[str, Record]]) -> list[int | None]:
    """The exit codes of processes that each add their part, all at once."""
    start = processes.Barrier(len(halves))
    running = [processes.Process(target=fill_at_once, args=(path, one, start)) for one in halves]
    for process in running:
        process.start()
    for process in running:
        process.join()
    return [process.exitcode for process in running]


@pytest.mark.parametrize("step", [1, 2], ids=["the same reports", "half of them each"])
def test_two_writers_at_once_both_end_well_and_nothing_is_lost_or_twice(
    tmp_path: Path, records: dict[str, Record], step: int
) -> None:
    path = tmp_path / "a.onrecord"
    items = list(records.items())
    parts = [dict(items[at % step :: step]) for at in range(2)]
    assert filled_by_two(path, parts) == [0, 0]
    fill(tmp_path / "one.onrecord", records)
    assert answers(path) == answers(tmp_path / "one.onrecord")
    assert is_whole(path)


def hold(path: Path, record: Record, told: Connection) -> None:
    """Begin to write and never end."""
    with open_store(path).writing() as writer:
        writer.add(record, "ann")
        told.send(writer.counts().articles)
        signal.pause()


def test_a_second_writer_gives_up_with_a_message_and_keeps_what_it_had(
    tmp_path: Path, records: dict[str, Record]
) -> None:
    path = tmp_path / "a.onrecord"
    first, second, *_ = records.values()
    fill(path, {first.article.id: first})
    here, there = processes.Pipe(duplex=False)
    holder = processes.Process(target=hold, args=(path, second, there))
    holder.start()
    there.close()
    assert here.recv() == 2  # it holds the lock by now
    store = open_store(path, wait=0.05)
    with pytest.raises(Busy, match="another program is writing"), store.writing() as writer:
        writer.add(second, "bo")
    assert kept(path) == [first]
    holder.kill()
    holder.join()
    with store.writing() as writer:  # who is dead holds nothing
        writer.add(second, "bo")
    with store.view() as view:
        assert [one.who for one in view.log()] == ["bo", "Ann"]
    store.close()


def test_a_reader_keeps_its_moment_while_another_process_writes(
    tmp_path: Path, records: dict[str, Record]
) -> None:
    path = tmp_path / "a.onrecord"
    one = next(iter(records.values()))
    fill(path, {one.article.id: one})
    store = open_store(path)
    with store.view() as view:
        assert view.counts().articles == 1
        writer = processes.Process(target=fill, args=(path, records))
        writer.start()
        writer.join()
        assert writer.exitcode == 0
        assert list(view.records()) == [one]
    with store.view() as view:
        assert view.counts().articles == len(records)
    store.close()


def fill_and_leave(path: Path, records: Mapping[str, Record]) -> None:
    """Add all, and die before the file is closed."""
    store = open_store(path)
    with store.writing() as writer:
        for record in records.values():
            writer.add(record, "ann")
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def left_behind(tmp_path: Path, records: dict[str, Record]) -> Path:
    """A record whose log was left behind by a crash, with all of its reports in it."""
    path = tmp_path / "a.onrecord"
    process = processes.Process(target=fill_and_leave, args=(path, records))
    process.start()
    process.join()
    assert Path(f"{path}-wal").stat().st_size > 0
    return path


def test_a_log_left_behind_by_a_crash_is_taken_up(
    left_behind: Path, tmp_path: Path, records: dict[str, Record]
) -> None:
    fill(tmp_path / "whole.onrecord", records)
    assert answers(left_behind) == answers(tmp_path / "whole.onrecord")
    assert is_whole(left_behind)


def test_a_log_that_was_cut_by_the_crash_is_taken_up_to_its_last_whole_transaction(
    left_behind: Path, tmp_path: Path, records: dict[str, Record]
) -> None:
    log = Path(f"{left_behind}-wal")
    for place, share in enumerate((0.2, 0.5, 0.9, 0.999)):
        path = tmp_path / f"{place}.onrecord"
        shutil.copyfile(left_behind, path)
        content = log.read_bytes()
        Path(f"{path}-wal").write_bytes(content[: int(share * len(content))])
        assert kept(path) == []  # all were added in one transaction, which is not whole
        assert fill(path, records).new == len(records)
        assert is_whole(path)


def test_all_that_a_process_told_is_there_when_the_next_one_looks(
    tmp_path: Path, records: dict[str, Record]
) -> None:
    path = tmp_path / "a.onrecord"
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=fill, args=(path, records, there))
    process.start()
    there.close()
    told: set[str] = set()
    for id in received(here):
        told.add(id)
        assert told <= {one.article.id for one in kept(path)}
    process.join()
    assert told == records.keys()
