"""``datapackage.json`` beside the tables (Data Package, Frictionless Standards, version 1)."""

from __future__ import annotations

import json
from typing import Any

from onrecord.query.export.table_rows import TABLES
from onrecord.query.export.tables import Column, Kind, Table

NAME = "datapackage.json"

_TYPES = {Kind.SPANS: "string", Kind.IDS: "string"}
_WRITTEN = {
    Kind.SPANS: ' Code points of the report\'s text, half-open, as "10 20;30 40".',
    Kind.IDS: " A blank between them.",
}


def datapackage(ending: str, with_text: bool) -> bytes:
    """What files there are and what their columns mean. ``ending``: "csv" or "parquet"."""
    package = {
        "profile": "tabular-data-package" if ending == "csv" else "data-package",
        "name": "onrecord-export",
        "title": "A record of news reports: who said what",
        "description": (
            "Written by On Record. Offsets count Unicode code points of a report's text from 0."
            if with_text
            else "Written by On Record without the words of the reports: the columns that would "
            "hold them are empty, offsets and SHA-256 digests stand for them."
        ),
        "resources": [_resource(table, ending) for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _resource(table: Table[Any], ending: str) -> dict[str, Any]:
    tabular = {"profile": "tabular-data-resource", "encoding": "utf-8"} if ending == "csv" else {}
    return {
        "name": table.name,
        "path": f"{table.name}.{ending}",
        "format": ending,
        **tabular,
        "description": table.about,
        "schema": {
            "fields": [_field(column, ending) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": column, "reference": {"resource": other, "fields": _key_of(other)}}
                for column, other in table.refers.items()
            ],
        },
    }


def _field(column: Column[Any], ending: str) -> dict[str, Any]:
    if ending != "csv":
        return {"name": column.name, "type": column.kind, "description": column.about}
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, column.kind.value),
        "description": column.about + _WRITTEN.get(column.kind, ""),
    }


def _key_of(name: str) -> str:
    return next(table.key[0] for table in TABLES if table.name == name)
