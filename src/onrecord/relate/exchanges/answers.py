"""The statements that answer a question, and how it was met.

Answers are the statements of whoever was asked, from the question on, until somebody else speaks,
the next question is put, or a paragraph passes without one. A clause that follows its answer ("she
said when asked") looks back over its own sentence too.
"""

from __future__ import annotations

from onrecord.domain.exchange import Response
from onrecord.domain.statement import Act
from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.scene import Placed, Scene
from onrecord.relate.exchanges.words import listed, phrases

_MOST = 8
_BACK = 250
_LOOKS_BACK = frozenset({"participle_after", "in_response"})
_PARAGRAPHS = 1


def answers(scene: Scene, question: Question, until: int) -> list[Placed]:
    """The answers to ``question`` before the word ``until``, in reading order."""
    if question.response is Response.DECLINED:
        return _refusals(scene, question)
    first, _ = scene.sentence(question.first)
    before = [
        one
        for one in scene.statements_from(max(first - _BACK, 0), question.first)
        if question.rule in _LOOKS_BACK
        and first < one.last
        and one.says < question.first
        and _may_answer(one, question)
    ]
    return before + _following(scene, question, until)


def _refusals(scene: Scene, question: Question) -> list[Placed]:
    """The statements that the words of the refusal are."""
    told = max(question.last, question.reply)
    begins = question.last if question.reply else question.first
    return [
        one for one in scene.statements_from(max(begins - 1, 0), told) if begins <= one.says < told
    ]


def response(scene: Scene, question: Question, answered: list[Placed], until: int) -> Response:
    """How the question was met, by the words before ``until`` that tell the answer, and by it.

    A question after which no reply is told of is taken for one that had none: declined.
    """
    if question.response is not None:
        return question.response
    first, last = _told(scene, question, answered)
    last = min(last, max(until, question.last))
    told, said = _split(scene, first, last)
    if any(word in listed("declines") for word in told) or _holds(said, "withholds"):
        return Response.DECLINED
    if any(word in listed("deflects") for word in told) or _holds(said, "postpones"):
        return Response.DEFLECTED
    if not answered and not _replied(scene, question, last):
        return Response.DECLINED
    kept_back = answered and _act(answered[0]) is Act.DECLINES
    return Response.DEFLECTED if kept_back else Response.ANSWERED


def _replied(scene: Scene, question: Question, last: int) -> bool:
    """Whether the words up to ``last`` tell of a reply that no statement was read from."""
    if any(scene.words.quoted[at] for at in range(question.last, last)):
        return True
    return any(one.entity == question.asked for one in scene.named_in(question.last, last))


def _act(one: Placed) -> Act | None:
    return one.statement.deed.act if one.statement.deed else None


def _following(scene: Scene, question: Question, until: int) -> list[Placed]:
    found: list[Placed] = []
    before = question.last
    for one in scene.statements_from(question.first, until):
        if one.says < question.last or one.says >= until:
            continue
        if len(found) == _MOST or not _goes_on(scene, before, one, bool(found)):
            break
        if not found and _still_asks(one, question):
            before = one.last
            continue
        if not _may_answer(one, question):
            break
        found.append(one)
        before = one.last
    return found


def _goes_on(scene: Scene, before: int, one: Placed, answered: bool) -> bool:
    """Whether a statement follows near enough on the question, or on the answer before it.

    Whatever goes on after an answer is quoted, or stands in its sentence.
    """
    paragraphs, last = scene.words.paragraph, before - 1
    if paragraphs[one.first] > paragraphs[last] + _PARAGRAPHS:
        return False
    same_sentence = scene.words.sentence[one.first] == scene.words.sentence[last]
    return not answered or same_sentence or scene.is_quoted(one)


def _still_asks(one: Placed, question: Question) -> bool:
    """Whether whoever asked goes on before the answer."""
    entity = one.statement.source.entity
    return entity is not None and entity == question.asked_by


def _may_answer(one: Placed, question: Question) -> bool:
    """Whether the asked one speaks, or nobody that is known to be somebody else."""
    entity = one.statement.source.entity
    return entity == question.asked if question.asked and entity else question.asked is None


def _told(scene: Scene, question: Question, answered: list[Placed]) -> tuple[int, int]:
    """From the question's sentence to the end of the first answer's, or of the sentence after."""
    first, last = scene.sentence(question.first)
    if answered:
        first = min(first, answered[0].first)
        last = max(last, scene.sentence(answered[0].last - 1)[1])
    elif last < len(scene):
        last = scene.sentence(last)[1]
    return first, last


def _split(scene: Scene, first: int, last: int) -> tuple[list[str], list[str]]:
    """The words outside quotations, and those within."""
    told = [scene.lower[at] for at in range(first, last) if not scene.words.quoted[at]]
    said = [scene.lower[at] for at in range(first, last) if scene.words.quoted[at]]
    return told, said


def _holds(said: list[str], name: str) -> bool:
    joined = f" {' '.join(said)} "
    return any(f" {' '.join(phrase)} " in joined for phrase in phrases(name))
