"""Which groups become one: items that may be the same are compared until they are connected.

Nothing is compared that is connected already, and nothing is loaded that need not be compared: of
four thousand copies of one text each new one is compared with one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table

Likely = Mapping[int, Collection[int]]
"""By item, others that may be the same."""

Loads = Callable[[Connection, Collection[int]], Mapping[int, Any]]


class FirstLook(NamedTuple):
    """What most pairs are told apart by, before what is long is loaded.

    ``contents`` loads it; ``may_be_same`` is never false for two that are the same.
    """

    contents: Loads
    may_be_same: Callable[[Any, Any], bool]


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
    contents: Loads
    bands_of: Callable[[Any], Iterable[int]]
    same: Callable[[Any, Any], bool]
    first_look: FirstLook | None = None


class Joining:
    """Union–find over the groups that items are in. ``groups``: of each item that is compared,
    the group that it is in; ``contents``: of those that are loaded, what is compared."""

    def __init__(
        self,
        connection: Connection,
        relation: Relation,
        groups: Mapping[int, int],
        contents: Mapping[int, Any],
    ) -> None:
        self._connection, self._relation = connection, relation
        self._group, self._contents = groups, dict(contents)
        self._looks = dict(contents)
        self._parent: dict[int, int] = {}

    def of(self, item: int) -> int:
        """The group that ``item`` is in by now."""
        return self._top(self._group[item])

    def compare(self, likely: Likely) -> None:
        """Join the groups of those that are the same: first with one of each group, as mostly the
        others are then joined, too."""
        first = self._pairs(likely, self._one_of_each)
        self._compare(first)
        compared = set(first)
        rest = self._pairs(likely, lambda others: others)
        self._compare([pair for pair in rest if pair not in compared])

    def joined(self) -> Iterator[set[int]]:
        """The groups that became one, together."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for group in self._parent:
            top = self._top(group)
            found[top] |= {top, group}
        return iter(found.values())

    def _top(self, group: int) -> int:
        parent = self._parent
        while group in parent:
            above = parent[group]
            if above in parent:
                parent[group] = parent[above]  # halves the way for the next
            group = above
        return group

    def _one_of_each(self, others: Iterable[int]) -> Iterable[int]:
        return {self.of(one): one for one in others}.values()

    def _pairs(
        self, likely: Likely, chosen: Callable[[Iterable[int]], Iterable[int]]
    ) -> list[tuple[int, int]]:
        """What is not joined yet, each pair once."""
        return [
            (item, other)
            for item, others in likely.items()
            for other in chosen(others)
            if self.of(other) != self.of(item)
            and not (other < item and item in likely.get(other, ()))
        ]

    def _compare(self, pairs: list[tuple[int, int]]) -> None:
        pairs = self._looked_at(sorted(pairs))
        self._load(self._contents, self._relation.contents, pairs)
        contents, same = self._contents, self._relation.same
        for one, two in pairs:
            if one not in contents or two not in contents:
                continue
            here, there = self.of(one), self.of(two)
            if here != there and same(contents[one], contents[two]):
                self._parent[there] = here

    def _looked_at(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        look = self._relation.first_look
        if look is None:
            return pairs
        self._load(self._looks, look.contents, pairs)
        looks = self._looks
        return [
            (one, two)
            for one, two in pairs
            if one in looks and two in looks and look.may_be_same(looks[one], looks[two])
        ]

    def _load(self, known: dict[int, Any], loads: Loads, pairs: Iterable[tuple[int, int]]) -> None:
        missing = {item for pair in pairs for item in pair} - known.keys()
        if missing:
            known |= loads(self._connection, missing)
