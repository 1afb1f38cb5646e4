"""Which way a time looks: the verb that it stands by, told from the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache

from onrecord.domain.words import Words
from onrecord.resources import word_list

_REACH = 24  # words each way that are looked at

_AT_THE_EARLIEST = (("as", "early", "as"), ("as", "soon", "as"), ("as", "late", "as"))


class Direction(IntEnum):
    """Where the days lie that the words speak of."""

    BACK = -1
    UNCLEAR = 0
    FORWARD = 1


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("relate", "time_tense")[name])


def direction(words: Words, first: int, last: int) -> Direction:
    """Of the time in words ``[first, last)``: its verb stands before it, or after if it opens."""
    left = range(first - 1, max(first - _REACH, -1), -1)
    right = range(last, min(last + _REACH, len(words)))
    if has_happened(words, last):
        return Direction.BACK
    if words.lower[max(first - 3, 0) : first] in _AT_THE_EARLIEST or _is_set_for(
        words, first, last
    ):
        return Direction.FORWARD
    sides: tuple[Iterable[int], ...] = (left, right)
    if opens(words, first) or _told_by(words, last, first):
        sides = (right, left)
    for side in sides:
        if found := _nearest(words, side, first):
            return found
    return Direction.UNCLEAR


def _is_set_for(words: Words, first: int, last: int) -> bool:
    """ "set for Thursday"."""
    following = words.lower[last : last + 1]
    return words.lower[max(first - 1, 0) : first] == ("for",) and following not in (
        ("'s",),
        ("’s",),
    )


def has_happened(words: Words, last: int) -> bool:
    """ "Thursday's ruling"."""
    following = words.lower[last : last + 4]
    return following[:1] in (("'s",), ("’s",)) and bool(_listed("happened") & set(following))


def is_fixed(words: Words, last: int) -> bool:
    """ "Thursday's debate": an occasion spoken of before and after it by the same words."""
    return bool(_listed("fixed") & set(words.lower[last : last + 4]))


def opens(words: Words, first: int) -> bool:
    """Whether the time begins its clause: "On Thursday, he …"."""
    at = first - 1
    while at >= 0 and words.lower[at] in _listed("prepositions"):
        at -= 1
    return (
        at < 0 or words.sentence[at] != words.sentence[first] or words.lower[at] in _listed("opens")
    )


def _nearest(words: Words, side: Iterable[int], first: int) -> Direction:
    for at in side:
        if words.sentence[at] != words.sentence[first]:
            break
        if found := _told_by(words, at, first):
            return found
    return Direction.UNCLEAR


def _told_by(words: Words, at: int, first: int) -> Direction:
    """What word ``at`` says of a time that begins at ``first``."""
    word = words.lower[at] if at < len(words) else ""
    if word in _listed("future") or (word == "to" and words.lower[at - 1] in ("is", "are")):
        return Direction.FORWARD
    arranged = word in _listed("arranged") and _arranges(words, at, first)
    if arranged and (at < first or _after_passive(words, at) or not _is_past(word)):
        return Direction.FORWARD
    if word in _listed("auxiliary"):
        return Direction.BACK
    if _is_past(word) and not _after_passive(words, at):
        return Direction.BACK
    return Direction.UNCLEAR


def _is_past(word: str) -> bool:
    regular = word.endswith("ed") and len(word) > 3 and word not in _listed("not_past")
    return regular or word in _listed("past")


def _arranges(words: Words, at: int, first: int) -> bool:
    """Whether "to" follows, and no time before it: "agreed on Friday to meet" looks back."""
    if at < first and words.lower[at] in _listed("arranging"):
        return True
    end = min(at + 3, first) if at < first else at + 3
    return "to" in words.lower[at + 1 : end]


def _after_passive(words: Words, at: int) -> bool:
    """Whether a participle stands after "to be", "is": its own time is another verb's."""
    return any(word in _listed("passive") for word in words.lower[max(at - 2, 0) : at])
