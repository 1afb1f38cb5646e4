"""What is kept as plain data, and the one shape that every answer has (docs/usage.md).

``{"query": {...}, "results": [...]}``: each result with the id of its article, the name of the
entity that it is about, and spans in code points of the article's text.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.domain.kept import Identity, KeptEngagement, KeptStatement
from onrecord.domain.report import Report
from onrecord.domain.span import Passage
from onrecord.domain.statement import Deed
from onrecord.domain.time import Time

Data = dict[str, Any]


def print_answer(query: Mapping[str, Any], results: Iterable[Data], **more: Any) -> None:
    """One object on one line of standard output, in UTF-8 whatever the terminal speaks."""
    print_json({"query": dict(query), **more, "results": list(results)})


def print_json(answer: Mapping[str, Any]) -> None:
    """The same for an object of any shape; lone surrogates stay escaped."""
    text = json.dumps(answer, ensure_ascii=False)
    try:
        line = text.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(answer).encode("ascii")
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def report_data(report: Report) -> Data:
    """Where something is from."""
    return {
        "article": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published,
        "retrieved_from": report.retrieved_from,
    }


def statement_data(kept: KeptStatement) -> Data:
    """One statement of one report."""
    statement = kept.statement
    main = kept.speakers[0] if kept.speakers else None
    return {
        "id": kept.id,
        **report_data(kept.report),
        "statement": statement.id,
        "exchange": statement.exchange,
        "entity": main.name if main else None,
        "wikidata": main.wikidata if main else None,
        "speakers": [identity_data(one) for one in kept.speakers],
        "source": list(statement.source.words.pieces),
        "source_spans": spans(statement.source.words),
        "cue": list(statement.cue.pieces),
        "cue_spans": spans(statement.cue),
        "content": list(statement.content.pieces),
        "spans": spans(statement.content),
        "form": statement.form,
        "act": statement.deed.act if statement.deed else None,
        "act_probability": statement.deed.probability if statement.deed else None,
        "target": _target(statement.deed, kept.target),
        "said_on": _value(statement.said_on),
        "said_at": statement.said_at.text or None,
        "date": kept.day,
        "reported": kept.reported,
        "sentence": kept.sentence.text,
        "sentence_spans": spans(kept.sentence),
        "question": kept.question.text or None,
        "question_spans": spans(kept.question),
        "probability": statement.probability,
        "source_probability": statement.source.probability,
        "corrected": kept.corrected,
    }


def engagement_data(kept: KeptEngagement) -> Data:
    """One engagement as one report tells of it."""
    engagement = kept.engagement
    first = kept.participants[0] if kept.participants else None
    return {
        "id": kept.id,
        **report_data(kept.report),
        "engagement": engagement.id,
        "entity": first.name if first else None,
        "participants": [identity_data(one) for one in kept.participants],
        "kind": engagement.kind,
        "status": engagement.status,
        "when": _value(engagement.when),
        "clock": engagement.when.clock if engagement.when else None,
        "when_spans": spans(engagement.when.words) if engagement.when else [],
        "place": ", ".join(engagement.place.pieces) or None,
        "place_spans": spans(engagement.place),
        "content": list(engagement.evidence.pieces),
        "spans": spans(engagement.evidence),
        "sentence": kept.sentence.text,
        "sentence_spans": spans(kept.sentence),
        "probability": engagement.probability,
        "corrected": kept.corrected,
    }


def identity_data(identity: Identity) -> Data:
    """Somebody over all reports."""
    return {
        "key": identity.key,
        "name": identity.name,
        "kind": identity.kind,
        "wikidata": identity.wikidata,
    }


def spans(words: Passage) -> list[list[int]]:
    """Where words stand: code points, half-open."""
    return [[start, end] for start, end in words.spans]


def _target(deed: Deed | None, identity: Identity | None) -> Data | None:
    if deed is None or deed.target is None:
        return None
    return {
        "name": identity.name if identity else deed.target.words.text,
        "key": identity.key if identity else None,
        "entity": deed.target.entity,
        "spans": spans(deed.target.words),
        "probability": deed.target.probability,
    }


def _value(when: Time | None) -> str | None:
    return when.value if when else None
