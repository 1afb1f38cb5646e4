"""A file that is put in its place only when it is whole."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path


class Draft:
    """A new file beside its target; ``publish`` moves it there, ``discard`` removes it.

    Making one raises OSError when the target could not be written later on.
    """

    def __init__(self, target: Path) -> None:
        # A link is followed, so that the file it points to is replaced and not the link.
        self._target = Path(os.path.realpath(target))
        _refuse_unless_replaceable(self._target)
        self._path = self._target.parent / f".onrecord-{secrets.token_hex(6)}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        self._stream = os.fdopen(os.open(self._path, flags, 0o666), "wb")

    def publish(self, content: bytes) -> None:
        """Write ``content`` and put it in place of whatever was there."""
        with self._stream as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        self._path.replace(self._target)

    def discard(self) -> None:
        """Remove the file unless it was published."""
        self._stream.close()
        self._path.unlink(missing_ok=True)


def _refuse_unless_replaceable(target: Path) -> None:
    if not target.exists():
        return
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder", str(target))
    if not stat.S_ISREG(target.stat().st_mode):
        raise OSError(22, "it is not an ordinary file", str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "it is protected against writing", str(target))
