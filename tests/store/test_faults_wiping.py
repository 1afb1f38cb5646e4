"""Wiping, killed without a warning in each of its stages: the next to write ends it.

Real processes, really killed (SIGKILL): between two stages, amid what SQLite does in one, and from
outside while the log is emptied, which SQLite does without counting instructions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

import pytest

from onrecord.archive import Archive
from onrecord.domain.wiping import Stage, Wiping
from onrecord.store.opening import open_store
from onrecord.store.wiping.scrubbing import FILES
from tests.join.reports import a_dozen
from tests.store.fault_files import Answers, answers, is_whole
from tests.store.filling import counted, fill, fuse, processes, received

DEATHS = 3
"""In each stage, at places drawn by a seeded chance; and one where it begins."""

FROM_OUTSIDE = 4

OWN = (b"skipper", b"spokesman", b"fishermen")
"""Words of the report that is taken back; nobody else has them."""

STAGES = (Stage.INDEX, Stage.PAGES, Stage.LOG, Stage.SEARCH)


@dataclass(frozen=True)
class Kept:
    """A file with a report to be taken back, what is right without it, and the ticks of stages."""

    content: bytes
    id: str
    right: Answers
    ticks: dict[Stage, int]


def told_by(act: Callable[..., None], *given: Any) -> list[Any]:
    """What a process tells that does ``act``, until its end."""
    here, there = processes.Pipe(duplex=False)
    process = processes.Process(target=act, args=(*given, there))
    process.start()
    there.close()
    found = list(received(here))
    process.join()
    return found


def take_back(path: Path, id: str, on_wiping: Callable[[Wiping], object]) -> None:
    with Archive(path, who="Ann", on_wiping=on_wiping) as archive:
        archive.retract(id, reason="asked for")


def tell_ticks(path: Path, id: str, told: Connection) -> None:
    passed = counted()
    take_back(path, id, lambda step: told.send((step.stage, passed())))


def die_in(path: Path, id: str, stage: Stage, at: int) -> None:
    """Killed ``at`` ticks after ``stage`` has begun."""
    light, begun = fuse(), set[Stage]()

    def look(step: Wiping) -> None:
        if step.stage is stage and stage not in begun:
            begun.add(stage)
            light(at)

    take_back(path, id, look)


def die_after_removing(path: Path, id: str, told: Connection) -> None:
    store, light = open_store(path), fuse()
    with store.writing() as writer:
        writer.remove(id, "Ann", "asked for")
    light(0)


def tell_stages(path: Path, id: str, told: Connection) -> None:
    take_back(path, id, lambda step: told.send(step.stage))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    records = a_dozen()
    [id] = [one.article.id for one in records.values() if OWN[0] in one.article.text.encode()]
    path = tmp_path_factory.mktemp("whole") / "a.onrecord"
    fill(path, records)
    content = path.read_bytes()
    begun: defaultdict[Stage, list[int]] = defaultdict(list)
    for stage, passed in told_by(tell_ticks, path, id):
        begun[stage].append(passed)
    order = [*STAGES, Stage.ENDED]
    lasted = {one: begun[after][0] - begun[one][0] for one, after in pairwise(order)}
    return Kept(content, id, answers(path), lasted)


@pytest.fixture
def path(tmp_path: Path, kept: Kept) -> Path:
    found = tmp_path / "a.onrecord"
    found.write_bytes(kept.content)
    assert words_in(found) == set(OWN)
    return found


def put(path: Path, content: bytes) -> None:
    for one in path.parent.iterdir():
        one.unlink()
    path.write_bytes(content)


def words_in(path: Path) -> set[bytes]:
    """Which of the report's own words stand in any byte of any file of the folder."""
    content = b"".join(one.read_bytes() for one in path.parent.iterdir())
    return {word for word in OWN if word in content.lower()}


def the_next_to_write_ends_it(path: Path, kept: Kept) -> None:
    assert answers(path) == kept.right
    store = open_store(path)
    with store.writing() as writer:
        writer.note_feed("https://f.example/", {})
    with store.view() as view:
        assert [one.scrubbed for one in view.tombstones()] == [True]
    store.close()
    assert words_in(path) == set()
    assert answers(path) == kept.right
    assert is_whole(path)
    assert {one.name for one in path.parent.iterdir()} <= {path.name + end for end in FILES}


def places(kept: Kept, stage: Stage) -> Iterator[int]:
    yield 0
    many = range(1, kept.ticks[stage])
    yield from sorted(Random(7).sample(many, min(DEATHS, len(many))))


def test_killed_when_the_report_is_just_gone(path: Path, kept: Kept) -> None:
    told_by(die_after_removing, path, kept.id)
    assert words_in(path)
    the_next_to_write_ends_it(path, kept)


@pytest.mark.parametrize("stage", STAGES)
def test_killed_in_a_stage(path: Path, kept: Kept, stage: Stage) -> None:
    for at in places(kept, stage):
        put(path, kept.content)
        process = processes.Process(target=die_in, args=(path, kept.id, stage, at))
        process.start()
        process.join()
        assert process.exitcode == -9
        the_next_to_write_ends_it(path, kept)


@pytest.mark.parametrize("stage", [Stage.PAGES, Stage.LOG])
def test_killed_from_outside_while_it_goes_on(path: Path, kept: Kept, stage: Stage) -> None:
    for _ in range(FROM_OUTSIDE):
        put(path, kept.content)
        here, there = processes.Pipe(duplex=False)
        process = processes.Process(target=tell_stages, args=(path, kept.id, there))
        process.start()
        there.close()
        assert stage in iter(here.recv, None)
        process.kill()
        process.join()
        the_next_to_write_ends_it(path, kept)


def test_most_of_the_work_is_where_it_can_be_killed(kept: Kept) -> None:
    assert kept.ticks[Stage.INDEX] > DEATHS
    assert kept.ticks[Stage.PAGES] > DEATHS
