"""Questions in their own words, and the quoted answer right after them.

"Why was he out so early?" and a quotation that answers it; "But why?" asked Bob Dale. A question
that nobody answers is taken for a thought of the report's.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.relate.exchanges.clauses import sentence_end
from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.scene import Placed, Scene

_CLOSING = frozenset({"”", '"', "''", "’", "'"})
_OPENING = frozenset({"“", '"', "``", "''", "‘"})
_NEAR = 4
_LONGEST = 40
_BACK = 60


def asked_in_quotes(scene: Scene, verb: int) -> Iterator[Question]:
    """As in "But why?" asked Bob Dale; Dale asked: "But why?"; for the verb at ``verb``."""
    quoted = _told(scene, verb) or _quotation_before(scene, verb) or _quotation_after(scene, verb)
    if quoted is None:
        return
    first, last = quoted
    by = _asker(scene, verb, first, last)
    whom = scene.named_soon(verb + 1, 1)
    answer = _answer_by_another(scene, max(last, verb + 1), by)
    if answer is not None and (whom is None or whom.entity != by):
        asked = whom.entity if whom else answer.statement.source.entity
        yield Question(first, last, "quoted", asked, by)


def answered_next(scene: Scene, mark: int) -> Iterator[Question]:
    """A question of the report's own, its mark at ``mark``, and a quotation right after it."""
    first, last = scene.sentence(mark)
    if scene.words.quoted[mark] or scene.words.quoted[first]:
        return
    # A typewriter mark may be cut to the sentence before it.
    begins = mark + 1
    if (
        mark - first > _LONGEST
        or begins < last - 1
        or begins >= len(scene)
        or scene.words.words[begins] not in _OPENING
    ):
        return
    last = begins
    for one in scene.statements_from(last, last + 2):
        if one.statement.source.entity and scene.is_quoted(one):
            yield Question(first, last, "narrated", one.statement.source.entity)
            return


def in_dialogue(scene: Scene, mark: int) -> Iterator[Question]:
    """A quoted question by somebody known, its mark at ``mark``, and another's quoted reply."""
    if not scene.words.quoted[mark] or mark + 1 >= len(scene):
        return
    if scene.words.words[mark + 1] not in _CLOSING:
        return
    first, _ = scene.sentence(mark)
    for one in scene.statements_from(max(first - _NEAR, 0), mark):
        by = one.statement.source.entity
        end = scene.words.within(one.statement.content.spans[-1])[1]
        if by is None or end not in (mark + 1, mark + 2) or not scene.is_quoted(one):
            continue
        answer = _answer_by_another(scene, one.last, by)
        if answer is not None:
            yield Question(one.first, one.last, "dialogue", answer.statement.source.entity, by)
        return


def _told(scene: Scene, verb: int) -> tuple[int, int] | None:
    """The statement whose cue the verb is, where it ends in a question mark."""
    for one in scene.statements_from(max(verb - _BACK, 0), verb + 1):
        end = scene.words.within(one.statement.content.spans[-1])[1]
        cue = one.statement.cue.spans
        if (
            cue
            and verb in range(*scene.words.within(cue[-1]))
            and "?" in scene.lower[end - 2 : end]
        ):
            return one.first, one.last
    return None


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
    """A quotation right after, or at the next paragraph's head, by another than the asker."""
    for one in scene.statements_from(last, last + _BACK):
        near = one.first - last < _NEAR or one.first - scene.paragraph(one.first)[0] < 2
        quoted = near and scene.is_quoted(one)
        return one if quoted and one.statement.source.entity not in (None, by) else None
    return None
