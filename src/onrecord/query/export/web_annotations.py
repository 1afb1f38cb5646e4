"""W3C Web Annotation: one AnnotationCollection, one annotation a line of its one page.

Each statement and engagement is an Annotation whose target is the report. Its selectors are a
TextPositionSelector, which counts code points as the recommendation asks, and a TextQuoteSelector.
They hold for the text that was read, which the ``state`` names; on the page at the report's address
other things stand as well, so that there the quotation finds the place and the position may not.
What is said in several stretches has one target for each: a target has one stretch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.domain.article import Article
from onrecord.domain.kept import Identity, KeptEngagement, KeptStatement
from onrecord.domain.span import Passage, Span
from onrecord.query.export.exported import Exported, OnReport, quietly, reports
from onrecord.query.export.tombstones import tombstone_data
from onrecord.query.export.urns import VOCABULARY, entity_urn, urn, web_address, wikidata_url
from onrecord.query.export.wording import Wording, digest_of, json_line
from onrecord.store.protocol import View

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": VOCABULARY}]
AROUND = 32
"""Code points of prefix and suffix."""

Data = dict[str, Any]


def web_annotations(view: View, wording: Wording, tell: OnReport = quietly) -> Iterator[bytes]:
    """The file in pieces."""
    head = {"@context": CONTEXT, "id": urn("annotations"), "type": "AnnotationCollection"}
    yield json_line(head).rstrip()[:-1] + b', "first": {"id": "' + urn("annotations:1").encode()
    yield b'", "type": "AnnotationPage", "startIndex": 0, "items": [\n'
    total = 0
    for one in reports(view, tell):
        for annotation in _of_report(one, wording):
            yield (b",\n" if total else b"") + json_line(annotation).rstrip()
            total += 1
    gone = [_deleted(tombstone_data(one)) for one in view.tombstones()]
    yield b'\n]},\n"total": ' + str(total).encode()
    yield b',\n"onrecord:tombstones": ' + json_line(gone).rstrip() + b"}\n"


def _of_report(one: Exported, wording: Wording) -> Iterator[Data]:
    for said in one.statements:
        yield _annotation(one, said, _said(said, wording), said.statement.content, wording)
    for met in one.engagements:
        yield _annotation(one, met, _met(met, wording), met.engagement.evidence, wording)


def _annotation(
    one: Exported,
    kept: KeptStatement | KeptEngagement,
    bodies: list[Data],
    words: Passage,
    wording: Wording,
) -> Data:
    return {
        "id": urn(kept.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": [_target(one.article, span, wording) for span in words.spans],
        "onrecord:sha256": digest_of(words),
        "onrecord:corrections": [wording.correction(each) for each in one.corrected(kept.id)],
    }


def _target(article: Article, span: Span, wording: Wording) -> Data:
    """One stretch of the report."""
    start, end = span
    selectors: list[Data] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if wording.with_text:
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": article.text[start:end],
                "prefix": article.text[max(0, start - AROUND) : start],
                "suffix": article.text[end : end + AROUND],
            }
        )
    return {
        "source": web_address(article.url) or urn(article.id),
        "state": {"type": "TimeState", "cached": urn(article.id)},
        "selector": selectors,
    }


def _said(kept: KeptStatement, wording: Wording) -> list[Data]:
    """Who said it, what it does, to whom, when."""
    statement = kept.statement
    deed, said_on = statement.deed, statement.said_on
    return [
        *(_entity("speaker", one, wording) for one in kept.speakers),
        *([_tag("act", deed.act)] if deed else ()),
        *([_entity("target", kept.target, wording)] if kept.target else ()),
        *([_tag("said_on", said_on.value)] if said_on and said_on.value else ()),
        _tag("form", statement.form),
        _tag("probability", f"{statement.probability:.4f}"),
    ]


def _met(kept: KeptEngagement, wording: Wording) -> list[Data]:
    """What sort of occasion, how it stands, who, when."""
    engagement = kept.engagement
    when = engagement.when
    return [
        _tag("kind", engagement.kind),
        _tag("status", engagement.status),
        *(_entity("participant", one, wording) for one in kept.participants),
        *([_tag("when", when.value)] if when and when.value else ()),
        _tag("probability", f"{engagement.probability:.4f}"),
    ]


def _entity(role: str, identity: Identity, wording: Wording) -> Data:
    """Somebody; by Wikidata's address where that is known."""
    return {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": wikidata_url(identity.wikidata) or entity_urn(identity),
        "onrecord:role": role,
        "onrecord:name": wording.name(identity),
    }


def _tag(role: str, value: str) -> Data:
    return {
        "type": "TextualBody",
        "purpose": "classifying",
        "value": str(value),
        "onrecord:role": role,
    }


def _deleted(tombstone: Data) -> Data:
    """A tombstone; ``as`` is the prefix of Activity Streams in the context of annotations."""
    return {
        "id": urn(tombstone["id"]),
        "type": "as:Delete",
        "as:object": [{"id": urn(one)} for one in (tombstone["article"], *tombstone["items"])],
        **{f"onrecord:{name}": value for name, value in tombstone.items() if name != "id"},
    }
