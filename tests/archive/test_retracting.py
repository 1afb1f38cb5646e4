"""A report taken back as its user does it: told before, whole, wiped, and never half."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.archive import Archive, retracting
from onrecord.domain.article import Article
from onrecord.domain.asked import StatementsAsked
from onrecord.domain.wiping import Stage, Wiping
from onrecord.errors import DiskFull, NotKept
from onrecord.store.adding.writing import SqliteWriter
from onrecord.store.opening import open_store
from onrecord.store.sqlite import SqliteStore
from tests.contracts.reports import ferry, harbour, later, retold

WALL = "https://post.example/wall"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "years.onrecord"
    store = open_store(path)
    with store.writing() as writer:
        copy = retold(harbour(), url="https://copy.example/1", id="copy", outlet="Copy Post")
        for record in (harbour(), ferry(), later(), copy):
            writer.add(record, "ann")
    store.close()
    return path


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    opened = open_store(path)
    yield opened
    opened.close()


def no_files(origin: str) -> tuple[Article, ...]:
    return ()


def outlets(store: SqliteStore) -> set[str | None]:
    with store.view() as view:
        return {one.report.outlet for one in view.statements(StatementsAsked())}


def test_what_would_go_is_told_and_nothing_goes(path: Path, store: SqliteStore) -> None:
    with Archive(path, who="dan", register=lambda: None) as archive:
        would = archive.retract(WALL, dry_run=True)
    [one] = would.going
    assert (one.statements, one.engagements, one.exchanges, one.entities) == (2, 1, 1, 3)
    assert one.characters == len(harbour().article.text)
    assert [each.outlet for each in one.copies] == ["Copy Post"]
    assert (would.tombstones, would.clean) == ((), None)
    assert "The Ely Post" in outlets(store)


def test_what_is_retracted_is_told_as_clean(path: Path, store: SqliteStore) -> None:
    with Archive(path, who="dan", register=lambda: None) as archive:
        done = archive.retract(WALL, reason="asked")
        assert (done.clean, done.why_not) == (True, None)
        [stone] = done.tombstones
        assert (stone.who, stone.reason, stone.scrubbed) == ("dan", "asked", True)
        [counted] = done.going
        assert stone.removed["statements"] == counted.statements
    assert outlets(store) == {"Fen News", "Copy Post", None}


@pytest.mark.parametrize("key", [WALL, harbour().article.id, "copy", "https://copy.example/1"])
def test_what_was_retracted_says_so_when_it_is_asked_for(store: SqliteStore, key: str) -> None:
    retracting.retract(store, key, no_files, "dan", "")
    with pytest.raises(NotKept, match=r"retracted on .* by dan"):
        retracting.retraction(store, key, no_files)


def test_what_never_was_there_says_so(store: SqliteStore) -> None:
    with pytest.raises(NotKept, match="no report of that id, address or path"):
        retracting.retract(store, "nobody.txt", no_files, "dan", "")


def test_all_reports_of_a_path_go_together(store: SqliteStore) -> None:
    done = retracting.retract(store, "harbour.txt", no_files, "dan", "")
    assert len(done.tombstones) == 2
    assert outlets(store) == {"Fen News", None}


def test_somebody_who_reads_is_told_of(store: SqliteStore) -> None:
    with store.view() as view:
        view.counts()
        done = retracting.retract(store, WALL, no_files, "dan", "")
    assert (done.clean, done.why_not) == (False, "another program still reads the record")
    assert "The Ely Post" not in outlets(store)


class Full(SqliteStore):
    """There is room for a transaction, and none for wiping."""

    def scrub(self) -> bool:
        raise DiskFull(self.path, "no room is left to write")


def test_without_room_to_wipe_the_report_is_gone_all_the_same(store: SqliteStore) -> None:
    done = retracting.retract(Full(store._engine, Path(store.path)), WALL, no_files, "dan", "")
    assert (done.clean, done.why_not) == (False, "no room is left to write")
    assert "The Ely Post" not in outlets(store)
    with store.writing() as writer:
        writer.note_feed("https://f.example", {})
    with store.view() as view:
        assert view.tombstones()[0].scrubbed


class Interrupted(SqliteStore):
    """Ctrl-C is pressed in the middle of the transaction."""

    @contextmanager
    def writing(self) -> Iterator[SqliteWriter]:
        with super().writing() as writer:
            yield writer
            signal.raise_signal(signal.SIGINT)


def test_an_interrupt_leaves_no_half_retraction(store: SqliteStore) -> None:
    stopped = Interrupted(store._engine, Path(store.path))
    with pytest.raises(KeyboardInterrupt):
        retracting.retract(stopped, WALL, no_files, "dan", "")
    with store.view() as view:
        assert view.reports(WALL) == ()
        [stone] = view.tombstones()
        assert not stone.scrubbed
    with store.writing() as writer:
        writer.note_feed("https://f.example", {})
    with store.view() as view:
        assert view.tombstones()[0].scrubbed


class FullInTheMiddle(SqliteStore):
    """The disk is full before the transaction ends."""

    @contextmanager
    def writing(self) -> Iterator[SqliteWriter]:
        with super().writing() as writer:
            yield writer
            raise DiskFull(self.path, "no room is left to write")


def test_a_full_disk_leaves_no_half_retraction(store: SqliteStore) -> None:
    with pytest.raises(DiskFull):
        retracting.retract(
            FullInTheMiddle(store._engine, Path(store.path)), WALL, no_files, "dan", ""
        )
    assert "The Ely Post" in outlets(store)
    with store.view() as view:
        assert view.tombstones() == ()
        assert view.record(harbour().article.id) == harbour()


def test_whoever_wipes_is_told_how_far_it_is(path: Path) -> None:
    told: list[Wiping] = []
    with Archive(path, who="dan", register=lambda: None, on_wiping=told.append) as archive:
        assert archive.retract(WALL).clean
    stages = list(dict.fromkeys(one.stage for one in told))
    assert stages == [Stage.INDEX, Stage.PAGES, Stage.LOG, Stage.SEARCH, Stage.ENDED]
    shares = [one.share for one in told if one.stage is Stage.SEARCH]
    assert shares == sorted(shares, key=lambda one: one or 0.0)
    assert shares[-1] == 1.0
    assert not any(one.earlier for one in told)


def test_the_next_to_write_is_told_that_it_wipes_what_was_left(path: Path) -> None:
    store = open_store(path)
    with store.view() as view:
        view.counts()
        assert not retracting.retract(store, WALL, no_files, "dan", "").clean
    store.close()
    told: list[Wiping] = []
    with Archive(path, who="eva", register=lambda: None, on_wiping=told.append) as archive:
        item = archive.said("ferry").results[0].statement.id
        assert told == []
        archive.correct(item, {"act": "opposes"})
        count = len(told)
        archive.correct(item, {"act": "supports"})
    assert count > 0
    assert all(one.earlier for one in told)
    assert told[-1].stage is Stage.ENDED
    assert len(told) == count
