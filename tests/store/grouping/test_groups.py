"""Groups are what is connected, whatever came first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, create_engine, select

from onrecord.store.grouping.groups import Relation, group, regroup

metadata = MetaData()
ITEMS = Table(
    "items",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text),
    Column("value", Integer),
    Column("kin", Integer),
)
BANDS = Table(
    "bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("item", Integer, primary_key=True),
)


def values(connection: Connection, numbers: Collection[int]) -> Mapping[int, int]:
    rows = connection.execute(select(ITEMS.c.number, ITEMS.c.value))
    return {number: value for number, value in rows if number in numbers}


NEIGHBOURS = Relation(
    ITEMS,
    ITEMS.c.kin,
    BANDS,
    BANDS.c.band,
    BANDS.c.item,
    values,
    lambda value: (value // 10, (value + 5) // 10),
    lambda one, other: abs(one - other) <= 2,
)
"""Numbers that differ by two at most; those that do share a ten, or a ten that begins at five."""


def grouped(given: list[list[int]], without: int | None = None) -> set[frozenset[int]]:
    """The groups of values that are added in parts; ``without``: one that is removed again."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        number = 0
        for part in given:
            rows = []
            for value in part:
                number += 1
                rows.append({"number": number, "id": f"{value:03}", "value": value, "kin": number})
            if rows:
                connection.execute(ITEMS.insert(), rows)
                group(connection, NEIGHBOURS, [row["number"] for row in rows])
        if without is not None:
            remove(connection, without)
        return told(connection)


def remove(connection: Connection, value: int) -> None:
    gone = connection.execute(select(ITEMS).where(ITEMS.c.value == value)).one()
    connection.execute(ITEMS.delete().where(ITEMS.c.number == gone.number))
    connection.execute(BANDS.delete().where(BANDS.c.item == gone.number))
    regroup(connection, NEIGHBOURS, [gone.kin])


def told(connection: Connection) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    rows = connection.execute(select(ITEMS)).all()
    ids = {row.number: row.id for row in rows}
    for row in rows:
        found.setdefault(row.kin, set()).add(row.value)
    for kin, members in found.items():
        assert ids[kin] == f"{min(members):03}"  # a group is that of its smallest id
    return {frozenset(members) for members in found.values()}


def components(values: list[int]) -> set[frozenset[int]]:
    found: list[set[int]] = []
    for value in sorted(values):
        if found and value - max(found[-1]) <= 2:
            found[-1].add(value)
        else:
            found.append({value})
    return {frozenset(one) for one in found}


VALUES = st.lists(st.integers(0, 60), unique=True, max_size=25)


@given(VALUES, st.integers(1, 5))
def test_groups_are_connected_components_in_whatever_parts_they_come(
    values: list[int], size: int
) -> None:
    parts = [values[first : first + size] for first in range(0, len(values), size)]
    assert grouped(parts) == components(values)


@given(VALUES.filter(bool), st.data())
def test_a_group_is_taken_apart_when_what_joined_it_goes(
    values: list[int], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(values))
    rest = [value for value in values if value != gone]
    assert grouped([values], gone) == components(rest)
