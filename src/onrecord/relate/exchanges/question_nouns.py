"""Questions that a report names: "in response to a question about", "dodged questions on"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.exchange import Response
from onrecord.relate.exchanges.clauses import end_of_reported, main_clause, sentence_end
from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.scene import Named, Scene
from onrecord.relate.exchanges.subjects import subject
from onrecord.relate.exchanges.tellers import teller_after, teller_before
from onrecord.relate.exchanges.words import listed

_BACK = 8


def named_questions(scene: Scene, word: int) -> Iterator[Question]:
    """The exchange that the noun at ``word`` ("question") stands for, if a verb says so."""
    first, _ = scene.sentence(word)
    for at in range(word - 1, max(first, word - _BACK) - 1, -1):
        said = scene.lower[at]
        if said in listed("breaks"):
            return
        if said in listed("met_question") and _governs(scene, at, word):
            yield _met(scene, at, word)
            return
        if said in listed("avoided_question"):
            yield _by_subject(scene, at, word, Response.DEFLECTED)
            return
        if said in listed("took") and _nothing(scene, at, word):
            yield _by_subject(scene, at, word, Response.DECLINED)
            return


def _governs(scene: Scene, verb: int, noun: int) -> bool:
    """As in "response to a question" and "answering a question about"."""
    if scene.lower[verb] in listed("met_to"):
        return "to" in scene.lower[verb + 1 : min(verb + 4, noun)]
    return _is_of(scene, verb, noun)


def _is_of(scene: Scene, verb: int, noun: int) -> bool:
    """As in "a question about", "a reporter's question": not any question, one that was put."""
    after = scene.lower[noun + 1] if noun + 1 < len(scene) else ""
    owned = bool({"'s", "'"} & set(scene.lower[verb:noun]))
    return owned or after in listed("question_of") or after == "that"


def _met(scene: Scene, verb: int, noun: int) -> Question:
    """A phrase beside the clause that tells the reply, or the verb of the one who replies."""
    first, _ = scene.sentence(verb)
    begins = verb - 1 if verb > first and scene.lower[verb - 1] in {"in", "by", "when"} else verb
    refused = _refused(scene, begins)
    response = Response.DECLINED if refused else None
    last, leads = end_of_reported(scene, noun), _only_lead(scene, first, begins)
    if leads:
        main = main_clause(scene, noun)
        last = main - 1 if main is not None else last
        asked = teller_after(scene, noun, main)
    else:
        asked = teller_before(scene, begins) or _id(subject(scene, refused or begins))
    rule = "in_response" if begins < verb else "to_question"
    return Question(begins, max(last, noun + 1), rule, asked, _asker(scene, verb, noun), response)


def _by_subject(scene: Scene, verb: int, noun: int, response: Response) -> Question:
    """The subject of the verb is who was asked."""
    whom = subject(scene, _auxiliaries(scene, verb))
    begins = whom.first if whom and 0 <= verb - whom.last < 4 else verb
    rule = "avoided" if response is Response.DEFLECTED else "took_none"
    end = end_of_reported(scene, noun)
    return Question(begins, end, rule, _id(whom), _asker(scene, verb, noun), response)


def _asker(scene: Scene, verb: int, noun: int) -> str | None:
    """As in "Bob Dale's question", "a question from Bob Dale"."""
    owners = [one for one in scene.named_in(verb, noun) if one.last < len(scene)]
    for one in reversed(owners):
        if scene.lower[one.last] in {"'s", "'"}:
            return one.entity
    if noun + 1 < sentence_end(scene, noun) and scene.lower[noun + 1] in {"from", "by"}:
        return _id(next(iter(scene.named_in(noun + 2, noun + 8)), None))
    return None


def _refused(scene: Scene, begins: int) -> int | None:
    """Where "refused to" stands before "answer questions", or "would not"."""
    before = scene.lower[max(begins - 3, 0) : begins]
    for back, word in enumerate(reversed(before), 1):
        if word in listed("declined") or word in listed("not") or word.endswith("n't"):
            return _auxiliaries(scene, begins - back)
    return None


def _auxiliaries(scene: Scene, verb: int) -> int:
    """The first of the auxiliaries and adverbs before a verb."""
    skipped = listed("adverbs") | listed("did") | listed("would") | listed("be") | {"to"}
    first, _ = scene.sentence(verb)
    while verb > first and scene.lower[verb - 1] in skipped:
        verb -= 1
    return verb


def _nothing(scene: Scene, verb: int, noun: int) -> bool:
    """As in "took no questions", "didn't take any questions"."""
    if "no" in scene.lower[verb + 1 : noun]:
        return True
    before = scene.lower[max(verb - 3, 0) : verb]
    return any(word in listed("not") or word.endswith("n't") for word in before)


def _only_lead(scene: Scene, first: int, begins: int) -> bool:
    return begins - first <= 1


def _id(named: Named | None) -> str | None:
    return named.entity if named else None
