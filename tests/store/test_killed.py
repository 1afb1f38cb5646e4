"""Adding, killed at fifty places without a warning: nothing that was told is lost or half there.

Real processes, really killed (SIGKILL), with reports that are copies of one another, that share
quotations and occasions. Most die at a place drawn by a seeded
chance, counted in instructions of SQLite, from the making of the tables on; the others are killed
from outside, wherever they have come to. What is compared is all that a record answers with.
Nothing here waits for a clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from onrecord.domain.record import Record
from tests.contracts.reports import ferry, harbour, later
from tests.join.reports import a_dozen
from tests.store.fault_files import Answers, answers, is_whole, kept
from tests.store.filling import fill, fill_and_die, processes, received, ticks

TOGETHER = 3
"""Reports in a transaction: fewer than outside of tests, so that there are five of them."""

DEATHS = 50
FROM_OUTSIDE = 10


@dataclass(frozen=True)
class Undisturbed:
    """What is added, what it comes to when nobody is killed, and after how many ticks."""

    records: Mapping[str, Record]
    answers: Answers
    ticks: int


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Undisturbed]:
    records = a_dozen() | {one.article.id: one for one in (harbour(), ferry(), later())}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("onrecord.archive.adding.TOGETHER", TOGETHER)  # forked processes have it
        yield filled_whole(records, tmp_path_factory.mktemp("whole") / "a.onrecord")


def filled_whole(records: Mapping[str, Record], path: Path) -> Undisturbed:
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=ticks, args=(fill, there, path, records))
    process.start()
    there.close()
    [passed] = received(here)
    process.join()
    return Undisturbed(records, answers(path), passed)


def killed(path: Path, records: Mapping[str, Record], at: int) -> set[str]:
    """The ids that were told to be done by a process that died at a tick."""
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=fill_and_die, args=(path, records, there, at))
    process.start()
    there.close()
    told = set(received(here))
    process.join()
    assert process.exitcode == -9
    return told


def killed_from_outside(path: Path, records: Mapping[str, Record], after: int) -> set[str]:
    """The same of a process that is killed when so many were told, while it goes on."""
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=fill, args=(path, records, there))
    process.start()
    there.close()
    found: Iterator[str] = received(here)
    told = set(islice(found, after))
    process.kill()
    told |= set(found)
    process.join()
    return told


def goes_on_as_if_nothing_had_been(path: Path, told: set[str], whole: Undisturbed) -> None:
    """What has to hold for whatever a killed process left."""
    there = {one.article.id: one for one in kept(path)}
    assert told <= there.keys(), "a report that was told to be done is lost"
    assert all(one == whole.records[id] for id, one in there.items()), "a report is half there"
    added = fill(path, whole.records)
    assert (added.same, added.new) == (len(there), len(whole.records) - len(there))
    assert answers(path) == whole.answers
    assert is_whole(path)


def places(last: int) -> list[int]:
    return sorted(Random(5).sample(range(1, last), DEATHS - FROM_OUTSIDE))


def test_killed_amid_sqlite_at_forty_places(undisturbed: Undisturbed, tmp_path: Path) -> None:
    lost = 0
    for at in places(undisturbed.ticks):
        path = tmp_path / f"{at}.onrecord"
        told = killed(path, undisturbed.records, at)
        lost += len(undisturbed.records) - len(told)
        goes_on_as_if_nothing_had_been(path, told, undisturbed)
    assert lost > len(undisturbed.records), "hardly anybody died in the middle of adding"


def test_killed_from_outside_at_ten_places(undisturbed: Undisturbed, tmp_path: Path) -> None:
    for after in Random(5).sample(range(len(undisturbed.records)), FROM_OUTSIDE):
        path = tmp_path / f"{after}.onrecord"
        told = killed_from_outside(path, undisturbed.records, after)
        goes_on_as_if_nothing_had_been(path, told, undisturbed)


def test_killed_again_and_again_it_still_comes_to_an_end(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    path, chance = tmp_path / "a.onrecord", Random(6)
    told: set[str] = set()
    for _ in range(5):
        told |= killed(path, undisturbed.records, chance.randrange(1, undisturbed.ticks // 3))
    goes_on_as_if_nothing_had_been(path, told, undisturbed)
