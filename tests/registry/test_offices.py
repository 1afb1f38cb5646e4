"""The hand-checked offices: dates in order, sources named, other sources as claimed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import yaml

from onrecord.domain.register import RegisteredPerson, Tenure
from onrecord.register.folding import folded
from onrecord.register.titles import title_key
from registry.build import HERE, source_rows
from registry.origins import CABINETS, CONGRESS, FACTBOOK, HAND_CHECKED, OPENSTATES, WORLD_LEADERS
from tests.registry.sources import DATA, needs_data

CONTENT = yaml.safe_load((HERE / "offices.yaml").read_text("utf-8"))
OFFICES: list[dict[str, Any]] = CONTENT["offices"]
SOURCES = {
    "cabinets": CABINETS,
    "congress": CONGRESS,
    "factbook": FACTBOOK,
    "openstates": OPENSTATES,
    "world-leaders": WORLD_LEADERS,
}
WEEK = 7


def named(office: dict[str, Any]) -> str:
    return str(office["office"])


@pytest.mark.parametrize("office", OFFICES, ids=named)
def test_an_office_has_a_source_and_terms_that_end_after_they_start(office: dict[str, Any]) -> None:
    assert office["source"].startswith("http")
    for holder in office["holders"]:
        assert isinstance(holder["start"], date)
        assert holder.get("end", date.max) >= holder["start"]
        assert set(holder["checked_against"]) <= set(SOURCES)


@pytest.mark.parametrize("office", [o for o in OFFICES if "several" not in o], ids=named)
def test_an_office_for_one_is_held_by_one(office: dict[str, Any]) -> None:
    for before, after in pairwise(office["holders"]):
        known = before.get("end") or before.get("as_of") or CONTENT["as_of"]
        assert known <= after["start"], (before["name"], after["name"])


def test_nothing_is_claimed_of_days_after_the_file_was_made() -> None:
    for office in OFFICES:
        for holder in office["holders"]:
            for field in ("start", "end", "as_of"):
                assert holder.get(field, date.min) <= date(2026, 11, 22)


@needs_data
def test_every_source_that_a_row_was_checked_against_says_the_same() -> None:
    rows = [row for row in source_rows(DATA) if not row.origin.name.startswith(HAND_CHECKED)]
    terms = {id_: list(found) for id_, found in _by_office(rows).items()}
    for office in OFFICES:
        key = (title_key(office["title"]), folded(office["place"]))
        for holder in office["holders"]:
            for source in holder["checked_against"]:
                found = [
                    row.name
                    for row, term in terms.get(key, [])
                    if term.origin.name.startswith(SOURCES[source])
                    and _alike(holder["name"], row)
                    and _near(term.start, holder["start"])
                ]
                assert found, (office["office"], holder["name"], source)


def _by_office(
    rows: list[RegisteredPerson],
) -> dict[tuple[str, str], list[tuple[RegisteredPerson, Tenure]]]:
    found: dict[tuple[str, str], list[tuple[RegisteredPerson, Tenure]]] = {}
    for row in rows:
        for term in row.tenures:
            key = (title_key(term.title), folded(term.place or ""))
            found.setdefault(key, []).append((row, term))
    return found


def _alike(name: str, row: RegisteredPerson) -> bool:
    known = {word for other in (row.name, *row.aliases) for word in folded(other).split()}
    return any(word in known for word in folded(name).split())


def _near(start: str | None, day: date) -> bool:
    if start is None or len(start) != len("2024-07-05"):
        return False
    return abs((date.fromisoformat(start) - day).days) <= WEEK
