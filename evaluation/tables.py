"""The tables that README.md and the model card show, made from the committed results."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from evaluation.floors import Floors, SetFloor
from evaluation.results import Json, gated

Row = tuple[str, ...]

_HEAD_DEV = ("figure", "best tool today", "two trained annotators", "reach", "aim", "On Record")
_HEAD_PEOPLE = ("figure", "measured on", "simple rules", "reach", "aim", "On Record")
_HEAD_RELATIONS = ("figure", "measured on", "best tool today", "reach", "aim", "On Record")


def markdown(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def dev_table(result: Json, floors: Floors) -> str:
    """The figures on PolNeAR dev beside the best tool's, two annotators' and the floors."""
    rows = [
        (
            floor.name,
            _pinned(floor.tool),
            _pinned(floor.annotators),
            _pinned(floor.floor),
            _pinned(floor.aim),
            f"**{_measured(result['figures'][key]['f1'])}**",
        )
        for key, floor in floors.figures.items()
    ]
    reports = result["corpus"]["reports"]
    raised = f"**{len(result['raised'])} of {reports}**"
    rows.append(("reports on which it raises", f"up to 22 of {reports}", "0", "0", "0", raised))
    error = f"**{_measured(result['calibration']['attributions']['error'])}**"
    most = f"≤ {_pinned(floors.calibration_error)}"
    rows.append(("expected calibration error", "–", "–", most, "–", error))
    return markdown(_HEAD_DEV, rows)


def variants_table(result: Json, floors: Floors) -> str:
    """The same figures on the reports rewritten in other styles."""
    variants = result["variants"]
    rows = [
        (
            floor.name,
            _measured(result["figures"][key]["f1"]),
            *(_measured(variant["figures"][key]["f1"]) for variant in variants.values()),
        )
        for key, floor in floors.figures.items()
    ]
    return markdown(("figure", "as published", *variants), rows)


def people_table(result: Json, floors: Floors) -> str:
    """How well speakers are named, beside what simple rules reach and the floors."""
    return markdown(_HEAD_PEOPLE, _set_rows(gated(result), floors.people))


def relations_table(result: Json, floors: Floors) -> str:
    """How well times, the diary, exchanges and acts are read, beside the best tool."""
    return markdown(_HEAD_RELATIONS, _set_rows(gated(result), floors.relations))


def _set_rows(measured: dict[str, float], floors: dict[str, SetFloor]) -> list[Row]:
    """A row for each floor: figure, set, what others reach, reach, aim, and what we reach."""
    return [
        (
            floor.name,
            floor.set,
            "–" if floor.rules is None else _pinned(floor.rules),
            f"{'≤' if floor.at_most else '≥'} {_pinned(floor.floor)}",
            f"{'≤' if floor.at_most else '≥'} {_pinned(floor.aim)}",
            f"**{_measured(measured[key])}**" if key in measured else "not measured",
        )
        for key, floor in floors.items()
    ]


def fill(page: Path, name: str, table: str) -> bool:
    """Puts ``table`` between the markers ``<!-- table:name -->`` and ``<!-- /table -->``.

    False when ``page`` has no such markers. The rest of the page stays as it is.
    """
    old = page.read_text(encoding="utf-8")
    new = filled(old, name, table)
    if new != old:
        page.write_text(new, encoding="utf-8")
    return _markers(name).search(old) is not None


def fill_pages(pages: Iterable[Path], name: str, table: str) -> None:
    """``fill`` in every page that is there."""
    for page in pages:
        if page.exists():
            fill(page, name, table)


def filled(page: str, name: str, table: str) -> str:
    """The text of ``page`` with ``table`` between the markers of ``name``."""
    return _markers(name).sub(lambda match: f"{match[1]}\n{table}\n{match[2]}", page)


def _markers(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- table:{re.escape(name)} -->).*?(<!-- /table -->)", re.DOTALL)


def _pinned(value: float) -> str:
    """Two or three digits, no nought before the point: .80, .745; whole numbers as they are."""
    return str(int(value)) if value >= 1 else _measured(value).removesuffix("0")


def _measured(value: float) -> str:
    """Always three digits: .800; above one two, 2.75."""
    return f"{value:.3f}".removeprefix("0") if value <= 1 else f"{value:.2f}"
