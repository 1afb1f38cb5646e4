"""Questions that are told by their refusal: "declined to say", "did not return calls"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.domain.exchange import Response
from onrecord.relate.exchanges.clauses import end_of_refusal
from onrecord.relate.exchanges.question import Question
from onrecord.relate.exchanges.scene import Scene
from onrecord.relate.exchanges.subjects import clause_start, phrase_start, subject
from onrecord.relate.exchanges.words import listed

_FAR = 10


def refused_questions(scene: Scene, word: int) -> Iterator[Question]:
    """The refusal that begins with the verb at ``word``, if one does."""
    if _at(scene, max(word - 1, 0)) in listed("first_person"):
        return
    for rule, begins in _RULES:
        verb = begins(scene, word)
        if verb is not None:
            yield _refusal(scene, word, verb, rule)
            return


def _refusal(scene: Scene, word: int, verb: int, rule: str) -> Question:
    """``word``: first word of the verb with its auxiliary; ``verb``: what is refused."""
    first, _ = scene.sentence(word)
    has = word - 1 if word > first and scene.lower[word - 1] in {"has", "have", "had"} else word
    whom = subject(scene, has)
    begins = clause_start(scene, has, whom)
    asked = whom.entity if whom else None
    rule = rule if asked else f"{rule}_unnamed"
    return Question(begins, end_of_refusal(scene, verb), rule, asked, None, Response.DECLINED)


def _declined(scene: Scene, word: int) -> int | None:
    """As in "declined to comment", "refused to give details", "declined an interview request"."""
    if scene.lower[word] not in listed("declined"):
        return None
    if _at(scene, word + 1) != "to":
        after = [_at(scene, at) for at in range(word + 1, word + 6)]
        return word + 1 if set(after) & listed("interview") else None
    verb = _past(scene, word + 2)
    if _says_that(scene, verb):
        return None
    if _at(scene, verb) in listed("refused_to"):
        return verb
    if _at(scene, verb) == "be" and _at(scene, verb + 1) in listed("refused_to_be"):
        return verb
    return verb if _gives(scene, verb) else None


def _says_that(scene: Scene, verb: int) -> bool:
    """As in "refused to say that" and "to say the words": no question is refused."""
    if _at(scene, verb) != "say":
        return False
    if _at(scene, verb + 1) in listed("words_follow"):
        return True
    _, last = scene.sentence(verb)
    for at in range(verb + 1, min(verb + 1 + _FAR, last)):
        if scene.lower[at] in listed("asks_of"):
            return False
        if scene.lower[at] == "that":
            return True
    return False


def _would_not(scene: Scene, word: int) -> int | None:
    """As in "would not say", "won't discuss"."""
    verb = _negated(scene, word, "would")
    if verb is None or _says_that(scene, verb):
        return None
    return verb if _at(scene, verb) in listed("would_not") or _gives(scene, verb) else None


def _did_not(scene: Scene, word: int) -> int | None:
    """As in "did not respond to a request", "has not returned calls", "didn't comment"."""
    verb = _negated(scene, word, "did")
    if verb is None:
        return None
    said = _at(scene, verb)
    base = said.removesuffix("ed") if said not in listed("did_not") else said
    if said in listed("did_not_alone") or base in listed("did_not_alone"):
        return verb
    if base in listed("did_not") or said in {"replied", "responded"}:
        return verb if _near(scene, verb, listed("requests")) else None
    return None


def _not_reached(scene: Scene, word: int) -> int | None:
    """As in "could not be reached for comment"."""
    verb = _negated(scene, word, "could_not")
    if verb is None or _at(scene, verb) != "be":
        return None
    return next((at for at in range(verb, verb + 4) if _at(scene, at) in listed("reached")), None)


def _no_comment(scene: Scene, word: int) -> int | None:
    """As in "had no immediate comment", "was not available for comment", "kept mum"."""
    said = scene.lower[word]
    if said in listed("offers") and _at(scene, word + 1) == "no":
        ahead = range(word + 2, word + 4)
        return next((at for at in ahead if _at(scene, at) in listed("no_words")), None)
    if said in listed("stays") and _at(scene, word + 1) in listed("silent"):
        return word + 1
    if said in listed("be"):
        ahead = range(word + 1, word + 4)
        there = next((at for at in ahead if _at(scene, at) in listed("unavailable")), None)
        if there is None or "comment" not in (_at(scene, there + 2), _at(scene, there + 3)):
            return None
        is_not = _at(scene, there) == "unavailable" or _at(scene, word + 1) == "not"
        return there if is_not else None
    return None


def _negated(scene: Scene, word: int, auxiliary: str) -> int | None:
    """Where the verb stands after "did not immediately"; None where nothing is denied."""
    said = scene.lower[word]
    if said not in listed(auxiliary):
        return None
    if said.endswith("n't") or _nobody(scene, word):
        return _past(scene, word + 1)
    at = _past_yet(scene, word + 1)
    return _past(scene, at + 1) if _at(scene, at) in listed("not") or said == "cannot" else None


def _nobody(scene: Scene, word: int) -> bool:
    """As in "Neither company would": what stands before the verb denies it."""
    start = phrase_start(scene, word)
    return word > start and scene.lower[start] in listed("nobody")


def _past_yet(scene: Scene, word: int) -> int:
    while _at(scene, word) in {"also", "still", "so", "far", "yet"}:
        word += 1
    return word


def _past(scene: Scene, word: int) -> int:
    """Past adverbs."""
    while _at(scene, word) in listed("adverbs"):
        word += 1
    return word


def _gives(scene: Scene, verb: int) -> bool:
    """As in "give details", "offer an explanation"."""
    return _at(scene, verb) in listed("refused_to_give") and _near(scene, verb, listed("given"), 5)


def _near(scene: Scene, verb: int, wanted: frozenset[str], far: int = _FAR) -> bool:
    _, last = scene.sentence(verb)
    return any(scene.lower[at] in wanted for at in range(verb + 1, min(verb + 1 + far, last)))


def _at(scene: Scene, word: int) -> str:
    return scene.lower[word] if word < len(scene) else ""


_RULES: tuple[tuple[str, Callable[[Scene, int], int | None]], ...] = (
    ("declined", _declined),
    ("would_not", _would_not),
    ("did_not", _did_not),
    ("not_reached", _not_reached),
    ("no_comment", _no_comment),
)
