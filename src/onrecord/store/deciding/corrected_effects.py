"""What each field of a correction makes of an item's columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from onrecord.domain.statement import Act
from onrecord.store.deciding.corrected_times import given_time

Row = Mapping[Any, Any]

Local = Callable[[Mapping[str, Any]], str]
"""The id in the report's record of somebody that a correction names."""

_KINDS = {
    "person": "person",
    "organisation": "organisation",
    "place": "organisation",
    "group": "group",
    "law": "document",
}
"""What kind of source an entity of a kind is."""


def _source(who: Any, columns: Row, local: Local) -> dict[str, Any]:
    found: dict[str, Any] = {"source_entity": None, "also": None, "source_probability": 1.0}
    if who:
        found |= {"source_entity": local(who), "source_kind": _KINDS[who["kind"]]}
    return found


def _target(who: Any, columns: Row, local: Local) -> dict[str, Any]:
    if not who:
        return {"target": None, "target_entity": None, "target_probability": None}
    found = {"target": "[]", "target_entity": local(who), "target_probability": 1.0}
    return found if columns["act"] else found | _act(Act.INFORMS, columns, local)


def _act(act: Any, columns: Row, local: Local) -> dict[str, Any]:
    return {"act": str(act), "act_spans": "[]", "act_probability": 1.0}


def _said_on(value: Any, columns: Row, local: Local) -> dict[str, Any]:
    return {"said_on": given_time(value, columns["said_on"])}


def _when(value: Any, columns: Row, local: Local) -> dict[str, Any]:
    return {"when": given_time(value, columns["when"])}


def _status(value: Any, columns: Row, local: Local) -> dict[str, Any]:
    return {"status": value}


def _place(value: Any, columns: Row, local: Local) -> dict[str, Any]:
    return {"place": "[]", "place_name": value}


def _struck(value: Any, columns: Row, local: Local) -> dict[str, Any]:
    return {"struck": int(value)}


EFFECTS: Mapping[str, Callable[[Any, Row, Local], dict[str, Any]]] = {
    "source": _source,
    "target": _target,
    "act": _act,
    "said_on": _said_on,
    "when": _when,
    "status": _status,
    "place": _place,
    "struck": _struck,
}
"""By field: from the value, the columns so far and how people are found, what changes."""
