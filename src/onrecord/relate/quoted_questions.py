"""Questions in their own words, and the quoted answer right after them.

"Why was he out so early?" and a quotation that answers it; "But why?" asked Bob Dale. A question
that nobody answers is taken for a thought of the report's.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.relate.exchange_clauses import sentence_end
from onrecord.relate.exchange_question import Question
from onrecord.relate.exchange_scene import Placed, Scene

_CLOSING = frozenset({"”", '"', "''", "’", "'"})
_OPENING = frozenset({"“", '"', "``", "''", "‘"})
_NEAR = 4
_BACK = 60


def asked_in_quotes(scene: Scene, verb: int) -> Iterator[Question]:
    """ "But why?" asked Bob Dale; Dale asked: "But why?"; for the verb at ``verb``."""
    quoted = _quotation_before(scene, verb) or _quotation_after(scene, verb)
    if quoted is None:
        return
    first, last = quoted
    by = _asker(scene, verb, first, last)
    answer = _answer_by_another(scene, last, by)
    if answer is not None:
        yield Question(first, last, "quoted", answer.statement.source.entity, by)


def answered_next(scene: Scene, mark: int) -> Iterator[Question]:
    """A question of the report's own, its mark at ``mark``, and a quotation right after it."""
    first, last = scene.sentence(mark)
    if scene.words.quoted[mark] or scene.words.quoted[first] or mark < last - 1:
        return
    if last >= len(scene) or scene.words.words[last] not in _OPENING:
        return
    for one in scene.statements_from(last, last + 2):
        if one.statement.source.entity and scene.words.quoted[one.says]:
            yield Question(first, last, "narrated", one.statement.source.entity)
            return


def _quotation_before(scene: Scene, verb: int) -> tuple[int, int] | None:
    """A quotation with a question mark at its end, a few words before the verb."""
    for at in range(verb - 1, max(verb - 1 - _NEAR, 1), -1):
        if scene.lower[at] in _CLOSING and scene.lower[at - 1] == "?":
            return scene.sentence(at - 1)[0], sentence_end(scene, verb)
    return None


def _quotation_after(scene: Scene, verb: int) -> tuple[int, int] | None:
    """A quotation with a question mark at its end, a few words after the verb."""
    for at in range(verb + 1, min(verb + 1 + _NEAR, len(scene) - 1)):
        if scene.words.words[at] in _OPENING:
            closes = _closes(scene, at + 1)
            if closes is not None and scene.lower[closes - 1] == "?":
                return scene.sentence(verb)[0], closes
            return None
    return None


def _closes(scene: Scene, first: int) -> int | None:
    _, last = scene.paragraph(first)
    for at in range(first, min(first + _BACK, last)):
        if scene.words.words[at] in _CLOSING:
            return at
    return None


def _asker(scene: Scene, verb: int, first: int, last: int) -> str | None:
    for one in scene.statements_from(max(first - 2, 0), max(last, verb + 1)):
        if one.statement.source.entity:
            return one.statement.source.entity
    named = scene.named_in(verb + 1, verb + 3) or scene.named_in(max(verb - 3, 0), verb)
    return named[0].entity if named else None


def _answer_by_another(scene: Scene, last: int, by: str | None) -> Placed | None:
    """The next statement, near, quoted, and by somebody known who is not the asker."""
    for one in scene.statements_from(last, last + _BACK):
        if scene.words.quoted[one.says] and one.statement.source.entity not in (None, by):
            return one
        if one.statement.source.entity is not None:
            return None
    return None
