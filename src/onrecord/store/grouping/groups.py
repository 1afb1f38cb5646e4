"""What is the same over reports gets one group: copies, utterances, entries of the diary.

A group is a connected component of a relation that ``onrecord.join`` decides for two items at a
time. Only items that share a band (a digest made so that likely pairs share one) are compared. The
group's number is that of the member whose id is the smallest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, select

from onrecord.store.asking.loading import fetched, fetched_by_number
from onrecord.store.tables.bulk import insert_tuples

CROWDED = 64
"""Items in one band beyond which it takes no more: what is the same is found by those in it."""

LARGEST = 300
"""Members of a group beyond which it is not taken apart again when one of them goes."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How the items of one table are grouped.

    ``bands``: a table of (band, item). ``contents`` loads what is compared; ``bands_of`` and
    ``same`` are the relation itself.
    """

    items: Table
    group: Column[Any]
    bands: Table
    band: Column[Any]
    item: Column[Any]
    contents: Callable[[Connection, Collection[int]], Mapping[int, Any]]
    bands_of: Callable[[Any], Iterable[int]]
    same: Callable[[Any, Any], bool]


def group(
    connection: Connection,
    relation: Relation,
    new: Collection[int],
    known: Mapping[int, Any] | None = None,
) -> None:
    """Put the ``new`` items, each its own group so far, where they belong.

    ``known``: what of them is compared, where that need not be loaded.
    """
    contents = dict(relation.contents(connection, new) if known is None else known)
    bands = {item: _bands(relation, contents[item]) for item in contents}
    crowd = _crowd(connection, relation, {band for found in bands.values() for band in found})
    rows = []
    for item, found in bands.items():
        for band in found:
            if len(crowd[band]) < CROWDED:
                rows.append((band, item))
                crowd[band].append(item)
    # In the order of the table, so that each of its pages is written once.
    insert_tuples(connection, relation.bands, (relation.band, relation.item), sorted(rows))
    pairs = _pairs(bands, crowd)
    if pairs:
        others = {item for pair in pairs for item in pair} - contents.keys()
        contents |= relation.contents(connection, others)
        _join(connection, relation, pairs, contents)


def regroup(connection: Connection, relation: Relation, groups: Collection[int]) -> None:
    """Group the members of ``groups`` anew, after one of them has gone or has changed."""
    members = [
        row["number"]
        for row in fetched(
            connection,
            lambda part: select(relation.items.c.number).where(relation.group.in_(part)),
            groups,
        )
    ]
    if not members:
        return
    if len(members) > LARGEST:
        _set(connection, relation, members)
        return
    _alone(connection, relation, members)
    contents = dict(relation.contents(connection, members))
    crowd: defaultdict[int, list[int]] = defaultdict(list)
    bands = {item: _bands(relation, contents[item]) for item in contents}
    for item, found in bands.items():
        for band in found:
            crowd[band].append(item)
    if pairs := _pairs(bands, crowd):
        _join(connection, relation, pairs, contents)


def _bands(relation: Relation, content: Any) -> tuple[int, ...]:
    """The bands of an item, each once, as they are kept.

    Those are the lowest 32 bits: in a record of millions of items one in a thousand shares a band
    by chance and is compared for nothing, and the tables are a third smaller.
    """
    return tuple(dict.fromkeys([_lowest(band) for band in relation.bands_of(content)]))


def _lowest(band: int) -> int:
    """A signed integer of 32 bits, which is what takes four bytes in a file."""
    return ((band + _HALF) & _WHOLE) - _HALF


_HALF, _WHOLE = 1 << 31, (1 << 32) - 1


def _crowd(
    connection: Connection, relation: Relation, bands: Collection[int]
) -> defaultdict[int, list[int]]:
    """Who is in each of ``bands`` already."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    query = select(relation.band, relation.item)
    for band, item in fetched_by_number(
        connection, lambda part: query.where(relation.band.in_(part)), bands
    ):
        found[band].append(item)
    return found


def _pairs(
    bands: Mapping[int, Iterable[int]], crowd: Mapping[int, Iterable[int]]
) -> list[tuple[int, int]]:
    """Each pair that shares a band once, in order."""
    found = {
        (min(item, other), max(item, other))
        for item, mine in bands.items()
        for band in mine
        for other in crowd.get(band, ())
        if other != item
    }
    return sorted(found)


def _join(
    connection: Connection,
    relation: Relation,
    pairs: Collection[tuple[int, int]],
    contents: Mapping[int, Any],
) -> None:
    """Join the groups of those of ``pairs`` that are the same."""
    groups = _Groups(connection, relation, {item for pair in pairs for item in pair})
    for one, two in pairs:
        if one not in contents or two not in contents or groups.of(one) == groups.of(two):
            continue
        if relation.same(contents[one], contents[two]):
            groups.join(one, two)
    for together in groups.joined():
        members = _members(connection, relation, together)
        _set(connection, relation, members)


class _Groups:
    """Union–find over the groups that items are in."""

    def __init__(self, connection: Connection, relation: Relation, items: Iterable[int]) -> None:
        query = select(relation.items.c.number, relation.group.label("group_"))
        number = relation.items.c.number
        self._group: dict[int, int] = dict(
            fetched_by_number(connection, lambda part: query.where(number.in_(part)), items)
        )
        self._parent: dict[int, int] = {}

    def of(self, item: int) -> int:
        """The group that ``item`` is in by now."""
        found = self._group[item]
        while found in self._parent:
            found = self._parent[found]
        return found

    def join(self, one: int, two: int) -> None:
        """Make the groups of both one."""
        self._parent[self.of(two)] = self.of(one)

    def joined(self) -> Iterator[list[int]]:
        """The groups that became one, together."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for group in self._parent:
            top = group
            while top in self._parent:
                top = self._parent[top]
            found[top] |= {top, group}
        return (sorted(together) for together in found.values())


def _members(connection: Connection, relation: Relation, groups: Iterable[int]) -> list[int]:
    query = select(relation.items.c.number)
    rows = fetched(connection, lambda part: query.where(relation.group.in_(part)), groups)
    return [row["number"] for row in rows]


def _set(connection: Connection, relation: Relation, members: Collection[int]) -> None:
    """Make ``members`` one group: that of the one with the smallest id."""
    query = select(relation.items.c.id, relation.items.c.number)
    number = relation.items.c.number
    rows = fetched(connection, lambda part: query.where(number.in_(part)), members)
    first = min((row["id"], row["number"]) for row in rows)[1]
    _write(connection, relation, ((member, first) for member in members))


def _alone(connection: Connection, relation: Relation, members: Iterable[int]) -> None:
    _write(connection, relation, ((member, member) for member in members))


def _write(connection: Connection, relation: Relation, groups: Iterable[tuple[int, int]]) -> None:
    change = (
        relation.items.update()
        .where(relation.items.c.number == bindparam("item_"))
        .values({relation.group.name: bindparam("group_")})
    )
    connection.execute(change, [{"item_": item, "group_": group} for item, group in groups])
