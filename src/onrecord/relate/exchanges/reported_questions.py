"""Questions that a report tells of: "asked whether", "was pressed on", "asked her about"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.relate.exchanges.clauses import end_of_reported, main_clause, sentence_end
from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.scene import Named, Scene
from onrecord.relate.exchanges.subjects import asker, clause_start, subject
from onrecord.relate.exchanges.tellers import teller_after, teller_before
from onrecord.relate.exchanges.words import listed

_FAR = 12
_NEAR = 5
_COMMA = frozenset({",", "—", "–", "--"})


def reported_questions(scene: Scene, word: int) -> Iterator[Question]:
    """The question that the verb at ``word`` reports, if it does."""
    if scene.lower[word] in listed("asked") and not _is_active(scene, word):
        passive = _passive(scene, word) or _participle(scene, word)
        if passive is not None:
            yield passive
            return
    active = _active(scene, word)
    if active is not None:
        yield active


def _is_active(scene: Scene, word: int) -> bool:
    """Whether somebody stands right before and right after the verb: "Hill asked Dale"."""
    return _object(scene, word) is not None and not _auxiliary(scene, word)


def _passive(scene: Scene, verb: int) -> Question | None:
    be = _auxiliary(scene, verb)
    if be is None or _unreal(scene, verb) or not _asks(scene, verb):
        return None
    whom = subject(scene, be)
    first = clause_start(scene, be, whom)
    by = asker(scene, verb + 1, sentence_end(scene, verb))
    return Question(first, end_of_reported(scene, verb), "passive", _id(whom), _id(by))


def _participle(scene: Scene, verb: int) -> Question | None:
    """As in "Asked whether ..., Ms Hill said" and "she said when asked about ..."."""
    begins, leading = _participle_start(scene, verb)
    if begins is None or not (_asks(scene, verb) or _ends_bare(scene, verb)):
        return None
    by = _id(asker(scene, verb + 1, sentence_end(scene, verb)))
    if leading:
        main = main_clause(scene, verb)
        end = main - 1 if main is not None else sentence_end(scene, verb)
        return Question(
            begins, max(end, verb + 1), "participle", teller_after(scene, verb, main), by
        )
    whom = teller_before(scene, begins)
    end = _trailing_end(scene, verb)
    return Question(begins, end, "participle_after", whom, by)


def _participle_start(scene: Scene, verb: int) -> tuple[int | None, bool]:
    """Where the clause begins, and whether it leads its sentence; None where it is no such one."""
    first, _ = scene.sentence(verb)
    at = verb
    while at > first and scene.lower[at - 1] in listed("before_asked"):
        at -= 1
    while at < verb and scene.lower[at] in {"and", "but", "then"}:
        at += 1
    before = scene.lower[at - 1] if at > first else ""
    if at == first or before in {"“", '"', "``", "‘"} or _only_signs(scene, first, at):
        return at, True
    if any(scene.lower[one] in listed("joined") for one in range(at, verb)):
        return at, before in _COMMA and _leads(scene, first, at)
    apposed = before in _COMMA and _at(scene, verb + 1) in listed("goes_on_asked")
    return (at, False) if apposed else (None, False)


def _leads(scene: Scene, first: int, at: int) -> bool:
    """Whether what stands before the clause is only a short lead: "On Monday, when asked"."""
    return at - first <= 6 and not scene.named_in(first, at)


def _only_signs(scene: Scene, first: int, last: int) -> bool:
    return all(scene.is_apart(at) for at in range(first, last))


def _active(scene: Scene, verb: int) -> Question | None:
    """As in "Ms Hill asked him whether": the object is who is asked."""
    whom = _object(scene, verb)
    if whom is None or not _asks(scene, verb, whom.last) or _unreal(scene, verb):
        return None
    who = subject(scene, verb)
    begins = clause_start(scene, verb, who)
    if who is not None and who.entity == whom.entity:
        who = None
    return Question(begins, end_of_reported(scene, verb), "active", whom.entity, _id(who))


def _object(scene: Scene, verb: int) -> Named | None:
    """Who is named right after the verb, past an article and titles."""
    named = scene.named_soon(verb + 1)
    owns = named and named.last < len(scene) and scene.lower[named.last] in {"'s", "'"}
    return None if owns else named


def _auxiliary(scene: Scene, verb: int) -> int | None:
    """The form of "be" before the verb, past adverbs."""
    at = verb - 1
    while at >= 0 and scene.lower[at] in listed("adverbs"):
        at -= 1
    if at < 0 or scene.lower[at] not in listed("were"):
        return None
    while at > 0 and scene.lower[at - 1] in {"been", "being", "has", "have", "had", "was", "is"}:
        at -= 1
    return at


def _asks(scene: Scene, verb: int, after: int | None = None) -> bool:
    """Whether a question follows: "whether", "about", "to explain" near enough, in the sentence."""
    last = sentence_end(scene, verb)
    pressing = scene.lower[verb] not in listed("plainly")
    markers = listed("presses_on" if pressing else "asks_of")
    start = after or verb + 1
    far = _NEAR if pressing and after else _FAR
    for at in range(start, min(start + far, last)):
        word = scene.lower[at]
        if word in markers:
            if word == "on" and _at(scene, at + 1) in listed("days"):
                continue
            return True
        if word == "to":
            return at + 1 < last and scene.lower[at + 1] in listed("asked_to")
        if word == "for":
            ahead = range(at + 1, min(at + 4, last))
            return any(scene.lower[one] in listed("asked_for") for one in ahead)
        if word in _COMMA:
            return False
    return False


def _at(scene: Scene, word: int) -> str:
    return scene.lower[word] if word < len(scene) else ""


def _unreal(scene: Scene, verb: int) -> bool:
    """As in "didn't ask her about it", "should ask them why": no such question was put."""
    before = scene.lower[max(verb - 3, 0) : verb]
    if before[-1:] == ("to",):
        return not set(before) & listed("does_ask")
    return any(word in listed("unreal") for word in before)


def _ends_bare(scene: Scene, verb: int) -> bool:
    """As in "When pressed, ..." and "when asked by reporters, ..."."""
    if not any(scene.lower[at] in listed("joined") for at in range(max(verb - 3, 0), verb)):
        return False
    ahead = scene.lower[verb + 1 : verb + 7]
    return "," in ahead and "to" not in ahead[: ahead.index(",")]


def _trailing_end(scene: Scene, verb: int) -> int:
    """The end of a question clause that follows its main clause."""
    last = sentence_end(scene, verb)
    for at in range(verb + 2, last):
        if scene.lower[at] in _COMMA or scene.lower[at] in {"“", "``"}:
            return at
    return last


def _id(named: Named | None) -> str | None:
    return named.entity if named else None
