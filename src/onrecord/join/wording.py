"""The wording of a text as numbers that can be compared: folded words, and runs of them hashed.

The numbers are the same in every process and on every machine: words are hashed by CRC-32, runs of
words ("shingles"; Broder 1997) by a polynomial in 64-bit integers whose bits are then mixed
(``fmix64`` of MurmurHash3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord import resources

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+(?:'\w+)*")
_ABBREVIATED = re.compile(r"\b(\w)\.(?=\w\b)")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|‘[^‘’\n]*(?:’\w[^‘’\n]*)*’")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


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
    marks = np.repeat(np.arange(len(parts)) % 2 == 1, [len(part) for part in parts])
    hashes = [_hash(word) for part in parts for word in part]
    return Wording(np.array(hashes, dtype=np.uint64), marks)


def folded(text: str) -> list[str]:
    """The words of ``text`` as they are compared: "U.S." is "us"."""
    titles = _titles()
    plain = _ABBREVIATED.sub(r"\1", text.replace("’", "'").casefold())
    return [word for word in _WORD.findall(plain) if word not in titles]


def runs(words: Hashes, length: int) -> Hashes:
    """A hash for every run of ``length`` of ``words``, in order."""
    if len(words) < length:
        return np.zeros(0, dtype=np.uint64)
    found = np.zeros(len(words) - length + 1, dtype=np.uint64)
    for place in range(length):
        found = found * _FACTOR + words[place : place + len(found)]
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
    return tuple(int(one) for one in np.unique(hashes >> np.uint64(1))[:most])


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


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
