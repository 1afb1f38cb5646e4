"""How many reports a file of rows holds, so that the time left can be told."""

from __future__ import annotations

import os
from pathlib import Path

ROWS = (".jsonl", ".ndjson")
"""Names of files with a report a line; in a packed one (.gz) lines cannot be counted quickly."""

_READ = 4_000_000
"""Bytes at the beginning of a file by which the length of its rows is told."""


def rows_in(path: str) -> int | None:
    """About how many rows the file at ``path`` holds; None where that is not known.

    Exact for a file of up to four million bytes, else by the mean length of the rows in these.
    """
    if not path.lower().endswith(ROWS):
        return None
    try:
        with Path(path).open("rb") as stream:
            beginning = stream.read(_READ)
            size = os.fstat(stream.fileno()).st_size
    except (OSError, ValueError):
        return None
    lines = beginning.count(b"\n")
    if size <= len(beginning):
        return lines + (not beginning.endswith(b"\n")) if beginning else None
    return max(round(size * lines / len(beginning)), 1) if lines else None
