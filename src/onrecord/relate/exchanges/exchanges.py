"""Finds questions put to somebody, who answered them, and how (docs/relate.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from onrecord.domain.entity import Entity
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.statement import Statement
from onrecord.domain.words import Words
from onrecord.relate.exchanges.answers import answers, response
from onrecord.relate.exchanges.open_questions import open_questions, questions_ahead
from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.question_layouts import turn_questions
from onrecord.relate.exchanges.question_nouns import named_questions
from onrecord.relate.exchanges.quoted_questions import answered_next, asked_in_quotes, in_dialogue
from onrecord.relate.exchanges.refused_questions import refused_questions
from onrecord.relate.exchanges.reported_questions import reported_questions
from onrecord.relate.exchanges.scene import Scene, plain
from onrecord.relate.exchanges.words import listed, sureness

_IN_A_ROW = 4
"""Sentences by which two questions to one person share a reply, where only the last has one."""

Rule = Callable[[Scene, int], Iterator[Question]]


def find_exchanges(
    words: Words, statements: tuple[Statement, ...], entities: tuple[Entity, ...]
) -> tuple[Exchange, ...]:
    """The questions of a report in reading order.

    ``statements`` have resolved sources; ``entities`` are those that the sources name. Only
    sentences that hold a word of the lists are looked at.
    """
    rules = _rules_by_word()
    if not any(plain(word) in rules for word in words.lower):
        return ()
    scene = Scene(words, statements, entities)
    return tuple(_exchanges(scene, find_questions(scene)))


def find_questions(scene: Scene) -> list[Question]:
    """The questions that the rules find, in reading order, none within another."""
    rules = _rules_by_word()
    found = [
        question
        for at, word in enumerate(scene.lower)
        for rule in rules.get(word, ())
        for question in rule(scene, at)
    ]
    return _distinct(scene, [*found, *turn_questions(scene)])


@cache
def _rules_by_word() -> dict[str, tuple[Rule, ...]]:
    """Which rules look at a word, the surer ones first."""
    rules: dict[str, tuple[Rule, ...]] = {}
    for lists, rule in _RULES:
        for word in sorted(frozenset().union(*map(listed, lists))):
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_RULES: tuple[tuple[tuple[str, ...], Rule], ...] = (
    (("asked", "ask"), reported_questions),
    (("plainly",), asked_in_quotes),
    (("open",), open_questions),
    (("concerning",), questions_ahead),
    (("declined", "would", "did", "could_not", "stays", "be", "offers"), refused_questions),
    (("question_nouns",), named_questions),
    (("question_mark",), answered_next),
    (("question_mark",), in_dialogue),
)


def _distinct(scene: Scene, found: Iterable[Question]) -> list[Question]:
    """Without questions that overlap one before, and refusals with the questions they refuse."""
    kept: list[Question] = []
    put = [one for one in found if not _is_poll(scene, one)]
    for one in sorted(put, key=lambda one: (one.first, -one.last, one.asked is None)):
        if kept and one.first < kept[-1].last:
            continue
        if kept and _replies(scene, one, kept[-1]):
            _refuse(scene, kept, one)
            continue
        kept.append(one)
    return [one for one in kept if one.asked or one.rule != "open"]


def _refuse(scene: Scene, kept: list[Question], refusal: Question) -> None:
    """Gives the refusal to the question before it, and to those that it follows with no reply."""
    at = len(kept) - 1
    while at >= 0 and (at == len(kept) - 1 or _goes_on(scene, kept[at], kept[at + 1])):
        one = kept[at]
        asked = one.asked or refusal.asked
        kept[at] = replace(one, asked=asked, response=Response.DECLINED, reply=refusal.last)
        at -= 1


def _goes_on(scene: Scene, one: Question, after: Question) -> bool:
    """Whether nobody replied to an open question before the next was put."""
    sentences = scene.words.sentence
    near = sentences[after.first] - sentences[one.last - 1] <= 1
    return near and one.rule == "open" and one.asked is None


def _is_poll(scene: Scene, question: Question) -> bool:
    """Whether a question to nobody known stands in a sentence about a poll."""
    if question.asked is not None:
        return False
    first, last = scene.sentence(question.first)
    return any(scene.lower[at] in listed("polls") for at in range(first, last))


def _replies(scene: Scene, refusal: Question, before: Question) -> bool:
    """Whether a refusal is the reply to the question that the same or the last sentence put."""
    if refusal.response is not Response.DECLINED or before.response is not None:
        return False
    sentences = scene.words.sentence
    near = sentences[refusal.first] - sentences[before.last - 1] <= 1
    return near and (before.asked or refusal.asked) == refusal.asked


def _exchanges(scene: Scene, questions: list[Question]) -> Iterator[Exchange]:
    """Each question with its reply; of several to one person in a row, all have the last's."""
    read: list[Exchange] = []
    for number in range(len(questions), 0, -1):
        question = questions[number - 1]
        until = questions[number].first if number < len(questions) else len(scene)
        answered = answers(scene, question, until)
        one = Exchange(
            id=f"x{number}",
            question=scene.passage(question.first, question.last),
            asked=question.asked,
            asked_by=question.asked_by,
            answers=tuple(one.statement.id for one in answered),
            response=response(scene, question, answered, until),
            probability=sureness(question.rule),
        )
        if read and not answered and _in_a_row(scene, question, questions[number]):
            one = replace(one, answers=read[-1].answers, response=read[-1].response)
        read.append(one)
    return reversed(read)


def _in_a_row(scene: Scene, one: Question, after: Question) -> bool:
    """Whether the next question is put to the same person shortly after."""
    same = one.asked is not None and one.asked == after.asked and one.response is None
    sentences = scene.words.sentence
    return same and sentences[after.first] - sentences[one.last - 1] <= _IN_A_ROW
