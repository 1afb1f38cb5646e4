"""Which way a time looks: the verb that it stands by, told from the words around it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.domain.words import Words
from onrecord.relate.times.verbs import Direction, listed, told_by

_REACH = 24  # words each way that are looked at
_AT_THE_EARLIEST = (("as", "early", "as"), ("as", "soon", "as"), ("as", "late", "as"))
_UNTIL = (("until",), ("till",))
_WAS = (("was",), ("were",), ("had",))
_POSSESSIVE = (("'s",), ("’s",))


def direction(words: Words, first: int, last: int) -> Direction:
    """Of the time in words ``[first, last)``: its verb stands before it, or after if it opens."""
    opening, follows = opens(words, first), told_by(words, last, first)
    if has_happened(words, last) or words.lower[last : last + 1] in _WAS:
        return Direction.BACK
    if _is_ahead(words, first, last, opening):
        return Direction.FORWARD
    if beside := told_by(words, _stands_by(words, first), first):
        return beside
    after = _nearest(words, range(last, min(last + _REACH, len(words))), first)
    if opening or follows:
        return after or direction_before(words, first)
    return direction_before(words, first) or after


def _is_ahead(words: Words, first: int, last: int, opening: bool) -> bool:
    """ "as early as Thursday", "set for Thursday", "put off until Thursday"."""
    before = words.lower[max(first - 3, 0) : first]
    if before in _AT_THE_EARLIEST or (before[-1:] in _UNTIL and not opening):
        return True
    return before[-1:] == ("for",) and not listed("arranged").isdisjoint(before[:-1])


def direction_before(words: Words, first: int) -> Direction:
    """The same, by what stands before the time alone."""
    return _nearest(words, range(first - 1, max(first - _REACH, -1), -1), first)


def _nearest(words: Words, side: Iterable[int], first: int) -> Direction:
    for at in side:
        if words.sentence[at] != words.sentence[first]:
            break
        if found := told_by(words, at, first):
            return found
    return Direction.UNCLEAR


def _stands_by(words: Words, first: int) -> int:
    """The word right before a time, or before its "on"; -1 where it begins its sentence."""
    at = first - 1
    if at > 0 and words.lower[at] == "on":
        at -= 1
    return at if at >= 0 and words.sentence[at] == words.sentence[first] else -1


def has_happened(words: Words, last: int) -> bool:
    """ "Thursday's ruling"."""
    following = words.lower[last : last + 4]
    return following[:1] in _POSSESSIVE and bool(listed("happened") & set(following))


def is_fixed(words: Words, last: int) -> bool:
    """ "Thursday's debate": an occasion spoken of before and after it by the same words."""
    return bool(listed("fixed") & set(words.lower[last : last + 4]))


def opens(words: Words, first: int) -> bool:
    """Whether the time begins its clause: "On Thursday, he …"."""
    at = first - 1
    while at >= 0 and words.lower[at] in listed("prepositions"):
        at -= 1
    if at < 0 or words.sentence[at] != words.sentence[first]:
        return True
    return words.lower[at] in listed("opens")
