"""Quotations put together from places that do not stand together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.query.verify.findings import Finding, Kind, Part, Verdict
from onrecord.query.verify.quoted import Quoted

FEWEST = 4
"""Words in a row that must stand in another place."""

RIGHT = 0.9
"""How similar each part has to be to its place."""

_OUTSIDE = (Kind.ADDED, Kind.CHANGED)

Find = Callable[[Quoted], list[Finding]]
"""Where a part of a quotation stands."""


def spliced(asked: Quoted, found: list[Finding], find: Find) -> list[Finding]:
    """``found``, the first of it as a splice if the rest of the quotation stands elsewhere.

    Elsewhere is another statement of the same report, or of the same speaker.
    """
    if not found or len(asked.words) < 2 * FEWEST:
        return found
    first = _spliced(asked, found[0], find)
    others = [one for one in found[1:] if not any(_same_place(one, each) for each in first.also)]
    return [first, *others]


def _spliced(asked: Quoted, one: Finding, find: Find) -> Finding:
    outside = _outside(asked, one)
    if outside is None:
        return one
    rest, mine = asked.part(*outside), _mine(asked, *outside)
    if mine is None:
        return one
    here = [other for other in find(mine) if _same_place(other, one) and other.similarity >= RIGHT]
    there = [other for other in find(rest) if _belongs(other, one) and other.similarity >= RIGHT]
    if not here or not there:
        return one
    return _joined(here[0], there[0], len(mine.words) / len(asked.words))


def _outside(asked: Quoted, one: Finding) -> tuple[int, int] | None:
    """The longest row of asked words at either end that are not told there."""
    rows = []
    for part in (one.parts[:1], one.parts[-1:]):
        rows += [_words_in(asked, each) for each in part if each.kind in _OUTSIDE]
    longest = max(rows, key=lambda row: row[1] - row[0], default=(0, 0))
    return longest if longest[1] - longest[0] >= FEWEST else None


def _words_in(asked: Quoted, part: Part) -> tuple[int, int]:
    inside = [
        number
        for number, word in enumerate(asked.words)
        if part.asked.start <= word.start < part.asked.end
    ]
    return inside[0], inside[-1] + 1


def _mine(asked: Quoted, first: int, last: int) -> Quoted | None:
    """The quotation without the words ``[first, last)`` at one of its ends."""
    low, high = (last, len(asked.words)) if first == 0 else (0, first)
    return asked.part(low, high) if high - low >= FEWEST else None


def _same_place(one: Finding, other: Finding) -> bool:
    if one.statement and other.statement:
        return one.statement.utterance == other.statement.utterance
    return one.paragraph.number == other.paragraph.number


def _belongs(one: Finding, other: Finding) -> bool:
    """Whether two places are of one report or of one speaker."""
    if one.report.id == other.report.id:
        return True
    mine = {who.key for kept in (one.statement,) if kept for who in kept.speakers}
    theirs = {who.key for kept in (other.statement,) if kept for who in kept.speakers}
    return bool(mine & theirs)


def _joined(mine: Finding, rest: Finding, share: float) -> Finding:
    """One splice of both, in the order of the quotation; ``share`` of its words are ``mine``."""
    first, then = sorted((mine, rest), key=lambda one: one.asked.start)
    whose = mine.verdict in (Verdict.OTHER_SPEAKER, Verdict.INDIRECT, Verdict.UNATTRIBUTED)
    return replace(
        first,
        verdict=mine.verdict if whose else Verdict.SPLICED,
        wording=Verdict.SPLICED,
        similarity=share * mine.similarity + (1 - share) * rest.similarity,
        also=(then,),
    )
