"""schema.org as JSON-LD: one ``@graph``, one node a line, with its context written in.

A report is a NewsArticle, words in quotation marks a Quotation, what a report only paraphrases a
Claim. An occasion is an Event where a report says that it took place, takes place, is planned or
was called off; what was only sought, declined, denied or spoken of is no Event, since an Event
without a status counts as one that takes place: it is a Claim of the report. What schema.org has
no term for stands under ``urn:onrecord:vocabulary:``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Identity, Tombstone
from onrecord.query.export.everybody import Everybody
from onrecord.query.export.exported import Exported, OnReport, quietly, reports
from onrecord.query.export.jsonld_items import engagement_node, statement_node
from onrecord.query.export.urns import VOCABULARY, entity_urn, urn, web_address, wikidata_url
from onrecord.query.export.wording import Wording, json_line
from onrecord.store.protocol import View

Node = dict[str, Any]

SCHEMA_ORG = "https://schema.org/"

_LINKS = ("about", "attendee", "creator", "isPartOf", "object", "sameAs", "subjectOf", "url")
_OURS = ("act", "actProbability", "form", "kind", "probability", "status", "utterance", "entry")

CONTEXT: Node = {
    "@vocab": SCHEMA_ORG,
    "onrecord": VOCABULARY,
    **{name: {"@id": SCHEMA_ORG + name, "@type": "@id"} for name in _LINKS},
    "spokenByCharacter": {"@id": SCHEMA_ORG + "spokenByCharacter", "@type": "@id"},
    "eventStatus": {"@id": SCHEMA_ORG + "eventStatus", "@type": "@vocab"},
    **{name: f"onrecord:{name}" for name in _OURS},
    "when": "onrecord:when",
    "spans": {"@id": "onrecord:spans", "@container": "@list"},
    "start": "onrecord:start",
    "end": "onrecord:end",
}
"""Read without a network: nothing of it is fetched."""

_TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.GROUP: "Thing",
    EntityKind.LAW: "Legislation",
}


def jsonld(view: View, wording: Wording, tell: OnReport = quietly) -> Iterator[bytes]:
    """The file in pieces."""
    yield b'{"@context": ' + json_line(CONTEXT).rstrip() + b',\n"@graph": [\n'
    before = b""
    for node in _nodes(view, wording, tell):
        yield before + json_line(node).rstrip()
        before = b",\n"
    yield b"\n]}\n"


def _nodes(view: View, wording: Wording, tell: OnReport) -> Iterator[Node]:
    everybody = Everybody()
    for one in reports(view, tell):
        yield _article(one, wording)
        for said in one.statements:
            yield statement_node(said, one.corrected(said.id), wording)
        for met in one.engagements:
            yield engagement_node(met, one.corrected(met.id), wording)
        yield from (_entity(identity, wording) for identity in everybody.meet(one))
    yield from (_entity(identity, wording) for identity in everybody)
    yield from map(_deleted, view.tombstones())


def _article(one: Exported, wording: Wording) -> Node:
    article = one.article
    node: Node = {
        "@id": urn(article.id),
        "@type": "NewsArticle",
        "headline": wording.text(article.title),
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "author": [{"@type": "Person", "name": author.name} for author in article.byline],
        "datePublished": article.published,
        "inLanguage": article.language,
        "url": web_address(article.url),
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "sha256",
            "value": article.text_sha256,
        },
        "articleBody": wording.text(article.text),
    }
    return {name: value for name, value in node.items() if value}


def _entity(identity: Identity, wording: Wording) -> Node:
    node: Node = {"@id": entity_urn(identity), "@type": _TYPES[identity.kind]}
    if name := wording.name(identity):
        node["name"] = name
    if same := wikidata_url(identity.wikidata):
        node["sameAs"] = same
    return node


def _deleted(tombstone: Tombstone) -> Node:
    gone = chain((tombstone.article,), tombstone.items)
    return {
        "@id": urn(tombstone.id),
        "@type": "DeleteAction",
        "object": [urn(one) for one in gone],
        "agent": {"@type": "Person", "name": tombstone.who},
        "endTime": tombstone.at,
        "description": tombstone.reason,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "sha256",
            "value": tombstone.text_sha256,
        },
    }
