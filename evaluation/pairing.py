"""Pairs labels with predictions one to one, the most alike first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Label = TypeVar("Label")
Read = TypeVar("Read")


def pairs(
    labels: Sequence[Label], read: Sequence[Read], likeness: Callable[[Label, Read], float]
) -> dict[int, int]:
    """Index of a label -> index of what was read as it; pairs of no likeness are left out.

    Ties go to the later ones, as in the scorer that records are judged by.
    """
    candidates = [
        (alike, i, j)
        for i, label in enumerate(labels)
        for j, one in enumerate(read)
        if (alike := likeness(label, one)) > 0
    ]
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates, reverse=True):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return paired
