"""The words by which laws are found, in the shapes that their rules ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.identify.names import folded
from onrecord.resources import word_list

_TOKEN = re.compile(r"[\w']+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Alias:
    """A well-known name: its words, in lower case unless ``exact``, and the full one, folded."""

    wording: tuple[str, ...]
    exact: bool
    full: str


@dataclass(frozen=True, slots=True)
class LawWords:
    """resources/identify/laws.yaml; ``aliases`` by their first word in lower case."""

    heads: frozenset[str]
    plain_heads: frozenset[str]
    qualifiers: frozenset[str]
    inner: frozenset[str]
    openers: frozenset[str]
    bare: frozenset[str]
    never: dict[str, frozenset[str]]
    numbered: frozenset[str]
    aliases: dict[str, tuple[Alias, ...]]
    full: dict[str, str]
    """Name as folded -> what it is short for."""


@cache
def law_words() -> LawWords:
    """The lists by which laws are found."""
    lists = word_list("identify", "laws")
    sets = ("heads", "plain_heads", "qualifiers", "inner", "openers", "bare")
    heads, plain, qualifiers, inner, openers, bare = (frozenset(lists[name]) for name in sets)
    return LawWords(
        heads,
        plain,
        qualifiers,
        inner,
        openers,
        bare,
        {head: frozenset(words) for head, words in lists["never"].items()},
        frozenset(lists["numbered"]),
        _by_first_word(lists["aliases"]),
        {folded(name): folded(full) for name, full in lists["aliases"].items()},
    )


def _by_first_word(names: dict[str, str]) -> dict[str, tuple[Alias, ...]]:
    """The longest of those that begin alike come first."""
    found: dict[str, list[Alias]] = {}
    for name, full in names.items():
        exact = name.isupper()
        wording = tuple(_TOKEN.findall(name if exact else name.lower()))
        found.setdefault(wording[0].lower(), []).append(Alias(wording, exact, folded(full)))
    return {
        first: tuple(sorted(some, key=lambda one: -len(one.wording)))
        for first, some in found.items()
    }
