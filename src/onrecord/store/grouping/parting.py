"""Groups after some of their members went or became others."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from onrecord.store.asking.loading import fetched
from onrecord.store.grouping.groups import Relation, group, regroup


def groups_of(connection: Connection, relation: Relation, items: Iterable[int]) -> list[int]:
    """The groups that ``items`` are in, each once."""
    number = relation.items.c.number
    query = select(relation.group.label("group_"))
    rows = fetched(connection, lambda part: query.where(number.in_(part)), items)
    return sorted({row["group_"] for row in rows})


def regroup_each(connection: Connection, relation: Relation, groups: Iterable[int]) -> None:
    """Group the members of each of ``groups`` anew; of one group at a time, as a large one is left
    together."""
    for one in groups:
        regroup(connection, relation, [one])


def regroup_changed(connection: Connection, relation: Relation, items: Collection[int]) -> None:
    """Put ``items`` where they belong after they have changed, and those that they joined."""
    if not items:
        return
    regroup_each(connection, relation, groups_of(connection, relation, items))
    drop_bands(connection, relation, items)
    group(connection, relation, items)


def drop_bands(connection: Connection, relation: Relation, items: Iterable[int]) -> None:
    """Take ``items`` out of their bands."""
    for number in items:
        connection.execute(relation.bands.delete().where(relation.item == number))
