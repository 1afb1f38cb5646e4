"""Grouping does no more work than it must: what is compared, loaded and written is counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, create_engine, select

from onrecord.store.grouping.groups import group, regroup
from onrecord.store.grouping.joining import FirstLook, Relation

metadata = MetaData()
ITEMS = Table(
    "items",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text),
    Column("value", Integer),
    Column("kin", Integer, index=True),
)
BANDS = Table(
    "bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("item", Integer, primary_key=True),
)


@dataclass
class Counted:
    """A relation of equal values; all values share a band. What it is asked for is counted."""

    compared: int = 0
    loaded: int = 0

    @property
    def relation(self) -> Relation:
        return Relation(
            ITEMS,
            ITEMS.c.kin,
            BANDS,
            BANDS.c.band,
            BANDS.c.item,
            self._load,
            lambda _: (1, 2),
            self._same,
        )

    def _load(self, connection: Connection, numbers: Collection[int]) -> Mapping[int, int]:
        self.loaded += len(numbers)
        return values(connection, numbers)

    def _same(self, one: int, other: int) -> bool:
        self.compared += 1
        return one == other


def values(connection: Connection, numbers: Collection[int]) -> Mapping[int, int]:
    rows = connection.execute(select(ITEMS.c.number, ITEMS.c.value))
    return {number: value for number, value in rows if number in numbers}


@pytest.fixture
def connection() -> Iterator[Connection]:
    with create_engine("sqlite://").begin() as connection:
        metadata.create_all(connection)
        yield connection


def add(connection: Connection, relation: Relation, given: Iterable[int]) -> None:
    """Add values, five at a time."""
    given = list(given)
    for first in range(0, len(given), 5):
        rows = [
            {"number": number, "id": f"{number:05}", "value": value, "kin": number}
            for number, value in enumerate(given[first : first + 5], first + 1)
        ]
        connection.execute(ITEMS.insert(), rows)
        group(connection, relation, {row["number"] for row in rows})


def kin(connection: Connection) -> set[int]:
    return set(connection.scalars(select(ITEMS.c.kin)))


def written(connection: Connection) -> int:
    """Rows that were written since the connection was opened."""
    driver = connection.connection.dbapi_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver.total_changes


@pytest.mark.parametrize("many", [100, 400])
def test_of_many_copies_each_is_compared_once(connection: Connection, many: int) -> None:
    counted = Counted()
    add(connection, counted.relation, [7] * many)
    assert kin(connection) == {1}
    assert counted.compared == many - 1


@pytest.mark.parametrize("many", [100, 400])
def test_of_many_copies_few_are_loaded_and_none_is_written_again(
    connection: Connection, many: int
) -> None:
    counted = Counted()
    add(connection, counted.relation, [7] * many)
    assert counted.loaded <= 2 * many  # itself, and one that it is compared with
    assert written(connection) <= 4 * many  # itself, its two bands, its group


def test_what_is_told_apart_at_first_sight_is_not_loaded(connection: Connection) -> None:
    counted = Counted()
    look = FirstLook(values, lambda one, other: one == other)
    add(connection, replace(counted.relation, first_look=look), range(50))
    assert kin(connection) == set(range(1, 51))
    assert (counted.compared, counted.loaded) == (0, 50)


def test_whoever_is_alone_is_not_loaded_to_be_parted(connection: Connection) -> None:
    counted = Counted()
    add(connection, counted.relation, range(30))
    before = counted.loaded, written(connection)
    regroup(connection, counted.relation, range(1, 31))
    assert (counted.loaded, written(connection)) == before


@pytest.mark.parametrize("many", [50, 200])
def test_copies_are_found_to_be_still_one_by_comparing_neighbours(
    connection: Connection, many: int
) -> None:
    counted = Counted()
    add(connection, counted.relation, [7] * many)
    connection.execute(ITEMS.delete().where(ITEMS.c.number == 1))
    before = counted.compared
    regroup(connection, counted.relation, [1])
    assert kin(connection) == {2}
    assert counted.compared - before <= many
