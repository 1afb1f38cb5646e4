"""Where the name of a law begins and ends around the word that tells what it is."""

from __future__ import annotations

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.words import Words
from onrecord.identify.law_words import law_words
from onrecord.identify.spoken_of import SpokenOf

LONGEST = 10
"""Words of a name on either side of its head."""
_MORE = 5
"""Words of what a treaty is of."""
_HYPHENS = frozenset("-‐‑–")
_ROMAN = frozenset("IVXLC")

Bounds = tuple[int, int]


def law_ending_at(spoken: SpokenOf, head: int) -> Bounds | None:
    """Words ``[first, last)`` of a name in capitals whose head is the word ``head``, or None."""
    words, lists = spoken.words, law_words()
    if words.lower[head] not in lists.heads or not _may_be_law(words, head):
        return None
    first = _opening(spoken, head)
    while first < head and _is_no_opening(words, first):
        first += 1
    is_bare = first == head and words.lower[head] in lists.bare
    last = _extended(words, head, is_bare)
    return (first, last) if first < head or (is_bare and last > head + 1) else None


def law_opening_at(spoken: SpokenOf, head: int) -> Bounds | None:
    """ "Proposition 8", "Title IX": the head and the number after it."""
    words = spoken.words
    if words.lower[head] not in law_words().numbered or head + 1 == len(words):
        return None
    number = words.words[head + 1]
    if words.sentence[head] != words.sentence[head + 1]:
        return None
    is_number = number.isdigit() or (number != "I" and set(number) <= _ROMAN)
    return (head, head + 2) if is_number else None


def plain_law(spoken: SpokenOf, head: int) -> Bounds | None:
    """ "The Paris climate accord": a place, what the treaty is on, and the head."""
    words, first = spoken.words, head
    while first > max(0, head - 4) and _is_qualifier(words, first - 1):
        first -= 1
    before = first - 1
    if before < 0 or words.sentence[before] != words.sentence[head]:
        return None
    here = spoken.named.at(before)
    if here is not None:
        is_place = here[0].kind is EntityKind.PLACE and here[1].last == first
        return (here[1].first, head + 1) if is_place else None
    is_place = words.is_capital(before) and spoken.place_of(words.words[before]) is not None
    return (before, head + 1) if is_place else None


def _is_qualifier(words: Words, at: int) -> bool:
    return words.lower[at] in law_words().qualifiers or words.words[at] in _HYPHENS


def _may_be_law(words: Words, head: int) -> bool:
    """Whether the words beside the head allow it: no "Democratic National Convention"."""
    not_before = law_words().never.get(words.lower[head], frozenset())
    near = words.lower[max(0, head - 2) : head]
    after = words.words[head + 1 : head + 2]
    goes_on = (
        bool(after) and after[0][0].isupper() and words.sentence[head] == _sentence(words, head + 1)
    )
    return not goes_on and not any(word in not_before for word in near)


def _sentence(words: Words, at: int) -> int:
    return words.sentence[at] if at < len(words) else -1


def _opening(spoken: SpokenOf, head: int) -> int:
    """The first word of the run of capitals before the head, small words between them."""
    words, first = spoken.words, head
    while first > max(0, head - LONGEST) and words.sentence[first - 1] == words.sentence[head]:
        step = _step(spoken, first, head)
        if step == 0:
            break
        first -= step
    return max(first, 0)


def _step(spoken: SpokenOf, first: int, head: int) -> int:
    """How many words before ``first`` the name goes on for; 0 where it begins there."""
    words, before = spoken.words, first - 1
    if _is_capital_word(words, before):
        return 0 if _is_title(spoken, before) else 1
    if first < 2 or (first == head and words.words[before] not in _HYPHENS):
        return 0
    if words.words[before] in _HYPHENS:
        return 2 if words.words[before - 1][0].isalnum() else 0
    small = 1
    if words.lower[before] == "the" and words.lower[before - 1] == "of":
        small = 2
    elif words.lower[before] not in law_words().inner:
        return 0
    beyond = first - small - 1
    if beyond < 0 or not _is_capital_word(words, beyond) or spoken.named.at(beyond):
        return 0
    return small + 1 if words.sentence[beyond] == words.sentence[head] else 0


def _is_capital_word(words: Words, at: int) -> bool:
    word = words.words[at]
    return word[0].isupper() and (word.isalpha() or "." in word)


def _is_title(spoken: SpokenOf, at: int) -> bool:
    """Whether somebody is meant by the word without being named: "the President Ruiz Act"."""
    here = spoken.named.at(at)
    return here is not None and here[1].form is not MentionForm.NAME


def _is_no_opening(words: Words, first: int) -> bool:
    lists, word = law_words(), words.lower[first]
    opens = first == 0 or words.sentence[first - 1] != words.sentence[first]
    if opens and words.lower[first + 1] in lists.inner:
        return True  # "Critics of the ..."
    return word in lists.inner or word in lists.openers or word in _HYPHENS


def _extended(words: Words, head: int, is_bare: bool) -> int:
    """On to "Act [of 1965]", and where nothing stands before it "Treaty [of Versailles]"."""
    end = head + 1
    if words.lower[end : end + 1] == ("of",) and _is_year(words, end + 1, head):
        return end + 2
    for _ in range(2 if is_bare else 0):
        start = end + 1
        if words.lower[end : end + 1] not in (("of",), ("on",)):
            break
        start += words.lower[start : start + 1] == ("the",)
        stop = start
        while stop - start < _MORE and _is_more(words, stop, head):
            stop += 1
        if stop == start:
            break
        end = stop
    return end


def _is_year(words: Words, at: int, head: int) -> bool:
    return _sentence(words, at) == words.sentence[head] and (
        len(words.words[at]) == len("1965") and words.words[at].isdigit()
    )


def _is_more(words: Words, at: int, head: int) -> bool:
    return _sentence(words, at) == words.sentence[head] and _is_capital_word(words, at)
