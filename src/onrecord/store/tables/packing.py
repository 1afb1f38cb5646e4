"""What is only shown, packed as JSON into a column and unpacked again, without loss.

Spans are ``[start, end, start, end, …]``; everything else is a list of fields in the order of its
type.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.domain.article import Byline
from onrecord.domain.entity import Candidate, ClaimedRole, Mention, MentionForm
from onrecord.domain.span import NO_WORDS, Passage, Span, Spans
from onrecord.domain.time import Grain, Time, TimeKind

pack = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
"""Anything to JSON without blanks; one encoder, since making one costs more than using it."""


_NONE = "[]"
"""What an empty list is packed as: most roles and candidates are one."""


def pack_spans(spans: Iterable[tuple[int, int]]) -> str:
    """``[start, end, …]``, as ``pack`` would write it, several times as fast."""
    return f"[{','.join([f'{start},{end}' for start, end in spans])}]"


def spans(packed: str | None) -> Spans:
    """Spans as they were packed; none for NULL."""
    return tuple(map(Span._make, _pairs(packed))) if packed else ()


def passage(text: str, packed: str | None) -> Passage:
    """The words at packed spans."""
    return _cut(text, _pairs(packed)) if packed else NO_WORDS


def _pairs(packed: str) -> Iterator[tuple[int, int]]:
    # What pack_spans wrote; JSON's own parser takes several times as long for a few numbers.
    places = map(int, packed[1:-1].split(",")) if len(packed) > 2 else iter(())
    return zip(places, places, strict=True)


def _cut(text: str, pairs: Iterable[tuple[int, int]]) -> Passage:
    # Not Passage.cut: spans come back in the order in which they were kept.
    kept = tuple(map(Span._make, pairs))
    return Passage(kept, tuple([text[start:end] for start, end in kept]))


def time_fields(time: Time) -> list[Any]:
    """A time as a list."""
    return [
        time.words.spans,
        time.kind,
        time.value,
        time.grain,
        time.clock,
        time.why,
        time.probability,
    ]


def pack_time(time: Time | None) -> str | None:
    """A time, or NULL."""
    return None if time is None else pack(time_fields(time))


def time(text: str, packed: str | None) -> Time | None:
    """A time as it was packed."""
    return _time(text, json.loads(packed)) if packed else None


def time_value(packed: str | None) -> str | None:
    """The ISO value of a time as it was packed, for which its text is not needed."""
    found: str | None = json.loads(packed)[2] if packed else None
    return found


def times(text: str, packed: str) -> tuple[Time, ...]:
    """A list of times as it was packed."""
    return tuple(_time(text, fields) for fields in json.loads(packed))


def _time(text: str, fields: list[Any]) -> Time:
    where, kind, value, grain, clock, why, probability = fields
    return Time(
        _cut(text, where),
        TimeKind(kind),
        value,
        Grain(grain) if grain else None,
        clock,
        why,
        probability,
    )


def pack_mentions(mentions: Iterable[Mention]) -> str:
    """Mentions with why they were given to their entity.

    Where that is the same as for the mention before, only the place is written: in most cases.
    """
    packed: list[list[Any]] = []
    before: list[Any] = []
    for one in mentions:
        why = [one.form, one.rule, one.probability, one.evidence, one.row]
        packed.append([*one.span] if why == before else [*one.span, *_short(why)])
        before = why
    return pack(packed)


_USUAL = (1.0, (), None)
"""Probability, evidence and row of most mentions by name."""


def _short(why: list[Any]) -> list[Any]:
    """``why`` without what is as usual at its end."""
    many = len(why)
    while many > 2 and why[many - 1] == _USUAL[many - 3]:
        many -= 1
    return why[:many]


def mentions(packed: str) -> tuple[Mention, ...]:
    """Mentions as they were packed."""
    return tuple(_mentions(json.loads(packed)))


def _mentions(packed: Iterable[list[Any]]) -> Iterator[Mention]:
    why: list[Any] = []
    for start, end, *told in packed:
        why = [*told, *_USUAL[len(told) - 2 :]] if told else why
        form, rule, probability, evidence, row = why
        where = tuple(map(Span._make, evidence))
        yield Mention(Span(start, end), MentionForm(form), rule, probability, where, row)


def pack_roles(roles: Iterable[ClaimedRole]) -> str:
    """Roles as the text claims them."""
    found = [[one.title, one.words.spans, one.as_of] for one in roles]
    return pack(found) if found else _NONE


def roles(text: str, packed: str) -> tuple[ClaimedRole, ...]:
    """Roles as they were packed."""
    return tuple(
        ClaimedRole(title, _cut(text, where), as_of) for title, where, as_of in json.loads(packed)
    )


def pack_candidates(candidates: Iterable[Candidate]) -> str:
    """Who an entity may be."""
    found = [[one.name, one.wikidata, one.probability] for one in candidates]
    return pack(found) if found else _NONE


def candidates(packed: str) -> tuple[Candidate, ...]:
    """Candidates as they were packed."""
    return tuple(Candidate(*fields) for fields in json.loads(packed))


def pack_byline(byline: Iterable[Byline]) -> str:
    """Authors."""
    return pack([[one.name, one.role, one.spans] for one in byline])


def byline(packed: str) -> tuple[Byline, ...]:
    """Authors as they were packed."""
    return tuple(
        Byline(name, role, tuple(Span(*pair) for pair in where))
        for name, role, where in json.loads(packed)
    )
