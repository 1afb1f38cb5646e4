"""The words of a quotation and of a report, as they are compared.

Case, accents, ligatures, and what marks stand around them are not part of a word, nor is what a
newspaper's style decides: British or American spelling, "five" or 5, "per cent" or %. Two words are
the same where their ``key`` is. Digits and signs such as $ are part of it: 40 is not 14.
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
        [Pp]er\s?[Cc]ent(?![^\W_])
      | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W_]))?   # U.S. and a.m
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


def is_indexed(word: str) -> bool:
    """Whether an index of words takes it for one; signs are none."""
    return _IN_INDEX.search(word) is not None


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> str:
    if word.isascii() and word.isalpha():  # by far the most
        return _acronym(word) or house_style(word.lower())
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word)
        if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    )
    plain = re.sub(_APOSTROPHE, "'", plain.replace("[", "").replace("]", "")).replace("−", "-")
    if _DOTTED.fullmatch(plain):
        plain = plain.replace(".", "")
    folded = unicodedata.normalize("NFKD", _THOUSANDS.sub("", plain).casefold())
    return _acronym(plain) or house_style(" ".join(folded.split()))


def house_style(word: str) -> str:
    """One of the ways to write a word for all of them; what comes out need not be a word."""
    same = _same_words().get(word)
    if same is not None:
        return same
    stem, mark, rest = word.partition("'")
    for ending, other in _endings():
        if (changed := ending.sub(other, stem)) != stem:
            return changed + mark + rest
    return word


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


@cache
def _same_words() -> dict[str, str]:
    found = word_list("query", "verify_words")
    return {**found["numbers"], **found["spellings"]}


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str], ...]:
    endings = word_list("query", "verify_words")["endings"]
    return tuple((re.compile(one["from"]), one["to"]) for one in endings)
