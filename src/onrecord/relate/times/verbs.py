"""What single words say of when: verbs and nouns that look back or forward."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from onrecord.domain.words import Words
from onrecord.resources import word_list


class Direction(IntEnum):
    """Where the days lie that the words speak of."""

    BACK = -1
    UNCLEAR = 0
    FORWARD = 1


@cache
def listed(name: str) -> frozenset[str]:
    """A list of time_tense.yaml."""
    return frozenset(word_list("relate", "time_tense")[name])


def told_by(words: Words, at: int, first: int) -> Direction:
    """What word ``at`` says of a time that begins at word ``first``."""
    if not 0 <= at < len(words):
        return Direction.UNCLEAR
    word = words.lower[at]
    if word in listed("auxiliary") and words.lower[max(at - 1, 0)] in listed("future"):
        return Direction.FORWARD  # "will have until Friday"
    if word in listed("auxiliary") or (at < first and word in listed("struck")):
        return Direction.BACK
    if _looks_forward(words, at, first):
        return Direction.FORWARD
    past = _is_past(word) and not _after_passive(words, at)
    return Direction.BACK if past or _would_not_say(words, at) else Direction.UNCLEAR


def _looks_forward(words: Words, at: int, first: int) -> bool:
    word = words.lower[at]
    before = words.lower[at - 1] if at else ""
    if word in listed("begins"):
        return at < first
    if word in listed("future"):
        return not _would_not_say(words, at)
    if before in ("is", "are") and (word == "to" or word.endswith("ing")):
        return word != "being"
    if word not in listed("arranged") or not _arranges(words, at, first):
        return False
    # "Wednesday, he called on them to …": done on the day that stands before it.
    return at < first or _after_passive(words, at) or not _is_past(word)


def _would_not_say(words: Words, at: int) -> bool:
    """ "would not say": said on the day, and not of a day to come."""
    following = words.lower[at + 1 : at + 3]
    if words.lower[at] not in ("would", "wouldn't", "wouldn’t", "will", "not"):
        return False
    negated = "not" in following[:1] or words.lower[at] != "would"
    return negated and bool(listed("not_said") & set(following)) and words.lower[at] != "will"


def _is_past(word: str) -> bool:
    regular = word.endswith("ed") and len(word) > 3 and word not in listed("not_past")
    return regular or word in listed("past")


def _arranges(words: Words, at: int, first: int) -> bool:
    """Whether "to" follows, and no time before it: "agreed on Friday to meet" looks back."""
    if at < first and words.lower[at] in listed("arranging"):
        return True
    end = min(at + 3, first) if at < first else at + 3
    return "to" in words.lower[at + 1 : end]


def _after_passive(words: Words, at: int) -> bool:
    """Whether a participle stands after "to be", "is": its own time is another verb's."""
    for before in range(max(at - 2, 0), at):
        word = words.lower[before]
        if word in listed("passive"):
            return True
        if word in ("'s", "’s") and words.lower[before - 1] in listed("is_after"):
            return True
    return False
