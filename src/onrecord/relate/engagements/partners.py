"""Whom an occasion is with, where the words say so plainly: "talks with", "met"."""

from __future__ import annotations

from onrecord.domain.entity import EntityKind
from onrecord.relate.engagements.scene import Named, Scene
from onrecord.relate.engagements.words import listed

_SOMEBODY = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP)
_SOON = 3
"""Words that may stand between the occasion and "with": "met on Thursday with"."""
_TITLE = 6
"""Words that may stand between "with" and the name: "the Democrat candidate, Ms"."""


def partners(scene: Scene, word: int) -> tuple[Named, ...]:
    """The names that follow the occasion's word as those whom it is with; () where none do."""
    at = _lead(scene, word)
    found: list[Named] = []
    while at >= 0 and (named := _named_soon(scene, at)) is not None:
        found.append(named)
        at = named.last + 1 if _word(scene, named.last) == "and" else -1
    return tuple(found)


def _lead(scene: Scene, word: int) -> int:
    """Where the words that name a partner begin, -1 where nothing leads to one."""
    for at in range(word + 1, word + 2 + _SOON):
        if _word(scene, at) == "with":
            return at + 1
        if _word(scene, at) in listed("breaks") or not _word(scene, at):
            break
    return word + 1 if scene.lower[word] in listed("takes_partner") else -1


def _named_soon(scene: Scene, word: int) -> Named | None:
    """The first name at ``word`` or, past titles and articles, soon after it."""
    for at in range(word, min(word + _TITLE, len(scene.lower))):
        named = [one for one in scene.named_in(at, at + 1) if one.kind in _SOMEBODY]
        if named:
            return max(named, key=lambda one: one.last)
        if not (scene.lower[at] in listed("skipped") or scene.words.is_capital(at)):
            return None
    return None


def _word(scene: Scene, at: int) -> str:
    return scene.lower[at] if at < len(scene.lower) else ""
