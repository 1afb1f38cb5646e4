"""Groups of people that a report speaks of: "Republicans", "undecided voters", "the media"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.words import Words
from onrecord.identify.rules import Rule
from onrecord.identify.spoken_of import SpokenOf
from onrecord.resources import word_list

NAMED_SURE = 0.95
NOUN_SURE = 0.8
_MOST_BEFORE = 3
"""Modifiers that may stand before a group's noun."""
_HYPHENS = frozenset("-‐‑")
_POSSESSIVE = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class GroupWords:
    """resources/identify/groups.yaml, in lower case. ``nouns``: each with the list it is of."""

    nouns: dict[str, str]
    after_the: frozenset[str]
    goes_on: frozenset[str]
    modifiers: frozenset[str]
    prefixes: frozenset[str]


@cache
def group_words() -> GroupWords:
    """The lists by which groups are found."""
    lists = word_list("identify", "groups")
    return GroupWords(
        {noun: sort for sort in ("named", "people", "called") for noun in lists[sort]},
        frozenset(lists["after_the"]),
        frozenset(lists["goes_on"]),
        frozenset(lists["modifiers"]),
        frozenset(lists["prefixes"]),
    )


def find_groups(spoken: SpokenOf) -> None:
    """Add every group to ``spoken``; the time grows with the words."""
    nouns, lower = group_words().nouns, spoken.words.lower
    found: list[tuple[int, int]] = []
    begun = len(lower)
    # From the end: a noun may be part of what tells which group a later one is.
    for noun in range(len(lower) - 1, -1, -1):
        if lower[noun] in nouns and noun < begun:
            first = _first(spoken, noun, nouns[lower[noun]])
            if first is not None:
                found.append((first, noun))
                begun = first
    for first, noun in reversed(found):
        sure = NAMED_SURE if nouns[lower[noun]] == "named" else NOUN_SURE
        spoken.add(EntityKind.GROUP, first, noun + 1, Rule.GROUP_NOUN, sure)


def _first(spoken: SpokenOf, noun: int, sort: str) -> int | None:
    """The first word of the group that the noun names; None where it names none."""
    words = spoken.words
    if spoken.named.at(noun) or _is_of_something(words, noun):
        return None
    if sort == "named" and not words.is_capital(noun):
        return None
    if sort != "named" and _opens_name(words, noun):
        return None
    first = _with_modifiers(spoken, noun)
    if not spoken.is_free(first, noun + 1):
        first = noun
    is_told = sort != "called" or first < noun or _is_enough(words, noun)
    return first if is_told and spoken.is_free(first, noun + 1) else None


def _is_of_something(words: Words, noun: int) -> bool:
    """ "police officers", "Republicans-only": the noun only tells of what sort a thing is."""
    after = noun + 1
    if after == len(words) or words.sentence[after] != words.sentence[noun]:
        return False
    return words.lower[after] in group_words().goes_on or _is_joined(words, after)


def _opens_name(words: Words, noun: int) -> bool:
    """Whether a name goes on after the noun: "the Green People's Party"."""
    opens = noun == 0 or words.sentence[noun - 1] != words.sentence[noun]
    after = words.words[noun + 1 : noun + 3]
    return (
        words.is_capital(noun)
        and not opens
        and len(after) > 1
        and after[0] in _POSSESSIVE
        and after[1][0].isupper()
    )


def _is_joined(words: Words, hyphen: int) -> bool:
    """Whether the word is a hyphen without a space before it."""
    return words.words[hyphen] in _HYPHENS and (
        words.span(hyphen - 1, hyphen).end == words.starts[hyphen]
    )


def _is_enough(words: Words, noun: int) -> bool:
    """ "The establishment" needs nothing that tells which."""
    return (
        noun > 0 and words.lower[noun - 1] == "the" and words.lower[noun] in group_words().after_the
    )


def _with_modifiers(spoken: SpokenOf, noun: int) -> int:
    """The first word of what belongs to the noun before it."""
    first = noun
    for _ in range(_MOST_BEFORE):
        before = _modifier(spoken, first)
        if before is None:
            break
        first = before
    return first


def _modifier(spoken: SpokenOf, first: int) -> int | None:
    """Where a modifier begins that ends right before ``first``: a name, or a word of the list."""
    words, before = spoken.words, first - 1
    if before < 0 or words.sentence[before] != words.sentence[first]:
        return None
    if words.lower[before] in _POSSESSIVE:
        return _name(spoken, before - 1) if before else None
    if before and _is_joined(words, before):
        return before - 1 if _opens_compound(words, before - 1) else None
    name = _name(spoken, before)
    if name is not None:
        return name
    if before > 1 and _is_joined(words, before - 1):
        return _compound(words, before)
    return before if _tells_which(spoken, before) else None


def _tells_which(spoken: SpokenOf, word: int) -> bool:
    words = spoken.words
    if words.lower[word] in group_words().modifiers:
        return True
    return words.is_capital(word) and spoken.place_of(words.words[word]) is not None


def _name(spoken: SpokenOf, last: int) -> int | None:
    """The first word of the name that ends with the word ``last``."""
    here = spoken.named.at(last)
    if here is None or here[1].form is not MentionForm.NAME or here[1].last != last + 1:
        return None
    same = spoken.words.sentence[here[1].first] == spoken.words.sentence[last]
    return here[1].first if same else None


def _compound(words: Words, last: int) -> int | None:
    """Where "anti-war" or "working-class" begins."""
    first = last - 2
    whole = "".join(words.lower[first : last + 1])
    known = whole in group_words().modifiers or words.lower[first] in group_words().prefixes
    return first if known else None


def _opens_compound(words: Words, first: int) -> bool:
    """Whether "African-Americans" or "non-Catholics" begins with the word; not "middle-class"."""
    lists = group_words()
    return (
        words.lower[first + 2].endswith("s")
        and not words.lower[first + 2].endswith("ss")
        and (words.lower[first] in lists.prefixes or words.lower[first] in lists.modifiers)
    )
