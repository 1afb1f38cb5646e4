"""Role phrases: before a name, beside one, or in place of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.domain.words import Words
from onrecord.identify.vocabulary import titles

_LONGEST = 9
"""Words that a role phrase has at most before its head."""
_INSIDE = frozenset({"-", "–", ".", "&", "and", "of", "for", "the", "'s", "’s", "/"})


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What a role phrase in words ``[first, last)`` says.

    ``head``: the office in the form it is compared in ("president", "nominee"). ``title``: with the
    words that make one office of it ("vice president", "foreign secretary"). ``place``: of which
    country, state or body, as the register names it. ``past``: former, late, ex.
    """

    first: int
    last: int
    head: str
    title: str
    place: str | None
    party: str | None
    past: bool


def honorific_before(words: Words, name: int) -> tuple[str | None, int]:
    """The honorific before the word ``name``, and where it begins (or ``name``)."""
    at = name
    if at > 1 and words.words[at - 1] == ".":
        at -= 1
    if at > 0 and words.paragraph[at - 1] == words.paragraph[name]:
        word = words.lower[at - 1]
        if word in titles().honorifics and words.is_capital(at - 1):
            return word, at - 1
    return None, name


def find_title(words: Words, name: int) -> tuple[int, int] | None:
    """The role phrase that ends where a name begins: "former Labour leader" before it."""
    first = last = name
    heads = titles().offices
    seen_head = False
    for at in words.left_of(name):
        word = words.lower[at]
        if words.sentence[at] != words.sentence[name]:
            break
        if word in heads and not seen_head:
            seen_head = True
        elif not _may_modify(words, at) and word not in heads:
            break
        first = at
        if last - first > _LONGEST:
            break
    while first < last and words.lower[first] in _INSIDE:
        first += 1
    return (first, last) if seen_head else None


def _may_modify(words: Words, at: int) -> bool:
    word = words.lower[at]
    if word in titles().modifiers or word in _INSIDE - {"and", "the"}:
        return True
    # "Iowa Sen.", "Treasury Secretary": names of places and bodies stand before heads.
    return words.is_capital(at) and words.words[at][0].isalpha() and word != "the"


def read_role(
    words: Words, first: int, last: int, place_of: Callable[[str], str | None]
) -> RoleWords | None:
    """What the words ``[first, last)`` say, if they are a role phrase."""
    known = titles()
    cut = next((at for at in range(first, last) if words.lower[at] in {"of", "for", ","}), last)
    heads = [at for at in range(first, cut) if words.lower[at] in known.offices]
    if not heads:
        return None
    head = heads[-1]
    office = known.offices[words.lower[head]]
    return RoleWords(
        first,
        last,
        office,
        _whole_title(words, first, head, office),
        _place(words, first, head, last, place_of),
        next((known.parties[w] for w in words.lower[first:head] if w in known.parties), None),
        any(word in known.past for word in words.lower[first:head]),
    )


def _whole_title(words: Words, first: int, head: int, office: str) -> str:
    """The head with the words that change what office it is."""
    parts = (*titles().compounds.get(office, ()), *titles().compounds["any"])
    before = [word for word in words.lower[first:head] if word in parts]
    title = " ".join([*before, office])
    if words.lower[head + 1 : head + 3] in {("of", "state"), ("of", "defense"), ("of", "defence")}:
        title += " of " + words.lower[head + 2]
    if words.lower[head + 1 : head + 2] == ("general",):
        title += " general"
    return title


def _place(
    words: Words, first: int, head: int, last: int, place_of: Callable[[str], str | None]
) -> str | None:
    """The place named in the phrase: before the head, or after "of"."""
    for low, high in ((head + 1, last), (first, head)):
        for start in range(low, high):
            if not words.is_capital(start):
                continue
            for stop in range(min(high, start + 4), start, -1):
                place = place_of(words.text(start, stop))
                if place:
                    return place
    return None
