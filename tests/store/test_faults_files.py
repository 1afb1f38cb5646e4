"""Damaged files: an error that says so, or the right answer; never another one, nor a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from onrecord.domain.asked import StatementsAsked
from onrecord.errors import NotARecord
from onrecord.store.opening import open_store
from tests.join.reports import a_dozen
from tests.store.fault_files import Answers, answers
from tests.store.filling import fill

PAGE = 4096

Damage = Callable[[bytes, Random], bytes]


def truncated(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(100, len(content) - PAGE)]


def with_a_page_of(make: Callable[[Random], bytes]) -> Damage:
    def damaged(content: bytes, chance: Random) -> bytes:
        start = PAGE * chance.randrange(len(content) // PAGE)
        return content[:start] + make(chance) + content[start + PAGE :]

    return damaged


DAMAGES: dict[str, Damage] = {
    "truncated": truncated,
    "a page of zeros": with_a_page_of(lambda _: bytes(PAGE)),
    "a page of noise": with_a_page_of(lambda chance: chance.randbytes(PAGE)),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Answers]:
    """The bytes of a good file, and what it answers."""
    path = tmp_path_factory.mktemp("sound") / "a.onrecord"
    fill(path, a_dozen())
    return path.read_bytes(), answers(path)


def told_or_damaged(act: Callable[..., object], *given: object) -> object:
    """What ``act`` gives of what it is ``given``, None where it says that the file is damaged."""
    try:
        return act(*given)
    except NotARecord as error:
        found = error
    assert found.where.endswith("a.onrecord")
    assert "backup" in found.message or "another program" in found.message
    return None


def search(path: Path) -> None:
    store = open_store(path, create=False)
    with store.view() as view:
        list(view.statements(StatementsAsked(words="harbour wall")))
        view.holding_most({("sea", "calmer"): 1.0}, 10)
        view.named("lee")
        view.log()
    store.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_says_so_or_answers_rightly(
    damage: str, sound: tuple[bytes, Answers], tmp_path: Path
) -> None:
    content, right = sound
    chance, noticed = Random(damage), 0
    for _ in range(20):
        path = tmp_path / "a.onrecord"
        path.write_bytes(DAMAGES[damage](content, chance))
        told = told_or_damaged(answers, path)
        told_or_damaged(search, path)
        told_or_damaged(fill, path, a_dozen())
        assert told in (None, right)
        noticed += told is None
        for one in tmp_path.iterdir():
            one.unlink()
    assert noticed >= 3


def test_what_is_added_to_a_damaged_file_is_kept_whole_or_not_at_all(
    sound: tuple[bytes, Answers], tmp_path: Path
) -> None:
    records = a_dozen()
    *first, last = records.values()
    path = tmp_path / "a.onrecord"
    fill(path, {one.article.id: one for one in first})
    content, chance = path.read_bytes(), Random(3)
    for _ in range(15):
        path.write_bytes(DAMAGES["a page of zeros"](content, chance))
        told = told_or_damaged(fill, path, {last.article.id: last})
        found = told_or_damaged(record_in, path, last.article.id)
        assert found in (None, last)
        assert told is None or found == last or found is None


def record_in(path: Path, id: str) -> object:
    store = open_store(path, create=False)
    try:
        with store.view() as view:
            return view.record(id)
    finally:
        store.close()


def test_a_log_that_is_not_the_files_own_is_left_out(
    sound: tuple[bytes, Answers], tmp_path: Path
) -> None:
    content, right = sound
    path = tmp_path / "a.onrecord"
    path.write_bytes(content)
    (tmp_path / "a.onrecord-wal").write_bytes(Random(1).randbytes(3 * PAGE))
    assert answers(path) == right
