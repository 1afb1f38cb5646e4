"""Windows of bytes looked for in whole files, by digests alone: no word has to be kept for it.

All windows of one length are hashed at once: a polynomial in an odd base modulo 2**64, taken from
running sums (Karp and Rabin 1987). What has the hash of one that is looked for is compared by its
SHA-256, so nothing is found that is not there, and nothing missed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CHUNK = 1 << 18
"""Bytes that are looked at together: what is counted of them fits into a processor's cache."""

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_BITS = 20
_WHOLE = (1 << 64) - 1


class Sought(NamedTuple):
    """A window of ``length`` bytes, known by the highest bits of its hash and by its digest."""

    length: int
    high: int
    digest: str


def sought(window: bytes, salt: str) -> Sought:
    """How ``window`` is looked for."""
    total, power = 0, 1
    for byte in window:
        total = (total + (byte + 1) * power) & _WHOLE
        power = (power * _BASE) & _WHOLE
    return Sought(len(window), total >> (64 - _BITS), _digest(window, salt))


def _unwatched(more: int) -> None:
    """Nobody is watching."""


def found_in(
    path: Path,
    windows: Iterable[Sought],
    salt: str,
    passed: Callable[[int], object] = _unwatched,
) -> set[bytes]:
    """Those of ``windows`` that stand in the file, as bytes; none where there is no file.

    ``passed`` is told after so many bytes more.
    """
    listed = list(windows)
    if not listed or not path.exists() or not path.stat().st_size:
        return set()
    search = _Search(listed, salt)
    overlap = max(one.length for one in listed) - 1
    found: set[bytes] = set()
    tail = b""
    for read in _chunks(path):
        found.update(search.of(tail + read))
        passed(len(read))
        tail = (tail + read)[-overlap:] if overlap else b""
    return found


_held: dict[tuple[int, int], BinaryIO] = {}


def _chunks(path: Path) -> Iterator[bytes]:
    """The file's bytes.

    Where locks are POSIX's it is not closed while it lies in a folder, but used again: to close it
    would let go of all locks that SQLite holds on it in this process
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    if os.name != "posix":
        with path.open("rb") as file:
            yield from iter(lambda: file.read(CHUNK), b"")
        return
    number = _held_open(path).fileno()
    place = 0
    while read := os.pread(number, CHUNK, place):
        yield read
        place += len(read)


def _held_open(path: Path) -> BinaryIO:
    for key, file in list(_held.items()):
        if os.fstat(file.fileno()).st_nlink == 0:
            _held.pop(key).close()
    status = path.stat()
    key = status.st_dev, status.st_ino
    if key not in _held:
        _held[key] = path.open("rb")
    return _held[key]


class _Search:
    """The tables for windows of each length."""

    def __init__(self, windows: list[Sought], salt: str) -> None:
        import numpy as np

        self._salt = salt
        self._digests = {(one.length, one.digest) for one in windows}
        self._tables: dict[int, NDArray[np.bool_]] = {}
        for one in windows:
            table = self._tables.setdefault(one.length, np.zeros(1 << _BITS, np.bool_))
            table[one.high] = True
        most = CHUNK + max(self._tables)
        self._powers = _powers(_BASE, most)
        self._inverses = _powers(_INVERSE, most)

    def of(self, data: bytes) -> Iterator[bytes]:
        """The windows in ``data``."""
        import numpy as np

        many = len(data)
        terms = (np.frombuffer(data, np.uint8).astype(np.uint64) + np.uint64(1)) * self._powers[
            :many
        ]
        sums = np.zeros(many + 1, np.uint64)
        np.cumsum(terms, out=sums[1:])
        for length, table in self._tables.items():
            if many < length:
                continue
            places = many - length + 1
            hashes = (sums[length:] - sums[:places]) * self._inverses[:places]
            for place in np.flatnonzero(table[hashes >> np.uint64(64 - _BITS)]).tolist():
                window = data[place : place + length]
                if (length, _digest(window, self._salt)) in self._digests:
                    yield window


def _powers(base: int, many: int) -> NDArray[np.uint64]:
    import numpy as np

    factors = np.full(many, base, np.uint64)
    factors[0] = 1
    found: NDArray[np.uint64] = np.multiply.accumulate(factors)
    return found


def _digest(window: bytes, salt: str) -> str:
    return hashlib.sha256(salt.encode() + window).hexdigest()[:32]
