"""Laws, treaties, plans and programmes by name: "the Clean Water Act (CWA)", "Obamacare"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.entity import EntityKind
from onrecord.domain.words import Words
from onrecord.identify.bodies import first_letters
from onrecord.identify.chains import Chain
from onrecord.identify.law_bounds import law_ending_at, law_opening_at, plain_law
from onrecord.identify.law_words import law_words
from onrecord.identify.names import folded
from onrecord.identify.rules import Rule
from onrecord.identify.spoken_of import SpokenOf

LAW_SURE = 0.95
ALIAS_SURE = 0.9
PLAIN_SURE = 0.8
ACRONYM_SURE = 0.9
_BRACKETS = {"(": ")", "[": "]"}
_QUOTES = frozenset("\"'“”‘’")


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    rule: Rule
    sure: float
    full: str = ""


def find_laws(spoken: SpokenOf) -> None:
    """Add every law to ``spoken``; of names that overlap, the longest. Linear in the words."""
    found = sorted(_names(spoken), key=lambda one: (one.first - one.last, one.first))
    laws: dict[int, tuple[Chain, int]] = {}
    for one in found:
        if spoken.is_free(one.first, one.last):
            full = one.full or _full(spoken.words.text(one.first, one.last))
            chain = spoken.add(EntityKind.LAW, one.first, one.last, one.rule, one.sure, full)
            if chain is not None:
                laws[one.first] = chain, one.last
    _add_acronyms(spoken, [laws[first] for first in sorted(laws)])


def _names(spoken: SpokenOf) -> Iterator[_Found]:
    words, lists = spoken.words, law_words()
    for at, word in enumerate(words.lower):
        if word in lists.aliases:
            yield from _alias(words, at)
        if word in lists.heads or word in lists.numbered:
            yield from _by_head(spoken, at)


def _by_head(spoken: SpokenOf, head: int) -> Iterator[_Found]:
    lists, word = law_words(), spoken.words.lower[head]
    if spoken.words.is_capital(head):
        for bounds in (law_ending_at(spoken, head), law_opening_at(spoken, head)):
            if bounds is not None:
                yield _Found(*bounds, Rule.LAW_NAME, LAW_SURE)
    elif word in lists.plain_heads:
        bounds = plain_law(spoken, head)
        if bounds is not None:
            yield _Found(*bounds, Rule.LAW_NAME, PLAIN_SURE)


def _alias(words: Words, at: int) -> Iterator[_Found]:
    """The longest well-known name that begins with the word."""
    if not words.is_capital(at):
        return
    for alias in law_words().aliases[words.lower[at]]:
        last = at + len(alias.wording)
        here = words.words if alias.exact else words.lower
        if here[at:last] == alias.wording and words.sentence[at] == words.sentence[last - 1]:
            yield _Found(at, last, Rule.NICKNAME, ALIAS_SURE, alias.full)
            return


def _full(name: str) -> str:
    plain = folded(name).removeprefix("the ")
    return law_words().full.get(plain, plain)


def _add_acronyms(spoken: SpokenOf, laws: list[tuple[Chain, int]]) -> None:
    """First letters of the names, and what stands in brackets after one, wherever they stand."""
    short: dict[str, Chain | None] = {}
    for chain, last in laws:
        for letters in (_in_brackets(spoken.words, last), first_letters(chain.name)):
            if letters and len(letters) > 2 and letters[0] == chain.name[0]:
                short[letters] = chain if short.get(letters, chain) is chain else None
    if not short:
        return
    for at, word in enumerate(spoken.words.words):
        meant = short.get(word)
        if meant is not None and spoken.named.at(at) is None and spoken.is_free(at, at + 1):
            key = meant.known_as or ""
            spoken.add(EntityKind.LAW, at, at + 1, Rule.ACRONYM, ACRONYM_SURE, key)


def _in_brackets(words: Words, at: int) -> str | None:
    """The capitals in brackets at the word, or None: "(TPP)"."""
    inside = [word for word in words.words[at : at + 5] if word not in _QUOTES]
    if len(inside) < 3 or _BRACKETS.get(inside[0]) != inside[2]:
        return None
    letters = inside[1]
    return letters if letters.isupper() and letters.isalpha() and len(letters) < 8 else None
