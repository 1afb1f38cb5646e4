"""Roles that the report itself gives to people: in titles before names and in appositions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.domain.words import Words
from onrecord.identify.chains import Chains
from onrecord.identify.mentions import Name
from onrecord.identify.titles import RoleWords, read_role
from onrecord.identify.vocabulary import source_words, titles

_LONGEST = 14
"""Words of an apposition that are read."""
_STOPS = frozenset(
    {",", ".", ";", ":", "(", ")", "—", "–", "!", "?", "“", "”", '"', "who", "which"}
)
_ARTICLES = frozenset({"the", "a", "an"})


def claim_roles(
    words: Words, names: Iterable[Name], chains: Chains, place_of: Callable[[str], str | None]
) -> None:
    """Add to each person's chain the roles that stand before or beside its names."""
    for name in names:
        here = chains.at(name.first)
        if here is None or here[1].first != name.first:
            continue
        for first, last in _phrases(words, name):
            role = read_role(words, first, last, place_of)
            if role is not None:
                here[0].claims.append(role)


def _phrases(words: Words, name: Name) -> Iterable[tuple[int, int]]:
    if name.title:
        yield name.title
    after = name.last
    if after + 1 < len(words) and words.words[after] == "," and not words.quoted[after]:
        yield from _apposition(words, after + 1)
    yield from _before(words, name)


def _apposition(words: Words, first: int) -> Iterable[tuple[int, int]]:
    """Words after "NAME," up to the next stop, if they begin as a description does."""
    heads = titles().offices
    last = first
    while last < len(words) and last - first < _LONGEST and _is_inside(words, first, last):
        last += 1
    opening = words.lower[first]
    begins = opening in _ARTICLES or opening in heads or opening in titles().modifiers
    begins = begins or (
        words.is_capital(first) and any(w in heads for w in words.lower[first:last])
    )
    if last > first and begins:
        yield first + (opening in _ARTICLES), last


def _is_inside(words: Words, first: int, at: int) -> bool:
    return words.words[at] not in _STOPS and words.paragraph[at] == words.paragraph[first]


def _before(words: Words, name: Name) -> Iterable[tuple[int, int]]:
    """ "A lawyer for the outlets, Ana Ruiz," and "the senator, Ana Ruiz": before a comma."""
    comma = name.first - 1
    if (
        comma < 1
        or words.words[comma] != ","
        or words.paragraph[comma] != words.paragraph[name.first]
    ):
        return
    first = comma
    for at in words.left_of(comma):
        if words.words[at] in _STOPS or comma - at > _LONGEST:
            break
        first = at
    is_closed = name.last < len(words) and words.words[name.last] in {",", ".", ";", ":"}
    begins = (
        first < comma and words.lower[first] in source_words().determiners | source_words().whose
    )
    if begins and is_closed:
        yield first + 1, comma


def same_office(a: RoleWords, b: RoleWords) -> bool:
    """Whether both can mean one office; ``b`` may leave out what ``a`` says."""
    return (
        a.head == b.head
        and (a.title == b.title or b.title == b.head)
        and not (a.place and b.place and a.place != b.place)
        and not (a.party and b.party and a.party != b.party)
    )
