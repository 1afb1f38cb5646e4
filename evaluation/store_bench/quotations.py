"""Quotations as people remember them: cut out of statements, with slips, fewer and swapped words.

Whoever checks a quotation has it from memory, from a slide or from somebody else. What is altered
here comes from statements of records that are in the store; the right one has to come first.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from time import perf_counter

from onrecord.domain.record import Record
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.query.verify.findings import Finding, Verification
from onrecord.store.tables.ids import statement_ids

MANY = 200
WORDS = (6, 40)
"""The shortest and the longest quotation."""

EACH = 10
"""Words for every change, no fewer than one and no more than three."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[A-Za-z]{4,}")


@dataclass(frozen=True, slots=True)
class Altered:
    """``words``, once the ``original`` ones of the statement ``statement`` of ``article``.

    ``spans``: where those stand. ``changes``: what was done to them, in order.
    """

    words: str
    original: str
    statement: str
    article: str
    spans: tuple[Span, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One quotation checked. ``first``: whether the right statement came first."""

    altered: Altered
    answer: Verification
    first: bool
    seconds: float


def altered(records: Iterable[Record], chance: Random, many: int = MANY) -> list[Altered]:
    """``many`` quotations, each from a statement drawn from ``records`` with equal chances."""
    drawn: list[Altered] = []
    for seen, one in enumerate(_long_enough(records)):  # reservoir sampling (Vitter 1985)
        at = seen if seen < many else chance.randrange(seen + 1)
        if at < many:
            made = _altered(*one, chance)
            drawn[at : at + 1] = [made]
    return drawn


def check(
    verify: Callable[[str], Verification], quotations: Iterable[Altered]
) -> Iterator[Checked]:
    """Each quotation checked by ``verify``, with the time that it took."""
    for one in quotations:
        begun = perf_counter()
        answer = verify(one.words)
        seconds = perf_counter() - begun
        yield Checked(one, answer, is_right(one, answer), seconds)


def is_right(one: Altered, answer: Verification) -> bool:
    """Whether the first result is the statement, or attests the same utterance.

    A statement within another has its words, too, and so has one of a copy that was not joined to
    it: they are as right.
    """
    if not answer.results:
        return False
    first = answer.results[0]
    ids = {kept.id for kept in first.attestations}
    return (
        one.statement in ids
        or _same_place(one, first)
        or " ".join(first.told.text.split()) in one.original
    )


def right_first(checked: Iterable[Checked]) -> float:
    """The share of quotations whose statement came first, 0 to 1."""
    found = [one.first for one in checked]
    return sum(found) / len(found) if found else 0.0


def _same_place(one: Altered, first: Finding) -> bool:
    return first.report.id == one.article and any(
        a < end and start < b for a, b in first.told.spans for start, end in one.spans
    )


def _long_enough(records: Iterable[Record]) -> Iterator[tuple[Record, str, Statement]]:
    for record in records:
        ids = statement_ids(record.article.id, record.statements)
        for id_, one in zip(ids, record.statements, strict=True):
            if len(_WORD.findall(one.content.text)) >= WORDS[0]:
                yield record, id_, one


def _altered(record: Record, id_: str, one: Statement, chance: Random) -> Altered:
    text = record.article.text
    places = [
        Span(found.start() + start, found.end() + start)
        for start, end in one.content.spans
        for found in _WORD.finditer(text[start:end])
    ]
    length = min(len(places), chance.randint(*WORDS))
    first = chance.randint(0, len(places) - length)
    chosen = places[first : first + length]
    words = [text[start:end] for start, end in chosen]
    original = " ".join(words)
    changes = tuple(
        chance.choice(_CHANGES)(words, chance) for _ in range(_how_many(length, chance))
    )
    return Altered(" ".join(words), original, id_, record.article.id, tuple(chosen), changes)


def _how_many(words: int, chance: Random) -> int:
    return chance.randint(1, max(1, min(3, words // EACH)))


def _slip(words: list[str], chance: Random) -> str:
    """A letter more, one less, another, or two swapped, in a word long enough for it."""
    able = [at for at, word in enumerate(words) if _LETTERS.search(word)]
    if not able:
        return _dropped(words, chance)
    at = chance.choice(able)
    found = _LETTERS.search(words[at])
    assert found
    place = chance.randrange(found.start() + 1, found.end() - 1)
    before, behind = words[at][:place], words[at][place:]
    letter = chance.choice(string.ascii_lowercase)
    words[at] = chance.choice(
        [
            before + letter + behind,
            before + behind[1:],
            before + letter + behind[1:],
            before + behind[1] + behind[0] + behind[2:],
        ]
    )
    return "slip"


def _dropped(words: list[str], chance: Random) -> str:
    del words[chance.randrange(len(words))]
    return "dropped"


def _swapped(words: list[str], chance: Random) -> str:
    at = chance.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return "swapped"


_CHANGES = (_slip, _dropped, _swapped)
