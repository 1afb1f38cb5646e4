"""Questions of interviews that are printed in turns.

A turn begins with a label and a colon: "Q:", or a name in capitals. Of two speakers in turn the one
whose turns hold questions more often asks the other; the other's questions are part of an answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.scene import Scene
from onrecord.relate.exchanges.words import listed

_LABEL = 4
_LAST_SENTENCES = 3
_FEWEST = 2
_UNLABELLED = ""
_MARKS = frozenset({"“", '"', "''", "``", "‘", "(", "["})


@dataclass(frozen=True, slots=True)
class Turn:
    """Words ``[first, last)`` of what one labelled speaker says."""

    label: str
    entity: str | None
    label_at: int
    first: int
    last: int


def turn_questions(scene: Scene) -> Iterator[Question]:
    """Questions in an interview that is printed in turns."""
    turns = _turns(scene)
    if len(turns) < _FEWEST:
        return
    often = _askers(scene, turns)
    for turn, reply in pairwise([*_before_turns(scene, turns), *turns]):
        if turn.label == reply.label or often[turn.label] <= often[reply.label]:
            continue
        asked = _question_in(scene, turn)
        if asked is not None:
            whom = reply.entity or _speaker(scene, reply)
            yield Question(*asked, "turn", whom, turn.entity)


def _before_turns(scene: Scene, turns: list[Turn]) -> list[Turn]:
    """The paragraph before the first turn: it may put the first question."""
    first, _ = scene.paragraph(turns[0].label_at)
    if first == 0:
        return []
    begins, _ = scene.paragraph(first - 1)
    if "?" not in scene.lower[first - 3 : first]:
        return []
    return [Turn(_UNLABELLED, None, begins, begins, first)]


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
        Turn(label, _entity(scene, first, begins), first, begins, last)
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
    """The label that a paragraph begins with, and where its words begin.

    Of a name its last word: "JANE DOE:" and later "DOE:" are one speaker.
    """
    while first < len(scene) and scene.is_apart(first) and scene.words.words[first] in _MARKS:
        first += 1
    for at in range(first + 1, min(first + 1 + _LABEL, len(scene))):
        if scene.lower[at] == ":":
            words = scene.words.words[first:at]
            if all(word.isupper() or word == "." for word in words):
                yield at + 1, words[-1]
            return


def _askers(scene: Scene, turns: list[Turn]) -> dict[str, float]:
    """How often each speaker's turns hold a question; "Q" always, "A" never."""
    asks: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        asks[turn.label].append("?" in scene.lower[turn.first : turn.last])
    share = {label: sum(asked) / len(asked) for label, asked in asks.items()}
    share |= {label: 1.0 for label in asks if label.lower() in listed("question_marks")}
    share |= {label: 0.0 for label in asks if label.lower() in listed("answer_marks")}
    return {**share, _UNLABELLED: 1.0}


def _question_in(scene: Scene, turn: Turn) -> tuple[int, int] | None:
    """The sentences of the turn that are questions, from the first to the last of the last few."""
    sentences = sorted({scene.sentence(at) for at in range(turn.first, turn.last)})
    asked = [
        (max(low, turn.first), min(high, turn.last))
        for low, high in sentences[-_LAST_SENTENCES:]
        if _is_question(scene, max(low, turn.first), high)
    ]
    if asked:
        return asked[0][0], asked[-1][1]
    return (turn.first, turn.last) if turn.label.lower() in listed("question_marks") else None


def _is_question(scene: Scene, first: int, last: int) -> bool:
    """It ends with a question mark, or begins as questions do: "So why would they"."""
    begins = scene.lower[first : first + 2]
    return "?" in scene.lower[max(first, last - 3) : last] or bool(
        set(begins) & listed("opens_question")
    )


def _entity(scene: Scene, first: int, last: int) -> str | None:
    named = scene.named_in(first, last)
    return named[0].entity if named else None


def _speaker(scene: Scene, turn: Turn) -> str | None:
    said = scene.statements_from(turn.first, turn.last)
    return said[0].statement.source.entity if said else None
