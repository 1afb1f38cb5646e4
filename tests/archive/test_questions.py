"""The record asked from Python: names are settled first, then it answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.domain.statement import Act
from onrecord.errors import NoRecord, NotKept
from onrecord.store.opening import open_store
from tests.contracts.reports import ferry, harbour, later


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    path = tmp_path / "years.onrecord"
    store = open_store(path, create=True)
    with store.writing() as writer:
        for record in (harbour(), ferry(), later()):
            writer.add(record, "ann")
    store.close()
    with Archive(path, register=lambda: None) as opened:
        yield opened


def test_positions_are_somebodys_newest_first(archive: Archive) -> None:
    found = archive.positions("Ann Lee")
    assert [one.act for one in found] == [Act.SUPPORTS, Act.COMMITS]
    assert (found.more, found.unsettled, found.changes) == (False, (), ())


def test_positions_on_a_topic_are_those_that_speak_of_it(archive: Archive) -> None:
    assert [one.act for one in archive.positions("Q1", on="the walls")] == [Act.COMMITS]


def test_of_positions_the_newest_are_given(archive: Archive) -> None:
    found = archive.positions("Ann Lee", limit=1)
    assert ([one.act for one in found], found.more) == ([Act.SUPPORTS], True)


def test_positions_between_two_days(archive: Archive) -> None:
    assert len(archive.positions("Ann Lee", until="2024-12-31")) == 1
    assert len(archive.positions("Ann Lee", since="2026-01-01")) == 0


def test_nobody_has_no_positions(archive: Archive) -> None:
    found = archive.positions("Zoe Unknown")
    assert (len(found), found.unsettled) == (0, ("Zoe Unknown",))


def test_what_was_said_is_given_up_to_the_limit(archive: Archive) -> None:
    found = archive.said(limit=1)
    assert (len(found), found.more) == (1, True)
    assert not archive.said(limit=3).more


def test_both_names_of_a_question_have_to_be_settled(archive: Archive) -> None:
    assert len(archive.diary("Ann Lee", "Bo Roe")) == 1
    found = archive.diary("Ann Lee", "Zoe Unknown")
    assert (len(found), found.unsettled) == (0, ("Zoe Unknown",))


def test_an_item_is_known_by_its_id(archive: Archive) -> None:
    [one] = archive.said(acts=[Act.SUPPORTS]).results
    assert archive.item(one.statement.id) == one.statement
    with pytest.raises(NotKept):
        archive.item("s_none")
    with pytest.raises(NotKept):
        archive.record("a_none")


def test_a_record_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    path = tmp_path / "none.onrecord"
    with Archive(path) as archive, pytest.raises(NoRecord):
        archive.positions("Ann Lee")
    assert not path.exists()
