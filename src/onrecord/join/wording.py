"""The wording of a text as numbers that can be compared: folded words, and runs of them hashed.

The numbers are the same in every process and on every machine: words are hashed by CRC-32, runs of
words ("shingles"; Broder 1997) by a polynomial in 64-bit integers whose bits are then mixed
(``fmix64`` of MurmurHash3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord import resources

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+(?:'\w+)*")
_ABBREVIATED = re.compile(r"\.(?<=\b\w\.)(?=\w\b)")
"""A full stop between two letters. It begins with the full stop, for which ``re`` looks quickly."""
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|‘[^‘’\n]*(?:’\w[^‘’\n]*)*’")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_FEW = 128
"""Numbers below which Python is quicker than NumPy at sorting out different ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A text's words in order, hashed. ``quoted``: which of them stand in quotation marks."""

    words: Hashes
    quoted: NDArray[np.bool_]

    def shingles(self, length: int) -> Hashes:
        """Every run of ``length`` words, in order."""
        return runs(self.words, length)

    def own(self, length: int) -> NDArray[np.bool_]:
        """Which of the ``shingles`` are outside of quotation marks, the whole of them."""
        if len(self.quoted) < length:
            return np.zeros(0, dtype=np.bool_)
        windows = np.lib.stride_tricks.sliding_window_view(self.quoted, length)
        return np.logical_not(windows.any(axis=1), dtype=np.bool_)


def wording(text: str) -> Wording:
    """The words of ``text`` without case, marks, and titles that are a newspaper's style."""
    parts = [folded(part) for part in _parts(text)]
    words = parts[0] if len(parts) == 1 else [word for part in parts for word in part]
    marks = np.zeros(len(words), dtype=np.bool_)
    at = 0
    for number, part in enumerate(parts):
        if number % 2:
            marks[at : at + len(part)] = True
        at += len(part)
    return Wording(np.array([*map(_HASHES.__getitem__, words)], np.uint64), marks)


def folded(text: str) -> list[str]:
    """The words of ``text`` as they are compared: "U.S." is "us"."""
    titles = _titles()
    plain = _ABBREVIATED.sub("", text.replace("’", "'").casefold())
    words = _WORD.findall(plain)
    return words if titles.isdisjoint(words) else [word for word in words if word not in titles]


def runs(words: Hashes, length: int) -> Hashes:
    """A hash for every run of ``length`` of ``words``, in order."""
    if len(words) < length:
        return np.zeros(0, dtype=np.uint64)
    many = len(words) - length + 1
    found = words[:many].copy()
    for place in range(1, length):
        found *= _FACTOR
        found += words[place : place + many]
    return mixed(found)


def mixed(hashes: Hashes) -> Hashes:
    """Each number with its bits mixed, so that the smallest of many are a fair draw."""
    found: Hashes = hashes ^ (hashes >> np.uint64(33))
    found *= np.uint64(0xFF51AFD7ED558CCD)
    found ^= found >> np.uint64(33)
    found *= np.uint64(0xC4CEB9FE1A85EC53)
    found ^= found >> np.uint64(33)
    return found


def smallest(hashes: Hashes, most: int) -> tuple[int, ...]:
    """The ``most`` smallest of different ``hashes`` as integers of 63 bits, in order."""
    found = hashes >> np.uint64(1)
    if len(found) <= _FEW:
        return tuple(sorted(set(found.tolist()))[:most])
    return tuple(distinct(found)[:most].tolist())


def distinct(hashes: Hashes) -> Hashes:
    """Each of ``hashes`` once, in order: NumPy's ``unique``, which takes thrice as long."""
    found = np.sort(hashes)
    return found[:1] if len(found) < 2 else found[np.append(True, found[1:] != found[:-1])]


def _parts(text: str) -> Iterable[str]:
    """The text outside of quotation marks and inside of them, in turns."""
    at = 0
    for found in _QUOTED.finditer(text):
        yield text[at : found.start()]
        yield found[0]
        at = found.end()
    yield text[at:]


@cache
def _titles() -> frozenset[str]:
    return frozenset(resources.word_list("join", "house_style")["titles"])


class _Hashes(dict[str, int]):
    """Words by their hash. As a dictionary, so that a list of words is looked up in one go."""

    MOST = 1 << 16

    def __missing__(self, word: str) -> int:
        if len(self) >= self.MOST:
            self.clear()
        found = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return found


_HASHES = _Hashes()
