"""Titles of offices in one wording: "Secretary of the Treasury" and "treasury secretary"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.register.folding import folded
from onrecord.resources import word_list

_MINISTER = re.compile(r"((?:\w+ )*?)minister (?:of|for) (?:the )?(?!state\b)(.+)")
_SECRETARY = re.compile(r"((?:\w+ )*?)secretary (?:of state for|of|for) (?:the )?(?!state\b)(.+)")


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """``title`` in the wording that titles are compared in; the same for every way of saying it.

    "the Foreign Minister", "Minister of Foreign Affairs" are "foreign minister". An office stays
    the office whether it is held for good or in an acting capacity.
    """
    lists = word_list("register", "titles")
    words = [lists["words"].get(word, word) for word in folded(title).split()]
    while len(words) > 1 and words[0] in lists["left_out"]:
        del words[0]
    key = " ".join(words)
    key = lists["spellings"].get(key, key)
    key = _turned(key)
    return str(lists["spellings"].get(key, key))


def _turned(key: str) -> str:
    """ "minister of finance" as "finance minister"."""
    if found := _SECRETARY.fullmatch(key):
        return f"{found[1]}{found[2]} secretary"
    if found := _MINISTER.fullmatch(key):
        return f"{found[1]}{found[2]} minister"
    return key


def other_titles(key: str) -> Iterator[str]:
    """What the office may be called where nobody holds one called ``key``, likeliest first.

    The British foreign minister is the foreign secretary. Only of use with a place.
    """
    yield from word_list("register", "titles")["instead"].get(key, ())
