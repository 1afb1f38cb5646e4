"""The words by which the diary is read (resources/relate/engagements.yaml)."""

from __future__ import annotations

from functools import cache

from onrecord.domain.engagement import EngagementKind
from onrecord.resources import word_list


@cache
def ordered(name: str) -> tuple[str, ...]:
    """The list ``name``, in its order."""
    return tuple(word_list("relate", "engagements")[name])


@cache
def listed(name: str) -> frozenset[str]:
    """The list ``name``, in lower case."""
    return frozenset(ordered(name))


@cache
def numbered(name: str) -> dict[str, int]:
    """Of each word of the list ``name``, its place."""
    return {word: number for number, word in enumerate(ordered(name))}


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The list ``name`` of several words each, cut into words."""
    return tuple(tuple(one.split()) for one in ordered(name))


@cache
def kind_of_word() -> dict[str, EngagementKind]:
    """Of words that leave little doubt of it, the kind of occasion."""
    kinds: dict[str, list[str]] = word_list("relate", "engagements")["kind_words"]
    return {word: EngagementKind(kind) for kind, words in kinds.items() for word in words}
