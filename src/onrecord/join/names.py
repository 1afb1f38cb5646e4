"""Names as they are compared: the same for one name however a report spells it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord import resources
from onrecord.domain.entity import Entity, MentionForm


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: folded words, and what tells a child from a parent."""

    words: tuple[str, ...]
    suffix: str | None = None


@lru_cache(maxsize=65_536)  # reports name the same people again and again
def name(text: str) -> Name:
    """``text`` without case, accents and full stops; "J. D. Vance" is "jd vance"."""
    words = list(_joined(folded(text)))
    suffix = None
    if len(words) > 1 and words[-1] in resources.word_list("join", "suffixes")["suffixes"]:
        suffix = words.pop()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return Name(tuple(words), suffix)


def folded(text: str) -> tuple[str, ...]:
    """The words of ``text`` without case, accents and marks at their ends."""
    plain = text.casefold().replace("’", "'").replace(".", "")
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(one for one in letters if not unicodedata.combining(one))
    marked = (
        word if word.isalnum() else word.strip("".join(set(word) - _inner(word)))
        for word in plain.split()
    )
    return tuple(word.removesuffix("'s") for word in marked if word)


def names_of(entity: Entity, text: str) -> Iterator[Name]:
    """What ``entity`` is called in the report's ``text``: its fullest name first, each once."""
    found = {name(entity.name): None}
    for mention in entity.mentions:
        if mention.form is MentionForm.NAME:
            found[name(text[mention.span.start : mention.span.end])] = None
    return iter(found)


def _joined(words: Iterable[str]) -> Iterator[str]:
    """Initials that follow one another as one word."""
    initials = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            initials += word
            continue
        if initials:
            yield initials
        initials = ""
        yield word
    if initials:
        yield initials


def _inner(word: str) -> set[str]:
    return {one for one in word if one.isalnum()}
