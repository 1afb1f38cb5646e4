"""Names made comparable: without case, accents, punctuation and the ways of writing initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
)
_SILENT = re.compile(r"['’‘ʼʹ`´.]")
_BREAKS = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")
GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """``text`` as words of plain lower-case letters: "J. D. Vance" and "JD Vance" are "jd vance".

    Letters without a Latin form stay as they are, without their accents.
    """
    if text.isascii() and text.isalpha():
        return text.lower()
    lower = unicodedata.normalize("NFKD", text).casefold().translate(_NOT_DECOMPOSED)
    letters = unicodedata.normalize("NFKD", lower)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = " ".join(_BREAKS.sub(" ", _SILENT.sub("", plain)).split())
    return _INITIALS.sub(r"\1", words)


def name_key(name: str) -> str:
    """The words of a name from its surname on: "trump donald", "king martin luther jr".

    In this order everybody of one surname stands together, and "Jr." keeps son and father apart.
    """
    words = folded(name).split()
    after = [words.pop()] if len(words) > 2 and words[-1] in GENERATIONS else []
    return " ".join(words[-1:] + words[:-1] + after)


def surname_key(surname: str) -> str:
    """What the keys of names that end with ``surname`` begin with: "leyen ursula von der"."""
    return folded(surname).rpartition(" ")[2]


def name_keys(name: str) -> Iterator[str]:
    """The key of ``name``, and the key without initials in its middle."""
    key = name_key(name)
    yield key
    if (shorter := without_initials(key)) != key:
        yield shorter


def without_initials(key: str) -> str:
    """``key`` without the initials that stand between the first name and the surname."""
    words = key.split()
    kept = [word for place, word in enumerate(words) if place < 2 or len(word) > 2]
    after = [words[-1]] if words[-1:] and words[-1] in GENERATIONS else []
    return " ".join(kept if not after or kept[-1:] == after else kept + after)
