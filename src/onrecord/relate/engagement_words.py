"""The words by which the diary is read (resources/relate/engagements.yaml)."""

from __future__ import annotations

from functools import cache

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
