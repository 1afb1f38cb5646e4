"""The pinned floors (floors.json): what must be reached, and how far a figure may sway."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Floor:
    """One F1 figure: what the best tool and two trained annotators reach, and what we must."""

    name: str
    tool: float
    annotators: float
    floor: float
    aim: float


@dataclass(frozen=True, slots=True)
class SetFloor:
    """One figure, on the ``set`` it is measured on.

    ``rules``: what simple rules or the best tool reach, where that was measured. ``at_most``:
    less is better.
    """

    name: str
    set: str
    rules: float | None
    floor: float
    aim: float
    at_most: bool = False

    def reached(self, value: float, margin: float = 0.0) -> bool:
        """Whether ``value`` is as good as the floor, or worse by no more than ``margin``."""
        return value <= self.floor + margin if self.at_most else value >= self.floor - margin

    def held(self, now: float, before: float, margin: float) -> bool:
        """Whether the figure ``now`` is as good as ``before``, or worse by at most ``margin``."""
        return now <= before + margin if self.at_most else now >= before - margin


@dataclass(frozen=True, slots=True)
class Floors:
    """``margin``: how far a measurement may fall below the committed one (machines differ).

    ``variant_fall``: how far a variant's figure may lie below the original's.
    ``known_shortfall``: figures that are below their floor, each with the reason.
    """

    figures: dict[str, Floor]
    people: dict[str, SetFloor]
    relations: dict[str, SetFloor]
    margin: float
    variant_fall: float
    calibration_error: float
    known_shortfall: dict[str, str]


def floors() -> Floors:
    """The floors as committed."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    return Floors(
        {key: Floor(**row) for key, row in data["figures"].items()},
        {key: SetFloor(**row) for key, row in data["people"].items()},
        {key: SetFloor(**row) for key, row in data["relations"].items()},
        data["margin"],
        data["variant_fall"],
        data["calibration_error"],
        data["known_shortfall"],
    )
