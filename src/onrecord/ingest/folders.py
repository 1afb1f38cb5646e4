"""A folder as origin: the files below it that can be reports, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import UnreadableInput
from onrecord.ingest.kinds import kind_by_name

MAX_DEPTH = 40
"""Folders in folders; whatever is deeper is a loop or a mistake."""


def origins_below(path: str) -> Iterator[str]:
    """The paths of the files below ``path`` whose suffix is known, by name, folder after folder.

    What is hidden (its name begins with a dot) and whatever links lead to is left alone: a link
    may lead out of the folder, or round in a circle. Raises UnreadableInput where ``path`` itself
    cannot be listed; a folder below it that cannot be is passed over.
    """
    try:
        yield from _below(Path(path), 0)
    except OSError as error:
        raise UnreadableInput(path, f"it cannot be listed: {error.strerror or error}") from error


def _below(folder: Path, depth: int) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth < MAX_DEPTH:
                yield from _inside(Path(entry.path), depth + 1)
        elif entry.is_file(follow_symlinks=False) and kind_by_name(entry.name):
            yield entry.path


def _inside(folder: Path, depth: int) -> Iterator[str]:
    try:
        yield from _below(folder, depth)
    except PermissionError:
        return
