"""Files that are put in their place only when all of them are whole."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from onrecord.errors import ExportError

_OPEN_AT_ONCE = 64


class Drafts:
    """A new folder beside ``target`` to write into; leaving it without ``publish`` removes it.

    Raises ExportError where ``target`` could not be written later on.
    """

    def __init__(self, target: Path) -> None:
        # A link is followed, so that what it points to is replaced and not the link.
        self.target = Path(os.path.realpath(target))
        parent = self.target.parent
        self._folder = parent / f".onrecord-{secrets.token_hex(6)}.part"
        self._open: list[BinaryIO] = []
        try:
            self._folder.mkdir()
        except OSError as error:
            raise ExportError(
                str(target),
                f"cannot be written: {error.strerror}; name a place in a folder that is there and "
                "that you can write to",
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for file in self._open:
            file.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def open(self, name: str) -> BinaryIO:
        """A new file of that name."""
        if len(self._open) >= _OPEN_AT_ONCE:
            self._open = [file for file in self._open if not file.closed]
        file = (self._folder / name).open("xb")
        self._open.append(file)
        return file

    def publish_file(self, name: str, target: Path) -> None:
        """Put one file in place of whatever was there."""
        self._flush()
        (self._folder / name).replace(target)

    def publish(self) -> None:
        """Put the folder in place of the one that was there."""
        self._flush()
        older = self._folder.with_suffix(".old")
        if self.target.exists():
            self.target.rename(older)
        try:
            self._folder.rename(self.target)
        except OSError:
            if older.exists():
                older.rename(self.target)
            raise
        shutil.rmtree(older, ignore_errors=True)

    def _flush(self) -> None:
        for file in self._open:
            if not file.closed:
                file.flush()
                os.fsync(file.fileno())
                file.close()


def check_file(target: Path) -> None:
    """Raises ExportError where a file cannot be put."""
    if target.is_dir():
        raise ExportError(str(target), "it is a folder; name a file")
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        raise ExportError(str(target), "it is not an ordinary file; name another one")
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError(str(target), "it is protected against writing; name another file")


def check_folder(target: Path, is_ours: Callable[[str], bool]) -> None:
    """Raises ExportError where a folder cannot be put: over a file, or over files not our own."""
    if not target.exists():
        return
    if not target.is_dir():
        raise ExportError(str(target), "it is a file, and this is written as a folder; name one")
    others = sorted(one.name for one in target.iterdir() if one.is_dir() or not is_ours(one.name))
    if others:
        raise ExportError(
            str(target),
            f"there is something else in this folder ({others[0]}), and it would be lost; name a "
            "folder that is new or empty",
        )
