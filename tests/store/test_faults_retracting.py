"""Taking a report back while others read, and while it is killed: gone or there, never between."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest

from onrecord.archive import Archive
from onrecord.domain.record import Record
from onrecord.store.opening import open_store
from tests.join.reports import a_dozen
from tests.store.fault_files import answers, is_whole, kept
from tests.store.filling import die_at, fill, processes, received, ticks

DEATHS = 12

GONE = "fen"
"""The outlet of the report that is taken back; nobody else tells of ``OWN``."""

OWN = (b"skipper", b"spokesman", b"fishermen")


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return a_dozen()


@pytest.fixture(scope="module")
def gone(records: dict[str, Record]) -> Record:
    [found] = (one for one in records.values() if OWN[0] in one.article.text.encode())
    return found


@pytest.fixture
def path(tmp_path: Path, records: dict[str, Record]) -> Path:
    found = tmp_path / "a.onrecord"
    fill(found, records)
    return found


def take_back(path: Path, id: str, told: Connection | None = None) -> None:
    with Archive(path, who="Ann") as archive:
        clean = archive.retract(id, reason="asked for").clean
    if told:
        told.send(clean)


def take_back_and_die(path: Path, id: str, at: int) -> None:
    die_at(at)
    take_back(path, id)


def words_in(path: Path) -> set[bytes]:
    """Which of the report's own words stand in any byte of the record's files."""
    content = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
    return {word for word in OWN if word in content.lower()}


def without(records: dict[str, Record], gone: Record) -> list[str]:
    return sorted(records.keys() - {gone.article.id})


def test_a_reader_sees_the_report_until_it_looks_anew_and_the_next_write_wipes_it(
    path: Path, records: dict[str, Record], gone: Record
) -> None:
    store = open_store(path)
    with store.view() as view:
        assert view.counts().articles == len(records)
        here, there = processes.Pipe(duplex=False)
        process = processes.Process(target=take_back, args=(path, gone.article.id, there))
        process.start()
        there.close()
        assert list(received(here)) == [False]  # gone, and not wiped while somebody reads
        process.join()
        assert view.record(gone.article.id) == gone
    with store.view() as view:
        assert view.record(gone.article.id) is None
        assert [one.scrubbed for one in view.tombstones()] == [False]
    store.close()
    assert fill(path, records).retracted == 1
    with Archive(path, who="Ann") as archive:
        item = archive.said("sea").results[0].statement.id
        archive.correct(item, {"act": "opposes"}, note="so it was")
    assert words_in(path) == set()
    assert [one.article.id for one in kept(path)] == without(records, gone)


def test_killed_at_any_place_it_is_whole_or_gone_and_the_same_command_ends_it(
    path: Path, tmp_path: Path, records: dict[str, Record], gone: Record
) -> None:
    content, id = path.read_bytes(), gone.article.id
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=ticks, args=(take_back, there, path, id))
    process.start()
    there.close()
    [passed] = received(here)
    process.join()
    right = answers(path)
    seen = set()
    for at in sorted(Random(4).sample(range(1, passed), DEATHS)):
        left = tmp_path / f"{at}" / "a.onrecord"
        left.parent.mkdir()
        left.write_bytes(content)
        process = processes.Process(target=take_back_and_die, args=(left, id, at))
        process.start()
        process.join()
        assert process.exitcode == -9
        there_still = id in {one.article.id for one in kept(left)}
        seen.add(there_still)
        if there_still:
            assert len(kept(left)) == len(records)
            take_back(left, id)
        else:
            store = open_store(left)
            assert store.scrub()
            store.close()
        assert answers(left) == right
        assert words_in(left) == set()
        assert is_whole(left)
    assert seen == {True, False}
