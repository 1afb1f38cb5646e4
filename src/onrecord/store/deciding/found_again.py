"""Items of an earlier reading known again in a later one, by where their words stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

LEAST = 0.5
"""Of the code points of both, those that both have (Jaccard), from which one is the other."""

CLEARLY = 0.1
"""By so much the best has to be better than the next, else neither is taken."""


def found_again(
    earlier: Mapping[str, Mapping[str, Any]], now: Mapping[str, Mapping[str, Any]]
) -> dict[str, str]:
    """For each of ``earlier`` that is there ``now`` the id that it has now.

    Both map an id to its ``spans`` and ``kind``. The same id is the same item. What is found by
    another takes no item that is another's already.
    """
    found = {item: item for item in earlier if item in now}
    rest = {item: one for item, one in now.items() if item not in found}
    for item in sorted(earlier.keys() - found.keys()):
        if other := _likest(earlier[item], rest):
            found[item] = other
            del rest[other]
    return found


def _likest(earlier: Mapping[str, Any], now: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The one that overlaps most; of equals the one of the same kind."""
    ranked = sorted(
        (
            (overlap(earlier["spans"], one["spans"]), one["kind"] == earlier["kind"], item)
            for item, one in now.items()
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < LEAST:
        return None
    likest, same_kind, item = ranked[0]
    rivals = [one for one in ranked[1:] if likest - one[0] < CLEARLY]
    return None if any(one[1] or not same_kind for one in rivals) else item


def overlap(one: Iterable[Iterable[int]], other: Iterable[Iterable[int]]) -> float:
    """Of the places in ``one`` or ``other``, the share that is in both."""
    here, there = _places(one), _places(other)
    return len(here & there) / len(here | there) if here or there else 0.0


def _places(spans: Iterable[Iterable[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}
