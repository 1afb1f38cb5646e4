"""Questions whose report does not say who was asked: "a reporter asked if she might".

Whoever replies to them was asked: the next statement right after the question by somebody other
than the asker, or the refusal that follows (exchanges.py). Where nobody replies, nobody is known to
have been asked, and the question is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.relate.exchanges.clauses import end_of_reported, main_clause, sentence_end
from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.reported_questions import reported_questions
from onrecord.relate.exchanges.scene import Named, Scene
from onrecord.relate.exchanges.subjects import phrase_start, subject
from onrecord.relate.exchanges.tellers import teller_after
from onrecord.relate.exchanges.words import listed

_FAR = 4
_FAR_DESCRIBED = 12
_DESCRIBED = frozenset({"the", "a", "an", "him", "her", "them", "me", "us"})
"""What begins the words for somebody who is asked and is not known by name."""
_NEXT = 12


def open_questions(scene: Scene, verb: int) -> Iterator[Question]:
    """The question that the verb at ``verb`` puts to whoever replies.

    ``asked`` stays None where nobody is known to.
    """
    marker = _marker(scene, verb)
    if marker is None or _not_put(scene, verb) or scene.words.quoted[verb]:
        return
    if any(reported_questions(scene, verb)):
        return
    by = subject(scene, verb)
    begins = phrase_start(scene, verb)
    if begins == verb and by is None:
        return
    replier = _replier(scene, sentence_end(scene, verb), by)
    yield Question(
        begins, end_of_reported(scene, marker), "open", replier, by.entity if by else None
    )


def questions_ahead(scene: Scene, word: int) -> Iterator[Question]:
    """As in "As to whether it would close, Ms Hill said", its first word at ``word``."""
    first, _ = scene.sentence(word)
    if word != first or scene.words.quoted[word]:
        return
    marker = next(
        (at for at in range(word + 1, min(word + 5, len(scene))) if _in_doubt(scene, at)), None
    )
    main = main_clause(scene, marker) if marker else None
    asked = teller_after(scene, word, main)
    if main is not None and asked is not None:
        yield Question(word, main - 1, "ahead", asked)


def _opens(scene: Scene, word: int) -> bool:
    return scene.lower[word] in listed("asks_open")


def _in_doubt(scene: Scene, word: int) -> bool:
    return scene.lower[word] == "whether"


def _marker(scene: Scene, verb: int) -> int | None:
    """Where "whether" or "how" stands after the verb; "wanted" needs its "to know"."""
    last = sentence_end(scene, verb)
    start, far = verb + 1, _FAR
    if scene.lower[verb] in listed("wanted"):
        if scene.lower[verb + 1 : verb + 3] != ("to", "know"):
            return None
        start = verb + 3
    elif start < last and scene.lower[start] in _DESCRIBED:
        far = _FAR_DESCRIBED
    doubts = scene.lower[verb] in listed("doubts")
    for at in range(start, min(start + far, last)):
        if _opens(scene, at):
            return None if doubts and scene.lower[at] in listed("doubted") else at
        if scene.lower[at] == "to" or scene.is_apart(at):
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
