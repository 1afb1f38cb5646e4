"""The bones of a real record: where its parts stand and what they are, without its words.

A skeleton is a list of pieces. Some of them are kept (blanks, punctuation, cues such as "said",
pronouns, words of time), some are names to be given anew, and all other words are to be drawn.
Its record has its spans in numbers of pieces; ``dressing`` puts words on it. So the parts of a
generated record hang together as those of read ones do: how many statements a speaker has, which
forms, acts, targets, mentions, engagements and exchanges a report has.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.store_bench.moving import Moving
from onrecord.domain.article import Article
from onrecord.domain.entity import Entity, EntityKind, MentionForm
from onrecord.domain.record import Record
from onrecord.domain.span import Passage, Span, Spans
from onrecord.domain.statement import Form
from onrecord.domain.time import Time

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Face:
    """Piece ``at`` names the entity number ``entity``; ``words`` of its name were used."""

    at: int
    entity: int
    words: int
    last: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Pieces of a quotation that can give way to another: ``[start, end)``, by ``entity``."""

    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``free``: pieces to be drawn, ``sentences``: how many of them each sentence has."""

    pieces: tuple[str, ...]
    free: tuple[int, ...]
    sentences: tuple[int, ...]
    faces: tuple[Face, ...]
    quotes: tuple[Quote, ...]
    record: Record
    published: str


def skeleton_of(record: Record) -> Skeleton:
    """The bones of ``record``. Raises ValueError where its report has no date."""
    published = record.article.published
    if published is None:
        raise ValueError("a report without a date has no days to count from")
    text = record.article.text
    names = _names(record)
    kept = _kept(record)
    starts = _piece_starts(text, record, names)
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    where = {start: number for number, start in enumerate(starts)} | {len(text): len(pieces)}
    fixed = _covered(kept, where) | {where[span.start] for span in names}
    free = [n for n, piece in enumerate(pieces) if n not in fixed and piece[0].isalpha()]
    moving = Moving(where, "")
    notices = moving.spans(record.article.notices)
    moved = moving.record(record, Article("", "", notices=notices))
    return Skeleton(
        tuple("" if n in set(free) else piece for n, piece in enumerate(pieces)),
        tuple(free),
        _per_sentence(free, moved.sentences),
        tuple(
            Face(where[span.start], entity, len(text[slice(*span)].split()), last)
            for span, (entity, last) in names.items()
        ),
        tuple(_quotes(moved, pieces)),
        moved,
        published,
    )


def _names(record: Record) -> dict[Span, tuple[int, bool]]:
    """Mentions by name that no other span begins or ends within; whether by the last name."""
    bounds = sorted({place for span in _all_spans(record) for place in span})
    found = {}
    for number, entity in enumerate(record.entities):
        for mention in entity.mentions:
            inner = bisect_right(bounds, mention.span.start)
            alone = bounds[inner] >= mention.span.end
            if alone and mention.form is MentionForm.NAME and entity.kind is not EntityKind.GROUP:
                found[mention.span] = (number, mention.rule == "surname")
    return found


def _kept(record: Record) -> list[Span]:
    """What stays as it is: cues, times, mentions."""
    kept = [span for one in record.statements for span in one.cue.spans]
    kept += [span for time in record.times for span in time.words.spans]
    kept += [mention.span for entity in record.entities for mention in entity.mentions]
    return kept


def _covered(spans: list[Span], where: dict[int, int]) -> set[int]:
    return {piece for start, end in spans for piece in range(where[start], where[end])}


def _piece_starts(text: str, record: Record, names: dict[Span, tuple[int, bool]]) -> list[int]:
    """Words, what is between them, and every place where a span begins or ends."""
    starts = {0, *(place for match in _WORD.finditer(text) for place in match.span())}
    for span in names:
        starts.difference_update(range(span.start + 1, span.end))
    starts.update(place for span in _all_spans(record) for place in span)
    return sorted(starts - {len(text)})


def _per_sentence(free: list[int], sentences: Spans) -> tuple[int, ...]:
    """How many of the free pieces follow each sentence's begin, before the next one's."""
    starts = [start for start, _ in sentences]
    counts = [0] * (len(starts) + 1)
    for piece in free:
        counts[bisect_right(starts, piece)] += 1
    return tuple(count for count in counts if count)


def _quotes(record: Record, pieces: list[str]) -> Iterator[Quote]:
    """Quotations in one piece of text, without their marks."""
    for one in record.statements:
        if one.form is not Form.DIRECT or len(one.content.spans) != 1 or not one.source.entity:
            continue
        start, end = one.content.spans[0]
        while start < end and not pieces[start][0].isalnum():
            start += 1
        while start < end and not pieces[end - 1][-1].isalnum():
            end -= 1
        if end - start >= _WORDS_OF_A_QUOTE:
            yield Quote(start, end, one.source.entity)


_WORDS_OF_A_QUOTE = 10


def _all_spans(record: Record) -> Iterator[Span]:
    """Every span of a record."""
    yield from record.sentences
    yield from record.article.notices
    for byline in record.article.byline:
        yield from byline.spans
    for passage in _passages(record):
        yield from passage.spans
    for entity in record.entities:
        for mention in entity.mentions:
            yield mention.span
            yield from mention.evidence


def _passages(record: Record) -> Iterator[Passage]:
    for one in record.statements:
        yield from (one.source.words, one.cue, one.content, one.said_at)
        yield from _of_time(one.said_on)
        if one.deed:
            yield one.deed.words
            if one.deed.target:
                yield one.deed.target.words
    for engagement in record.engagements:
        yield from (engagement.evidence, engagement.place, *_of_time(engagement.when))
    for exchange in record.exchanges:
        yield exchange.question
    for time in record.times:
        yield time.words
    for entity in record.entities:
        yield from _of_entity(entity)


def _of_entity(entity: Entity) -> Iterator[Passage]:
    for role in entity.roles:
        yield role.words


def _of_time(time: Time | None) -> Iterator[Passage]:
    if time:
        yield time.words
