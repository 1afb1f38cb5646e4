"""Where a clause that reports a question ends, and where the clause after it begins."""

from __future__ import annotations

from onrecord.relate.exchanges.scene import Placed, Scene
from onrecord.relate.exchanges.words import listed

_ENDS = frozenset({".", "!", "?", "”", '"', "''", ";"})
_DASHES = frozenset({"—", "–", "--"})
_AND = frozenset({"and", "but"})
_OPENS = frozenset({"“", "``", "("})
_SUBJECTS = frozenset({"the", "a", "an", "he", "she", "they", "i", "we", "both", "most", "many"})


def sentence_end(scene: Scene, word: int) -> int:
    """The end of the sentence of ``word``, without the signs that close it."""
    first, last = scene.sentence(word)
    while last > first + 1 and scene.lower[last - 1] in _ENDS:
        last -= 1
    return max(last, word + 1)


def main_clause(scene: Scene, first: int) -> int | None:
    """Where the main clause begins after a question at ``first``: "Asked why, Ms Hill said"."""
    last = sentence_end(scene, first)
    told = _told_after(scene, first, last)
    if told is not None:
        return told.head
    commas = [at for at in range(first + 1, last - 1) if scene.lower[at] == ","]
    for at in commas:
        if _begins_clause(scene, at + 1):
            return at + 1
    return next((at + 1 for at in commas if scene.lower[at + 1] in _SUBJECTS), None)


def end_of_reported(scene: Scene, first: int) -> int:
    """The end of a question that ends its clause: at the sentence's end, or before ", but he"."""
    last = sentence_end(scene, first)
    for at in range(first + 1, last - 1):
        if scene.lower[at] in _DASHES or scene.lower[at] in _OPENS:
            return at
        if scene.words.quoted[first] and not scene.words.quoted[at]:
            return at
        if scene.lower[at] == "," and scene.lower[at + 1] in listed("goes_on"):
            return at
        if scene.lower[at] == "before" and scene.lower[at + 1].endswith("ing"):
            return at
    return _before_main_clause(scene, first, last)


def _before_main_clause(scene: Scene, first: int, last: int) -> int:
    """Where a sentence begins with "When", its question ends before its main clause."""
    begins, _ = scene.sentence(first)
    if scene.lower[begins] not in listed("leads"):
        return last
    main = main_clause(scene, first)
    return main - 1 if main is not None and first < main - 1 < last else last


def end_of_refusal(scene: Scene, verb: int) -> int:
    """The end of a clause of refusal: before what is added to it."""
    last = end_of_reported(scene, verb)
    for at in range(verb + 1, last - 1):
        if scene.lower[at] == ",":
            return at
        if scene.lower[at] in _AND and _begins_clause(scene, at + 1):
            return at
    return last


def _told_after(scene: Scene, first: int, last: int) -> Placed | None:
    """The first statement in the sentence whose source or cue follows a comma."""
    told = [
        one
        for one in scene.statements_from(max(first - 60, 0), last)
        if first + 1 < one.head < last and scene.lower[one.head - 1] in {",", *_DASHES}
    ]
    return min(told, key=lambda one: one.head, default=None)


def _begins_clause(scene: Scene, word: int) -> bool:
    named = scene.named_soon(word)
    return named is not None and named.last < len(scene) and not scene.is_apart(named.last)
