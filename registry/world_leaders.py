"""Heads of state and of government of some thirty countries and bodies (world-leaders)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.register.titles import title_key
from registry import origins

Skipped = frozenset[tuple[str, str]]


def read(folder: Path, skipped: Skipped) -> Iterator[RegisteredPerson]:
    """The holders named by the newest file; ``skipped``: country and post known to be wrong."""
    path = max(folder.glob("*.json"))
    content = json.loads(path.read_text("utf-8"))
    for slug, entry in sorted(content["countries"].items()):
        for post, position in sorted(entry["positions"].items()):
            holder = position.get("current_holder") or {}
            row = f"{slug}, {post}"
            if holder.get("wikidata_id") and (slug, post) not in skipped:
                name = f"{origins.WORLD_LEADERS} {path.stem}"
                origin = Origin(name, origins.SHARE_ALIKE, content["snapshot_date"], row)
                yield _person(holder, position, entry["country"]["name_en"], origin)


def _person(
    holder: dict[str, Any], position: dict[str, Any], place: str, origin: Origin
) -> RegisteredPerson:
    title = position["title_en"].split(" (")[0]
    office = title if place in title else f"{title} of {place}"
    known = (
        ()
        if holder["since"] is None
        else (Tenure(office, title_key(title), place, holder["since"], None, origin),)
    )
    return RegisteredPerson(
        id=holder["wikidata_id"],
        name=holder["name_en"],
        aliases=(),
        wikidata=holder["wikidata_id"],
        gender=None,
        born=holder["born"],
        died=None,
        tenures=known,
        origin=origin,
    )
