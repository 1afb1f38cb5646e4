"""What is the same over reports gets one group: copies, utterances, entries of the diary.

A group is a connected component of a relation that ``onrecord.join`` decides for two items at a
time. Only items that share a band (a digest made so that likely pairs share one) are compared. The
group's number is that of the member whose id is the smallest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select

from onrecord.store.asking.loading import fetched_by_number
from onrecord.store.grouping.joining import Joining, Likely
from onrecord.store.grouping.joining import Relation as Relation
from onrecord.store.tables.bulk import insert_tuples

CROWDED = 64
"""Items in one band beyond which it takes no more: what is the same is found by those in it."""

LARGEST = 300
"""Members of a group beyond which it is not taken apart again when one of them goes."""

PORTION = 2000
"""Items that are loaded at once to be compared anew."""

Bands = Mapping[int, tuple[int, ...]]
"""By item."""

Crowd = defaultdict[int, list[int]]
"""By band, the items in it."""


def group(
    connection: Connection,
    relation: Relation,
    new: Collection[int],
    known: Mapping[int, Any] | None = None,
) -> None:
    """Put the ``new`` items, each its own group so far, where they belong.

    ``known``: what of them is compared, where that need not be loaded.
    """
    contents = relation.contents(connection, new) if known is None else known
    bands = {item: _bands(relation, content) for item, content in contents.items()}
    likely = _likely(bands, _entered(connection, relation, bands))
    if not likely:
        return
    number = relation.items.c.number
    query = select(number, relation.group)
    asked = set(likely).union(*likely.values())
    groups = fetched_by_number(connection, lambda part: query.where(number.in_(part)), asked)
    joining = Joining(connection, relation, dict(map(tuple, groups)), contents)
    joining.compare(likely)
    _join(connection, relation, list(joining.joined()))


def regroup(connection: Connection, relation: Relation, groups: Collection[int]) -> None:
    """Group the members of each of ``groups`` anew, after one of them has gone or has changed."""
    table = relation.items
    query = select(table.c.number, table.c.id, relation.group)
    rows = fetched_by_number(connection, lambda part: query.where(relation.group.in_(part)), groups)
    members: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for number, id, was in rows:
        members[was][number] = id
    now: dict[int, int] = {}
    for together in _portions(members.values()):
        now |= _regrouped(connection, relation, together)
    was = {number: group for number, _, group in rows}
    _write(connection, relation, sorted(now.items() - was.items()))


def _portions(groups: Iterable[Mapping[int, str]]) -> Iterator[list[Mapping[int, str]]]:
    """``groups`` in lists that are not too long to be loaded."""
    portion: list[Mapping[int, str]] = []
    many = 0
    for one in groups:
        portion.append(one)
        many += len(one)
        if many >= PORTION:
            yield portion
            portion, many = [], 0
    if portion:
        yield portion


def _regrouped(
    connection: Connection, relation: Relation, groups: Iterable[Mapping[int, str]]
) -> dict[int, int]:
    """The group of each member of ``groups``, had the members of each come alone."""
    now: dict[int, int] = {}
    parted: list[Mapping[int, str]] = []
    for ids in groups:
        if 1 < len(ids) <= LARGEST:
            parted.append(ids)
        else:
            now |= dict.fromkeys(ids, min(ids, key=ids.__getitem__))
    if not parted:
        return now
    contents = relation.contents(connection, {item for ids in parted for item in ids})
    for ids in parted:
        mine = {item: contents[item] for item in ids if item in contents}
        now |= _parted(connection, relation, ids, mine)
    return now


def _parted(
    connection: Connection,
    relation: Relation,
    ids: Mapping[int, str],
    contents: Mapping[int, Any],
) -> dict[int, int]:
    bands = {item: _bands(relation, content) for item, content in contents.items()}
    joining = Joining(connection, relation, dict(zip(ids, ids, strict=True)), contents)
    # Neighbours in a band are enough where all are the same, as they mostly are.
    joining.compare(_neighbours(bands))
    if len({joining.of(item) for item in ids}) > 1:
        joining.compare(_likely(bands, _crowd(bands)))
    firsts: dict[int, int] = {}
    for item in sorted(ids, key=ids.__getitem__):
        firsts.setdefault(joining.of(item), item)
    return {item: firsts[joining.of(item)] for item in ids}


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


def _entered(connection: Connection, relation: Relation, bands: Bands) -> Crowd:
    """Who is in each of ``bands``, with the new items, which are put there."""
    crowd: Crowd = defaultdict(list)
    query = select(relation.band, relation.item)
    for band, item in fetched_by_number(
        connection,
        lambda part: query.where(relation.band.in_(part)),
        {band for found in bands.values() for band in found},
    ):
        crowd[band].append(item)
    rows = []
    for item, found in bands.items():
        for band in found:
            if len(crowd[band]) < CROWDED:
                rows.append((band, item))
                crowd[band].append(item)
    # In the order of the table, so that each of its pages is written once.
    insert_tuples(connection, relation.bands, (relation.band, relation.item), sorted(rows))
    return crowd


def _crowd(bands: Bands) -> Crowd:
    crowd: Crowd = defaultdict(list)
    for item, found in bands.items():
        for band in found:
            crowd[band].append(item)
    return crowd


def _likely(bands: Bands, crowd: Crowd) -> Likely:
    """Who shares a band, for those who share one."""
    found: dict[int, set[int]] = {}
    for item, mine in bands.items():
        others = set().union(*(crowd[band] for band in mine)) - {item}
        if others:
            found[item] = others
    return found


def _neighbours(bands: Bands) -> Likely:
    """Who was the last before in a band."""
    last: dict[int, int] = {}
    found: dict[int, set[int]] = {}
    for item, mine in bands.items():
        found[item] = {last[band] for band in mine if band in last}
        last |= dict.fromkeys(mine, item)
    return found


def _join(connection: Connection, relation: Relation, joined: list[set[int]]) -> None:
    """Make groups one: that of the smallest id. Members of that group are not touched."""
    table = relation.items
    query = select(table.c.number, table.c.id)
    asked = {group for together in joined for group in together}
    ids = dict(
        map(
            tuple,
            fetched_by_number(
                connection, lambda part: query.where(table.c.number.in_(part)), asked
            ),
        )
    )
    changes = []
    for together in joined:
        first = min(together, key=ids.__getitem__)
        changes += [{"group_": first, "was_": group} for group in sorted(together - {first})]
    if changes:
        change = (
            table.update()
            .where(relation.group == bindparam("was_"))
            .values({relation.group.name: bindparam("group_")})
        )
        connection.execute(change, changes)


def _write(connection: Connection, relation: Relation, groups: Iterable[tuple[int, int]]) -> None:
    change = (
        relation.items.update()
        .where(relation.items.c.number == bindparam("item_"))
        .values({relation.group.name: bindparam("group_")})
    )
    rows = [{"item_": item, "group_": group} for item, group in groups]
    if rows:
        connection.execute(change, rows)
