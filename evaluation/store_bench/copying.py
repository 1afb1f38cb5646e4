"""The same report again at another address, as agencies' reports are printed: whole, or cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from evaluation.store_bench.dressing import Heading
from evaluation.store_bench.moving import Moving
from onrecord.domain.article import Article
from onrecord.domain.entity import Entity
from onrecord.domain.record import Record
from onrecord.domain.span import Passage
from onrecord.domain.statement import Statement
from onrecord.domain.time import Time
from onrecord.ingest.identity import article_id

_CUT = 0.5
"""How many copies are cut."""


def copied(record: Record, heading: Heading, chance: Random) -> Record:
    """``record`` under another heading, on the same day."""
    text = record.article.text
    end = len(text)
    if chance.random() < _CUT:
        end = text.find("\n", int(len(text) * chance.uniform(0.6, 0.95))) + 1 or end
    article = replace(
        record.article,
        id=article_id(text[:end], heading.url),
        text=text[:end],
        text_sha256="",
        notices=tuple(span for span in record.article.notices if span.end <= end),
        outlet=heading.outlet,
        url=heading.url,
        retrieved_from=heading.retrieved_from,
    )
    return replace(record, article=article) if end == len(text) else _cut(record, article)


def _cut(record: Record, article: Article) -> Record:
    """What of ``record`` stands whole before the end of ``article``, of people named there."""
    end = len(article.text)
    entities = tuple(one for entity in record.entities if (one := _entity(entity, end)).mentions)
    there = {one.id for one in entities}
    kept = replace(
        record,
        statements=tuple(
            replace(one, exchange=None)
            for one in record.statements
            if _last(_passages(one)) <= end and _people(one) <= there
        ),
        engagements=tuple(
            one
            for one in record.engagements
            if _last([one.evidence, one.place, *_words(one.when)]) <= end
            and there.issuperset(one.participants)
        ),
        exchanges=(),
        times=tuple(one for one in record.times if _last([one.words]) <= end),
        sentences=tuple(one for one in record.sentences if one.end <= end),
        entities=entities,
    )
    return Moving(range(end + 1), article.text).record(kept, article)


def _last(passages: Iterable[Passage]) -> int:
    """Where the last of the words ends."""
    return max(span.end for passage in passages for span in passage.spans)


def _passages(one: Statement) -> list[Passage]:
    passages = [one.content, one.cue, one.source.words, one.said_at, *_words(one.said_on)]
    if one.deed:
        passages.append(one.deed.words)
        if one.deed.target:
            passages.append(one.deed.target.words)
    return passages


def _people(one: Statement) -> set[str]:
    target = one.deed and one.deed.target and one.deed.target.entity
    return {id_ for id_ in (one.source.entity, *one.source.also, target) if id_}


def _words(time: Time | None) -> list[Passage]:
    return [time.words] if time else []


def _entity(one: Entity, end: int) -> Entity:
    return replace(
        one,
        mentions=tuple(
            replace(mention, evidence=tuple(span for span in mention.evidence if span.end <= end))
            for mention in one.mentions
            if mention.span.end <= end
        ),
        roles=tuple(role for role in one.roles if role.words.spans[-1].end <= end),
    )
