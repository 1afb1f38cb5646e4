"""The answer of ``onrecord positions`` as one JSON object (docs/usage.md)."""

from __future__ import annotations

import json
from typing import Any

from onrecord.domain.span import Passage
from onrecord.interfaces.naming import name_of
from onrecord.interfaces.positions import Answer
from onrecord.query.people import Person
from onrecord.query.positions import Position


def as_json(answer: Answer) -> str:
    """One object on one line; lone surrogates stay escaped."""
    found = {
        "query": {"name": answer.question, "on": answer.topic},
        "person": _person(answer.person) if answer.person else None,
        "may_be": [_person(one) for one in answer.others],
        "results": [_position(one) for one in answer.positions],
    }
    text = json.dumps(found, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(found)
    return text


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "known_as": person.known_as,
        "articles": list(dict.fromkeys(one.report.id for one in person.sightings)),
        "positions": len(person.positions),
    }


def _position(position: Position) -> dict[str, Any]:
    report, entity = position.report, position.entity
    return {
        "article": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published,
        "retrieved_from": report.retrieved_from,
        "entity": name_of(entity),
        "wikidata": entity.wikidata,
        "statement": position.statement,
        "exchange": position.exchange,
        "act": position.act,
        "act_probability": position.act_probability,
        "target": _target(position),
        "said_on": position.said_on.value if position.said_on else None,
        "date": position.day,
        "reported": position.reported,
        **_words("content", position.words),
        "sentence": position.sentence.text,
        "sentence_spans": _spans(position.sentence),
        "question": position.question.text if position.question else None,
        "probability": position.probability,
        "source_probability": position.source_probability,
    }


def _target(position: Position) -> dict[str, Any] | None:
    if position.target is None:
        return None
    words = position.target.words
    return {
        "name": position.target_name,
        "entity": position.target.entity,
        "spans": _spans(words),
        "probability": position.target.probability,
    }


def _words(name: str, words: Passage) -> dict[str, Any]:
    return {name: list(words.pieces), "spans": _spans(words)}


def _spans(words: Passage) -> list[list[int]]:
    return [[start, end] for start, end in words.spans]
