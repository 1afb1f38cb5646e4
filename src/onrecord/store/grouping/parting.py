"""Groups after some of their members went or became others."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from onrecord.store.asking.loading import fetched_by_number
from onrecord.store.grouping.groups import Relation, group, regroup


def groups_of(connection: Connection, relation: Relation, items: Iterable[int]) -> list[int]:
    """The groups that ``items`` are in, each once."""
    number = relation.items.c.number
    query = select(relation.group).distinct()
    rows = fetched_by_number(connection, lambda part: query.where(number.in_(part)), items)
    return sorted(group for (group,) in rows)


def regroup_changed(connection: Connection, relation: Relation, items: Collection[int]) -> None:
    """Put ``items`` where they belong after they have changed, and those that they joined."""
    if not items:
        return
    regroup(connection, relation, groups_of(connection, relation, items))
    drop_bands(connection, relation, items)
    group(connection, relation, items)


def drop_bands(connection: Connection, relation: Relation, items: Iterable[int]) -> None:
    """Take ``items`` out of their bands."""
    for number in items:
        connection.execute(relation.bands.delete().where(relation.item == number))
