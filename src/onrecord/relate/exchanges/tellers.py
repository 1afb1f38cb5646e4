"""Who speaks beside a clause that tells of a question: before it, or in the clause after it."""

from __future__ import annotations

from onrecord.relate.exchanges.clauses import sentence_end
from onrecord.relate.exchanges.scene import Named, Scene

_BACK = 80


def teller_after(scene: Scene, verb: int, main: int | None) -> str | None:
    """Who speaks in the main clause that begins at ``main``, or whom it begins with."""
    if main is None:
        return None
    last = sentence_end(scene, verb)
    for one in scene.statements_from(max(verb - _BACK, 0), last):
        if main <= one.head < last and one.statement.source.entity:
            return one.statement.source.entity
    start = main + 1 if scene.lower[main] in {"the", "a", "an"} else main
    named = next(iter(scene.named_in(main, start + 2)), None)
    return named.entity if named else None


def teller_before(scene: Scene, begins: int) -> str | None:
    """Who speaks in the sentence before the clause: "she said when asked".

    None where whoever speaks is not known.
    """
    first, _ = scene.sentence(begins)
    spoke = [
        one
        for one in scene.statements_from(max(first - _BACK, 0), begins)
        if first <= one.head < begins
    ]
    if spoke:
        return spoke[-1].statement.source.entity
    named = apposed(scene, begins)
    return named.entity if named else None


def apposed(scene: Scene, begins: int) -> Named | None:
    """As in "Ms Hill, pressed on ...": who stands before the comma."""
    first, _ = scene.sentence(begins)
    before = [one for one in scene.named_in(first, begins) if one.last in (begins, begins - 1)]
    return before[-1] if before else None
