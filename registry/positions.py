"""Positions as the cabinets files name them, turned into office, title and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from onrecord.domain.register import Origin, Tenure
from onrecord.register.titles import title_key
from registry.congress import LOADER

_OF_A_PLACE = re.compile(
    r"((?:Lieutenant |Deputy |Vice )?(?:Governor|Mayor|Premier)|Secretary of State|Head) of "
    r"(?:the )?(?:City of |Republic of )?(.+)",
    re.IGNORECASE,
)
_SHOWN = {
    ("senator", "United States"): "United States Senator",
    ("representative", "United States"): "United States Representative",
    ("member of parliament", "United Kingdom"): "Member of Parliament",
    ("member of parliament", "Canada"): "Member of Parliament",
}
"""Offices whose position names one parliament of many, or says "member" of a chamber."""

_AMERICAN = re.compile(r"\b(def|lab)(ence|our)\b")


@dataclass(frozen=True)
class Positions:
    """The lists of positions.yaml.

    ``patterns``: expression, title, place ("{1}" is what its brackets found) of the positions that
    are not just called by their own name. ``left_out``: expressions of those nobody looks for.
    ``not_places``: what stands after "Governor of" and is no place. ``american``: places that write
    "defense". ``local``: titles of local legislators, left out if they left before ``local_since``.
    """

    patterns: tuple[tuple[re.Pattern[str], str, str | None], ...]
    left_out: re.Pattern[str]
    not_places: re.Pattern[str]
    american: frozenset[str]
    local: frozenset[str]
    local_since: str

    @classmethod
    def load(cls, path: Path, states: frozenset[str]) -> Positions:
        """Read the YAML file; ``states``: names of the American states."""
        content = yaml.load(path.read_text("utf-8"), Loader=LOADER)
        patterns = (
            (re.compile(one["position"], re.IGNORECASE), one["title"], one.get("place"))
            for one in content["patterns"]
        )
        return cls(
            tuple(patterns),
            re.compile("|".join(content["left_out"]), re.IGNORECASE),
            re.compile(r"\b(" + "|".join(content["not_places"]) + r")\b", re.IGNORECASE),
            states | {"United States"},
            frozenset(content["local"]),
            str(content["local_since"]),
        )

    def tenure(
        self, row: dict[str, str], country: str, home: str | None, origin: Origin
    ) -> Tenure | None:
        """The term of one row; None when it is left out, ends before it starts or has no place.

        ``home``: the state of a former member of Congress; current ones have better rows.
        """
        position, start, end = row["position"], row["start"], row["end"]
        if self.left_out.search(position) or (end and start and end < start):
            return None
        if not start or start > origin.as_of:
            return None
        title, place = self._title_and_place(position, country, home)
        if place is None or (title in self.local and (end or origin.as_of) < self.local_since):
            return None
        known = end if end and end <= origin.as_of else None
        shown = _SHOWN.get((title, country), title if title == "senator" else position)
        return Tenure(_office(shown, place), title, place, start, known, origin)

    def _title_and_place(
        self, position: str, country: str, home: str | None
    ) -> tuple[str, str | None]:
        for pattern, title, place in self.patterns:
            if found := pattern.fullmatch(position):
                if place == "home":
                    return title, home
                return title, country if place is None else found.expand(place)
        found = _OF_A_PLACE.fullmatch(position)
        if found and not self.not_places.search(found[2]):
            return self._reported(found[1], found[2]), found[2]
        return self._reported(position, country), country

    def _reported(self, position: str, place: str) -> str:
        """The title in the spelling of its country."""
        key = title_key(position)
        if place not in self.american:
            return key
        return _AMERICAN.sub(lambda found: found[1] + {"ence": "ense", "our": "or"}[found[2]], key)


def _office(position: str, place: str) -> str:
    shown = position[:1].upper() + position[1:]
    if place in position:
        return shown
    article = "the " if place.startswith("United") else ""
    if shown.startswith("United States "):
        return f"{shown} from {place}"
    return f"{shown} of {article}{place}" if " " not in position else f"{shown} ({place})"
