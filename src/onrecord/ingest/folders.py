"""A folder as origin: the files below it that can be reports, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import ArticleError, TooLarge, UnreadableInput
from onrecord.ingest.kinds import kind_by_name

MAX_DEPTH = 40
"""Folders in folders; whatever is deeper is a loop or a mistake."""

MAX_FILES = 1_000_000
"""Files that are listed of one folder."""


@dataclass(slots=True)
class Folder:
    """What is in a folder: ``origins``, the paths of files that can be reports.

    ``skipped``: how many entries are left alone, because they are hidden, are links or have no
    suffix that is known. ``errors``: folders in it that cannot be listed.
    """

    origins: list[str] = field(default_factory=list)
    skipped: int = 0
    errors: list[ArticleError] = field(default_factory=list)


def listed(path: str) -> Folder:
    """The files below ``path``, by name, folder after folder.

    What is hidden (its name begins with a dot) and whatever links lead to is left alone: a link
    may lead out of the folder, or round in a circle. No more than MAX_FILES files, and folders
    MAX_DEPTH deep; beyond it an error is among ``errors``.
    """
    folder = Folder()
    for entry in _below(path, 0, folder):
        if len(folder.origins) >= MAX_FILES:
            message = f"it holds more than {MAX_FILES:,} files; name the folders in it, one by one"
            folder.errors.append(TooLarge(path, message))
            break
        if entry.is_file(follow_symlinks=False) and kind_by_name(entry.name):
            folder.origins.append(entry.path)
        else:
            folder.skipped += 1
    return folder


def _below(path: str, depth: int, folder: Folder) -> Iterator[os.DirEntry[str]]:
    """All that is no folder; those that are hidden, or links, come as they are."""
    try:
        with os.scandir(Path(path)) as entries:
            found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        told = f"this folder cannot be listed: {error.strerror or error}"
        folder.errors.append(UnreadableInput(path, told))
        return
    for entry in found:
        hidden = entry.name.startswith(".")
        if hidden or not entry.is_dir(follow_symlinks=False):
            if hidden:
                folder.skipped += 1
            else:
                yield entry
        elif depth + 1 < MAX_DEPTH:
            yield from _below(entry.path, depth + 1, folder)
        else:
            told = f"more than {MAX_DEPTH} folders deep; name this one by itself"
            folder.errors.append(UnreadableInput(entry.path, told))
