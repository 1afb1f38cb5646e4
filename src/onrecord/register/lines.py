"""Sorted lines ``key TAB value`` in a file, searched where they lie: nothing is loaded for it."""

from __future__ import annotations

import mmap
from collections.abc import Iterator

Buffer = bytes | mmap.mmap


class SortedLines:
    """Lines of ``buffer[start:end]``, sorted by the bytes of their keys (UTF-8, no tab in a key).

    A look-up reads some twenty lines of a table of a million.
    """

    def __init__(self, buffer: Buffer, start: int, end: int) -> None:
        self._buffer, self._start, self._end = buffer, start, end

    def get(self, key: str) -> str | None:
        """The value of ``key``; None where there is none."""
        sought = key.encode() + b"\t"
        line = self._line_at(self._first_from(sought))
        return line[len(sought) :].decode() if line.startswith(sought) else None

    def starting(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Every key that starts with ``prefix``, in order, with its value."""
        sought = prefix.encode()
        place = self._first_from(sought)
        while (line := self._line_at(place)).startswith(sought) and line:
            key, _, value = line.decode().partition("\t")
            yield key, value
            place += len(line) + 1

    def holding(self, part: str) -> Iterator[tuple[str, str]]:
        """Every key that ``part`` stands in, in order, with its value. Reads the whole table."""
        sought, place = part.encode(), self._start
        while (place := self._buffer.find(sought, place, self._end)) >= 0:
            begins = self._buffer.rfind(b"\n", self._start, place) + 1 or self._start
            line = self._line_at(begins)
            key, _, value = line.decode().partition("\t")
            if part in key:
                yield key, value
            place = begins + len(line)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return self.starting("")

    def _line_at(self, place: int) -> bytes:
        if place >= self._end:
            return b""
        stop = self._buffer.find(b"\n", place, self._end)
        return bytes(self._buffer[place : self._end if stop < 0 else stop])

    def _first_from(self, sought: bytes) -> int:
        """Where the first line that is not before ``sought`` begins."""
        buffer, low, high = self._buffer, self._start, self._end
        while low < high:
            middle = (low + high) // 2
            begins = buffer.rfind(b"\n", low, middle) + 1 or low
            stop = buffer.find(b"\n", begins, self._end)
            line = buffer[begins : self._end if stop < 0 else stop]
            if line < sought:
                low = begins + len(line) + 1
            else:
                high = begins
        return low


def written(lines: dict[str, str]) -> bytes:
    """``lines`` as a table. Keys and values hold no tab or line end."""
    rows = sorted((key.encode(), value.encode()) for key, value in lines.items())
    return b"".join(key + b"\t" + value + b"\n" for key, value in rows)
