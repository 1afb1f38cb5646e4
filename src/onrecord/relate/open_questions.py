"""Questions whose report does not say who was asked: "a reporter asked if she might".

Whoever replies to them was asked: the next statement, or refusal, right after the question by
somebody other than the asker. Where nobody replies, nobody is known to have been asked, and it is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.relate.exchange_clauses import end_of_reported, sentence_end
from onrecord.relate.exchange_question import Question
from onrecord.relate.exchange_scene import Named, Scene
from onrecord.relate.exchange_subjects import phrase_start, subject
from onrecord.relate.exchange_words import listed

_FAR = 4
_NEXT = 12


def open_questions(scene: Scene, verb: int) -> Iterator[Question]:
    """The question that the verb at ``verb`` puts to whoever replies, if somebody does."""
    marker = _marker(scene, verb)
    first, _ = scene.sentence(verb)
    if marker is None or _not_put(scene, verb) or scene.words.quoted[verb]:
        return
    by = subject(scene, verb)
    begins = max(phrase_start(scene, verb), first)
    if begins == verb and by is None:
        return
    last = end_of_reported(scene, marker)
    replier = _replier(scene, sentence_end(scene, verb), by)
    if replier is not None:
        yield Question(begins, last, "open", replier, by.entity if by else None)


def _marker(scene: Scene, verb: int) -> int | None:
    """Where "whether" or "how" stands after the verb; "wanted" needs its "to know"."""
    last = sentence_end(scene, verb)
    start = verb + 1
    if scene.lower[verb] in listed("wanted"):
        if scene.lower[verb + 1 : verb + 3] != ("to", "know"):
            return None
        start = verb + 3
    doubts = scene.lower[verb] in listed("doubts")
    for at in range(start, min(start + _FAR, last)):
        if scene.lower[at] in listed("asks_open"):
            return None if doubts and scene.lower[at] in listed("doubted") else at
        if scene.is_apart(at):
            return None
    return None


def _not_put(scene: Scene, verb: int) -> bool:
    """A passive, or "should ask whether"."""
    before = scene.lower[max(verb - 3, 0) : verb]
    return any(word in listed("be") or word in listed("unreal") for word in before)


def _replier(scene: Scene, last: int, by: Named | None) -> str | None:
    """Who speaks first right after the words, if that is somebody known, and not the asker."""
    for one in scene.statements_from(last, last + _NEXT):
        entity = one.statement.source.entity
        return entity if entity is not None and (by is None or entity != by.entity) else None
    return None
