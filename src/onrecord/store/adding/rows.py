"""A record as rows of the tables: what stands in which column, and nothing of how it is written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from onrecord.domain.article import Article
from onrecord.domain.days import day_of_publication, days_of
from onrecord.domain.engagement import Engagement
from onrecord.domain.entity import Entity
from onrecord.domain.exchange import Exchange
from onrecord.domain.record import Record
from onrecord.domain.span import Span, Spans
from onrecord.domain.statement import Statement
from onrecord.domain.time import Time
from onrecord.store.tables import packing
from onrecord.store.tables.ids import engagement_ids, statement_ids
from onrecord.store.tables.packing import pack, pack_spans
from onrecord.store.words.pieces import Pieces

Row = dict[str, Any]
Rows = defaultdict[str, list[Row]]
"""Rows by the name of their table."""


class Places(NamedTuple):
    """What the rows of one record are numbered with."""

    article: int
    derivation: int
    identities: Mapping[str, int]
    """By the id of an entity in the record, the number of its identity."""
    first: Mapping[str, int]
    """By table, the number that its first row gets."""


def rows_of(record: Record, id: str, places: Places) -> Rows:
    """The rows of ``record``, whose article is kept under ``id``; groups are its own ones."""
    rows: Rows = defaultdict(list)
    article = record.article
    cut = Pieces(article.text)
    rows["articles"].append(_article(record, id, places))
    for place, text in enumerate(cut.texts):
        rows["paragraphs"].append(
            {
                "number": places.first["paragraphs"] + place,
                "article": places.article,
                "start": cut.starts[place],
                "text": text,
            }
        )
    rows["entities"] = [_entity(one, places) for one in record.entities]
    rows["exchanges"] = [_exchange(one, places) for one in record.exchanges]
    sentences = _Sentences(record.sentences)
    questions = {one.id: one.question.spans for one in record.exchanges}
    ids = statement_ids(id, record.statements)
    for number, (id_, one) in enumerate(
        zip(ids, record.statements, strict=True), places.first["statements"]
    ):
        around = sentences.around((*one.cue.spans, *one.content.spans))
        row = _statement(number, id_, one, around, article, places)
        rows["statements"].append(row)
        rows["speakers"].extend(_speakers(row, one, places))
        rows["targets"].extend(_targets(row, one, places))
        asked = questions.get(one.exchange or "", ())
        rows["statement_paragraphs"].extend(
            _reaches(row, cut, one.content.spans, (*around, *asked), places)
        )
    _engagements(rows, record, id, sentences, places)
    return rows


def _article(record: Record, id: str, places: Places) -> Row:
    article = record.article
    return {
        "number": places.article,
        "id": id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "retrieved_from": article.retrieved_from,
        "language": article.language,
        "published": article.published,
        "day": day_of_publication(article.published) or "",
        "encoding": article.encoding,
        "text_sha256": article.text_sha256,
        "byline": packing.pack_byline(article.byline),
        "notices": pack_spans(article.notices),
        "times": pack([packing.time_fields(one) for one in record.times]),
        "sentences": pack_spans(record.sentences),
        "derivation": places.derivation,
        "family": places.article,
    }


def _entity(entity: Entity, places: Places) -> Row:
    return {
        "article": places.article,
        "local": entity.id,
        "identity": places.identities[entity.id],
        "name": entity.name,
        "kind": entity.kind,
        "wikidata": entity.wikidata,
        "known": entity.identity,
        "row": entity.row,
        "roles": packing.pack_roles(entity.roles),
        "mentions": packing.pack_mentions(entity.mentions),
        "candidates": packing.pack_candidates(entity.candidates),
        "derivation": places.derivation,
    }


def _exchange(exchange: Exchange, places: Places) -> Row:
    return {
        "article": places.article,
        "local": exchange.id,
        "question": pack_spans(exchange.question.spans),
        "asked": exchange.asked,
        "asked_by": exchange.asked_by,
        "answers": pack(exchange.answers),
        "response": exchange.response,
        "probability": exchange.probability,
        "derivation": places.derivation,
    }


def _statement(
    number: int, id: str, one: Statement, around: Spans, article: Article, places: Places
) -> Row:
    source, deed = one.source, one.deed
    target = deed.target if deed else None
    value = said_value(one.said_on) or day_of_publication(article.published)
    return {
        "number": number,
        "id": id,
        "article": places.article,
        "local": one.id,
        "source": pack_spans(source.words.spans),
        "source_kind": source.kind,
        "source_entity": source.entity,
        "source_probability": source.probability,
        "also": pack(source.also) if source.also else None,
        "cue": pack_spans(one.cue.spans),
        "content": pack_spans(one.content.spans),
        "form": one.form,
        "act": deed.act if deed else None,
        "act_spans": pack_spans(deed.words.spans) if deed else None,
        "act_probability": deed.probability if deed else None,
        "target": pack_spans(target.words.spans) if target else None,
        "target_entity": target.entity if target else None,
        "target_probability": target.probability if target else None,
        "said_on": packing.pack_time(one.said_on),
        "said_at": pack_spans(one.said_at.spans) if one.said_at else None,
        "exchange": one.exchange,
        "probability": one.probability,
        "day": last_day(value),
        "value": value,
        "sentence": pack_spans(around),
        "utterance": number,
        "derivation": places.derivation,
        "corrected": 0,
    }


def said_value(said_on: Time | None) -> str | None:
    """The value of a time if it lies on the calendar."""
    return said_on.value if said_on and days_of(said_on.value) else None


def last_day(value: str | None) -> str:
    """The last ISO day that ``value`` may mean; "" where it means none."""
    days = days_of(value)
    return days.last.isoformat() if days else ""


def _speakers(row: Row, one: Statement, places: Places) -> Iterator[Row]:
    for local in dict.fromkeys((one.source.entity, *one.source.also)):
        if local is not None and local in places.identities:
            yield _link("statement", row, places.identities[local])


def _targets(row: Row, one: Statement, places: Places) -> Iterator[Row]:
    target = one.deed.target if one.deed else None
    if target and target.entity is not None and target.entity in places.identities:
        yield _link("statement", row, places.identities[target.entity])


def _link(item: str, row: Row, identity: int) -> Row:
    return {"identity": identity, "day": row["day"], item: row["number"]}


def _reaches(row: Row, cut: Pieces, content: Spans, beside: Spans, places: Places) -> Iterator[Row]:
    said = cut.of(content)
    for place in sorted(said | cut.of(beside)):
        paragraph = places.first["paragraphs"] + place
        yield {
            "paragraph": paragraph,
            "statement": row["number"],
            "holds": int(place in said),
            "day": row["day"],
        }


def _engagements(
    rows: Rows, record: Record, id: str, sentences: _Sentences, places: Places
) -> None:
    ids = engagement_ids(id, record.engagements)
    for number, (id_, one) in enumerate(
        zip(ids, record.engagements, strict=True), places.first["engagements"]
    ):
        row = _engagement(number, id_, one, sentences.around(one.evidence.spans), places)
        rows["engagements"].append(row)
        numbers = {places.identities[two]: None for two in one.participants}
        rows["participants"].extend(_link("engagement", row, number) for number in numbers)


def _engagement(number: int, id: str, one: Engagement, around: Spans, places: Places) -> Row:
    return {
        "number": number,
        "id": id,
        "article": places.article,
        "local": one.id,
        "kind": one.kind,
        "participants": pack(one.participants),
        "status": one.status,
        "place": pack_spans(one.place.spans),
        "place_name": None,
        "when": packing.pack_time(one.when),
        "evidence": pack_spans(one.evidence.spans),
        "probability": one.probability,
        "day": last_day(one.when.value if one.when else None),
        "sentence": pack_spans(around),
        "entry": number,
        "derivation": places.derivation,
        "corrected": 0,
    }


class _Sentences:
    """Finds the sentences around words."""

    def __init__(self, sentences: Spans) -> None:
        self._sentences = sentences
        self._starts = [one.start for one in sentences]
        self._ends = [one.end for one in sentences]

    def around(self, spans: Iterable[Span]) -> Spans:
        """The sentences that ``spans`` reach into; those that follow one another as one span.

        The spans themselves where no sentences are known.
        """
        spans = tuple(spans)
        found = sorted({number for span in spans for number in self._numbers(span)})
        runs: list[Span] = []
        for place, number in enumerate(found):
            follows = place > 0 and found[place - 1] == number - 1
            start = runs.pop().start if follows else self._starts[number]
            runs.append(Span(start, self._ends[number]))
        return tuple(runs) or tuple(sorted(spans))

    def _numbers(self, span: Span) -> range:
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
