"""Questions by their place: interviews in turns, and questions right before a quoted answer.

A turn begins with a label and a colon: "Q:", or a name in capitals. Whoever asks in half of their
turns at least is an interviewer; others' questions are part of their answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.relate.exchange_question import Question
from onrecord.relate.exchange_scene import Scene
from onrecord.relate.exchange_words import listed

_LABEL = 4
_LAST_SENTENCES = 3
_OFTEN = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """Words ``[first, last)`` of what one labelled speaker says."""

    label: str
    entity: str | None
    first: int
    last: int


def turn_questions(scene: Scene) -> Iterator[Question]:
    """Questions in an interview that is printed in turns."""
    turns = _turns(scene)
    if len(turns) < 2:
        return
    interviewers = _interviewers(scene, turns)
    for turn, reply in pairwise(turns):
        if turn.label not in interviewers or reply.label in (turn.label, *interviewers):
            continue
        asked = _question_in(scene, turn)
        if asked is not None:
            whom = reply.entity or _speaker(scene, reply)
            yield Question(*asked, "turn", whom, turn.entity)


def _turns(scene: Scene) -> list[Turn]:
    opens = [
        (first, begins, label)
        for first in _paragraphs(scene)
        for begins, label in _labels(scene, first)
    ]
    if not opens:
        return []
    ends = [first for first, _, _ in opens[1:]] + [len(scene)]
    return [
        Turn(label, _entity(scene, first, begins), begins, last)
        for (first, begins, label), last in zip(opens, ends, strict=True)
        if begins < last
    ]


def _paragraphs(scene: Scene) -> Iterator[int]:
    """The first word of each paragraph."""
    before = -1
    for at, number in enumerate(scene.words.paragraph):
        if number != before:
            yield at
            before = number


def _labels(scene: Scene, first: int) -> Iterator[tuple[int, str]]:
    """The label that a paragraph begins with, and where its words begin."""
    for at in range(first + 1, min(first + 1 + _LABEL, len(scene))):
        if scene.lower[at] == ":":
            words = scene.words.words[first:at]
            if all(word.isupper() or word == "." for word in words):
                yield at + 1, " ".join(words)
            return


def _interviewers(scene: Scene, turns: list[Turn]) -> frozenset[str]:
    """Who asks in half of their turns; "Q" always."""
    asks: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        asks[turn.label].append("?" in scene.lower[turn.first : turn.last])
    often = {label for label, asked in asks.items() if sum(asked) >= _OFTEN * len(asked)}
    replies = {label for label in asks if label.lower() in listed("answer_marks")}
    marked = {label for label in asks if label.lower() in listed("question_marks")}
    most = {max(often, key=lambda label: sum(asks[label]))} if often else set()
    return frozenset((marked or most) - replies)


def _question_in(scene: Scene, turn: Turn) -> tuple[int, int] | None:
    """The sentences of the turn that are questions, from the first to the last of the last few."""
    sentences = sorted({scene.sentence(at) for at in range(turn.first, turn.last)})
    asked = [
        (max(low, turn.first), high)
        for low, high in sentences[-_LAST_SENTENCES:]
        if "?" in scene.lower[low:high][-3:]
    ]
    if asked:
        return asked[0][0], asked[-1][1]
    return (turn.first, turn.last) if turn.label.lower() in listed("question_marks") else None


def _entity(scene: Scene, first: int, last: int) -> str | None:
    named = scene.named_in(first, last)
    return named[0].entity if named else None


def _speaker(scene: Scene, turn: Turn) -> str | None:
    said = scene.statements_from(turn.first, turn.last)
    return said[0].statement.source.entity if said else None
