"""One JSON record a line, in UTF-8 whatever the terminal speaks."""

from __future__ import annotations

from typing import BinaryIO

from onrecord.domain.record import Record


class JsonLines:
    """Writes each record as it comes, so that a reader at the other end of a pipe can go on."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, record: Record) -> None:
        """Write one record and flush it."""
        self._stream.write(record.to_json().encode("utf-8") + b"\n")
        self._stream.flush()

    def finish(self) -> None:
        """Nothing is left to do."""
