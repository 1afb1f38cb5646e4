"""What a record can be written as; quick to import, because the program's options name it."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a record can be written as (docs/exports.md)."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"
    JSONLD = "jsonld"
    ICS = "ics"
    FTM = "ftm"
    ANNOTATIONS = "annotations"
    BRAT = "brat"
