"""The bounds of a body's name, where the network cut it short or began too early."""

from __future__ import annotations

from onrecord.domain.words import Words
from onrecord.identify.vocabulary import source_words

_SMALL = frozenset({"and", "of", "for", "on", "the", "a", "an", "&", "to", "in"})
_LONGEST = 6


def whole_body(words: Words, first: int, last: int) -> tuple[int, int]:
    """``[first, last)`` without small words at its ends, and with what makes the name whole."""
    while last - first > 1 and words.words[first][0].islower():
        first += 1
    while last - first > 1 and words.lower[last - 1] in _SMALL:
        last -= 1
    return first, _end(words, first, last)


def _end(words: Words, first: int, last: int) -> int:
    """On to "Securities and [Exchange Commission]", "Committee for [a Responsible Budget]"."""
    heads = source_words().bodies
    end = _run(words, last)
    if end == last:
        return last
    joins_on = words.lower[last] in {"of", "for", "on"} and words.lower[last - 1] in heads
    inside = [words.lower[at] in heads for at in range(first, last)]
    is_one = words.lower[last] == "and" and words.lower[end - 1] in heads and not any(inside)
    return end if joins_on or is_one else last


def _run(words: Words, last: int) -> int:
    """Past small words and the capitals after them, or ``last`` where none follow."""
    at = last
    while at < len(words) and at - last < 2 and words.lower[at] in _SMALL:
        at += 1
    if at == last:
        return last
    end = at
    while end < len(words) and end - at < _LONGEST and _goes_on(words, at, end, last):
        end += 1
    return end if end > at else last


def _goes_on(words: Words, at: int, end: int, last: int) -> bool:
    return (
        words.is_capital(end)
        and words.words[end].isalpha()
        and words.sentence[end] == words.sentence[last - 1]
    )
