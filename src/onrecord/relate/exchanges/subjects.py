"""Who does a verb, and to whom: the people around a verb in its clause, without a parse.

What stands right before the verb (past adverbs and auxiliaries) is its subject; past an apposition
in commas, what stands before that; where "and" or "but" stands there, the subject of the clause
before. Whoever speaks for somebody stands for them: a question to a spokesman of Ms Hill is put to
Ms Hill, unless the spokesman has a name.
"""

from __future__ import annotations

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.relate.exchanges.scene import Named, Scene
from onrecord.relate.exchanges.words import listed

_REACH = 30
_LONG = 10
_NEAR = 5
_JOINS = frozenset({"and", "but", "or"})
_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "“", "”", '"', "``", "''", "(", ")", "-"})
_RELATIVE = frozenset({"who", "which", "that"})
_ASIDE = frozenset({",", "—", "–", "--", ")"})
_OPENING = {")": "("}
_PREPOSITIONS = frozenset(
    {"in", "of", "for", "from", "with", "at", "to", "by", "on", "supporting", "backing", "like"}
)
_POSSESSIVE = frozenset({"'s", "'"})


def subject(scene: Scene, verb: int) -> Named | None:
    """Whoever does the verb whose first word (auxiliaries and adverbs counted) is ``verb``."""
    first, _ = scene.sentence(verb)
    last = _past_adverbs(scene, verb, first)
    if last <= first:
        return None
    before = scene.lower[last - 1]
    if before in _RELATIVE:
        last = last - 2 if last - 2 >= first and scene.lower[last - 2] == "," else last - 1
        return _head(scene, first, last)
    if before in _JOINS:
        return _of_clause_before(scene, first, last - 1)
    if before in _ASIDE:
        return _past_aside(scene, first, last)
    return _head(scene, first, last)


def phrase_start(scene: Scene, verb: int) -> int:
    """Where the noun phrase before the verb begins; the verb itself where none stands there."""
    first, _ = scene.sentence(verb)
    return _phrase_start(scene, first, _past_adverbs(scene, verb, first)) if verb > first else verb


def clause_start(scene: Scene, verb: int, whom: Named | None) -> int:
    """Where the clause of a verb begins: with its subject, of a long one with the name in it."""
    begins = phrase_start(scene, verb)
    if verb - begins <= _LONG:
        return begins
    return whom.first if whom and 0 <= verb - whom.last < _NEAR else verb


def asker(scene: Scene, first: int, last: int) -> Named | None:
    """Whoever stands after "by" within the words: "asked by Ms Hill whether"."""
    for at in range(first, min(first + 6, last - 1)):
        if scene.lower[at] == "by":
            return next(iter(scene.named_in(at + 1, min(at + 6, last))), None)
    return None


def _past_adverbs(scene: Scene, verb: int, first: int) -> int:
    adverbs = listed("adverbs")
    while verb > first and scene.lower[verb - 1] in adverbs:
        verb -= 1
    return verb


def _past_aside(scene: Scene, first: int, last: int) -> Named | None:
    """Before "(D-Nev.)" and before ", the mayor,": the words ``[first, last)`` end with its end."""
    mark = scene.lower[last - 1]
    opens = _OPENING.get(mark, mark)
    for at in range(last - 2, max(first, last - _REACH) - 1, -1):
        if scene.lower[at] == opens:
            named = _named_aside(scene, first, at, last - 1)
            return named or _head(scene, first, at)
    return _head(scene, first, last - 1) if mark == "," else None


def _named_aside(scene: Scene, first: int, opens: int, closes: int) -> Named | None:
    """As in "A spokesman for the party, Bob Dale,": the name between the commas."""
    if not any(scene.lower[at] in listed("spokespeople") for at in range(first, opens)):
        return None
    inside = scene.named_at(opens + 1)
    return inside if inside and inside.last == closes else None


def _head(scene: Scene, first: int, last: int) -> Named | None:
    """Whom the noun phrase that ends before ``last`` names."""
    start = _phrase_start(scene, first, last)
    inside = scene.named_in(start, last)
    speaking = any(scene.lower[at] in listed("spokespeople") for at in range(start, last))
    for one in reversed(inside):
        if one.last == last:
            whole = one.form is not MentionForm.NAME or not _governed(scene, start, one.first)
            return one if whole or speaking else None
    return inside[-1] if inside and speaking else None


def _phrase_start(scene: Scene, first: int, last: int) -> int:
    start = last
    while start > max(first, last - _REACH):
        word = scene.lower[start - 1]
        if word in _BREAKS or (word in _JOINS and not _joins_names(scene, start)):
            break
        start -= 1
    return start


def _joins_names(scene: Scene, after: int) -> bool:
    """Whether "and" joins two names or capitalised words."""
    return after < len(scene) and after >= 2 and scene.words.is_capital(after - 2)


def _governed(scene: Scene, start: int, first: int) -> bool:
    """Whether a name stands in a phrase of its own: "voters in Ohio"."""
    return any(
        scene.lower[at] in _PREPOSITIONS and not scene.words.is_capital(at)
        for at in range(start, first)
    )


def _of_clause_before(scene: Scene, first: int, last: int) -> Named | None:
    """The subject of the sentence so far: who spoke in it last, or whom it begins with."""
    spoke = [
        one
        for one in scene.statements_from(max(first - _REACH, 0), last)
        if first <= one.head < last and one.statement.source.entity
    ]
    if spoke:
        entity = spoke[-1].statement.source.entity or ""
        known = [one for one in scene.named_in(first, last) if one.entity == entity]
        return (
            known[-1] if known else Named(first, last, entity, MentionForm.NAME, EntityKind.PERSON)
        )
    opening = scene.named_in(first, min(first + 6, last))
    return opening[0] if opening else None
