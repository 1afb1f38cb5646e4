"""The words of a quotation and of a report, as they are compared.

Case, accents, ligatures, and what marks stand around them are not part of a word: two words are
the same where their ``key`` is. Digits and signs such as % and $ are: 40 is not 14.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.resources import word_list

_BETWEEN = r"\u0300-\u036F\u00AD\u200B-\u200D\u2060\uFE0E\uFE0F"
"""Accents written apart, soft hyphens, signs without width: inside a word, never words."""
_LETTERS = rf"[^\W_](?:[^\W_]|[{_BETWEEN}])*"
_APOSTROPHE = "['’‘ʼ＇`´]"

_WORD = re.compile(
    rf"""
    (?P<gap>[\[(]\s*(?:\.{{2,}}|…|(?:\.\s){{2,}}\.)\s*[\])]|(?:…|\.{{3,}}|(?:\.[ ]){{2,}}\.)\.?)
  | (?P<open>\[(?!{_LETTERS}\]{_LETTERS}))
  | (?P<close>\])
  | (?P<mended>\[{_LETTERS}\]{_LETTERS} | {_LETTERS}\[{_LETTERS}\](?:{_LETTERS})?)
  | (?P<word>
        (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W_]))?   # U.S. and a.m
      | (?:(?<![^\s(])[-−])?\d+(?:[.,:]\d+)*(?:[^\W_]*)   # 1,000 and -2.5m and 10:30
      | {_LETTERS}(?:{_APOSTROPHE}{_LETTERS})*       # don't and O’Neill's
      | [%‰°§&@#+=<>$€£¥₹?]
    )
    """,
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_IN_INDEX = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """``start``, ``end``: code points. ``bracketed``: in square brackets, or partly so.

    ``gap``: no word but an ellipsis.
    """

    key: str
    start: int
    end: int
    bracketed: bool = False
    gap: bool = False


def find_words(text: str, offset: int = 0) -> Iterator[Word]:
    """The words of ``text`` in reading order, ``offset`` added to their places. Total."""
    bracketed = False
    for match in _WORD.finditer(text):
        kind = match.lastgroup
        start, end = match.start() + offset, match.end() + offset
        if kind == "gap":
            yield Word("…", start, end, False, True)
        elif kind in ("open", "close"):
            bracketed = kind == "open" and "]" in text[match.end() : match.end() + 200]
        else:
            mended = kind == "mended"
            yield Word(_key(match.group()), start, end, bracketed or mended)


def index_words(key: str) -> list[str]:
    """The words that an index makes of one: "don't" has two; single letters tell nothing."""
    return [part for part in _IN_INDEX.findall(key) if len(part) > 1 or part.isdigit()]


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> str:
    if word.isascii() and word.isalpha():  # by far the most
        return _acronym(word) or word.lower()
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word)
        if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    )
    plain = re.sub(_APOSTROPHE, "'", plain.replace("[", "").replace("]", "")).replace("−", "-")
    if _DOTTED.fullmatch(plain):
        plain = plain.replace(".", "")
    return _acronym(plain) or unicodedata.normalize("NFKD", _THOUSANDS.sub("", plain).casefold())


def _acronym(word: str) -> str:
    """The key of capitals that would be another word without them: "US"."""
    return ".".join(word.lower()) if word in _acronyms() else ""


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(word_list("query", "verify_words")["acronyms"])


@cache
def negations() -> frozenset[str]:
    """Keys of the words that turn what is said into its opposite."""
    return frozenset(word_list("query", "verify_words")["negations"])
