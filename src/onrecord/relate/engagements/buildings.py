"""Places that nobody listed: capitalised words after "at" or "in", as buildings and rooms are."""

from __future__ import annotations

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.relate.engagements.scene import Named, Scene
from onrecord.relate.engagements.words import listed

_LONGEST = 6


def buildings(scene: Scene, first: int, last: int) -> list[Named]:
    """Capitalised words of ``[first, last)`` after a preposition of place that are no mention."""
    found = []
    for at in range(first, last - 1):
        if scene.lower[at] in listed("places_after"):
            low = at + 1 + (scene.lower[at + 1] == "the")
            high = _run(scene, low, last)
            if high > low and not _is_taken(scene, low, high):
                found.append(Named(low, high, -1, EntityKind.PLACE, MentionForm.NAME))
    return found


def _run(scene: Scene, low: int, last: int) -> int:
    """The end of the capitalised words from ``low``."""
    at = low
    while at < min(last, low + _LONGEST) and scene.words.is_capital(at):
        at += 1
    return at


def _is_taken(scene: Scene, low: int, high: int) -> bool:
    """Whether a mention or a time has any of the words."""
    return any(
        one.last > low and one.first < high
        for one in (*scene.named_in(low - _LONGEST, high), *scene.dated_in(low - 2, high))
    )
