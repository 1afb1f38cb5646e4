"""Packed files (.gz), unpacked as they are read, and left where they grow beyond what text does."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any, BinaryIO, cast

from onrecord.errors import TooLarge

MAX_RATIO = 200
"""Bytes that come out for each that goes in; text gives 3 to 20, gzip can give 1,032."""

ALWAYS = 10_000_000
"""Bytes unpacked before the ratio is looked at."""


class _Unpacked(io.RawIOBase):
    """What is in a packed file; raises TooLarge where it is a bomb."""

    def __init__(self, packed: BinaryIO, origin: str) -> None:
        self._packed, self._origin = packed, origin
        self._inner = gzip.GzipFile(fileobj=packed)
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count = self._inner.readinto(buffer)
        self._out += count
        if self._out > max(ALWAYS, MAX_RATIO * self._packed.tell()):
            message = f"it unpacks to more than {MAX_RATIO} times its size, which no text does"
            raise TooLarge(self._origin, message)
        return count

    def close(self) -> None:
        self._inner.close()
        self._packed.close()
        super().close()


def open_packed(origin: str) -> BinaryIO:
    """What is in the packed file ``origin``. Raises OSError; TooLarge while it is read."""
    return cast(BinaryIO, io.BufferedReader(_Unpacked(Path(origin).open("rb"), origin)))
