"""W3C Web Annotations: selectors that find the words, RDF by the recommendation's own terms."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from onrecord.query.export.web_annotations import CONTEXT, web_annotations
from tests.contracts.reports import ferry, harbour
from tests.query.export.conftest import WITH_TEXT, WITHOUT, Kept
from tests.query.export.reports import flood

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
TEXTS = {
    f"urn:onrecord:{one.article.id}": one.article.text for one in (harbour(), ferry(), flood())
}

TERMS: dict[str, Any] = {
    "oa": str(OA),
    "as": str(AS),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation",
            "SpecificResource",
            "TextualBody",
            "TextPositionSelector",
            "TextQuoteSelector",
            "TimeState",
        )
    },
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "state": {"@type": "@id", "@id": "oa:hasState"},
    "cached": {"@type": "@id", "@id": "oa:cachedSource"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "classifying": "oa:classifying",
    "identifying": "oa:identifying",
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
}
"""What the recommendation's context says of the terms that we use: it is not to be fetched here."""


def read(kept: Kept, wording: Any = WITH_TEXT) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(web_annotations(kept.view, wording)))
    return found


@pytest.fixture(scope="module")
def collection(kept: Kept) -> dict[str, Any]:
    return read(kept)


def targets(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return [target for one in collection["first"]["items"] for target in one["target"]]


def test_positions_slice_the_words_and_quotations_find_them(collection: dict[str, Any]) -> None:
    found = targets(collection)
    assert len(found) == 12
    for target in found:
        text = TEXTS[target["state"]["cached"]]
        position, quotation = target["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert text.find(around) == start - len(quotation["prefix"])
        assert position["type"] == "TextPositionSelector"
        assert quotation["type"] == "TextQuoteSelector"


def test_what_is_said_in_two_stretches_has_two_targets(collection: dict[str, Any]) -> None:
    counts = {len(one["target"]) for one in collection["first"]["items"]}
    assert counts == {1, 2}


def test_the_source_is_the_address_of_the_report(collection: dict[str, Any]) -> None:
    assert {one["source"] for one in targets(collection)} == {
        "https://post.example/wall",
        "https://fen.example/1",
        "https://post.example/flood?a=1&b=%C3%A9",
    }


def test_the_total_is_that_of_the_items(collection: dict[str, Any]) -> None:
    assert collection["total"] == len(collection["first"]["items"]) == 11
    assert collection["@context"] == CONTEXT


def test_corrections_and_tombstones_are_told(collection: dict[str, Any], kept: Kept) -> None:
    items = {one["id"]: one for one in collection["first"]["items"]}
    assert f"urn:onrecord:{kept.struck}" not in items
    [made] = items[f"urn:onrecord:{kept.corrected}"]["onrecord:corrections"]
    assert made["who"] == "Ann Lee"
    [gone] = collection["onrecord:tombstones"]
    assert gone["type"] == "as:Delete"
    assert {"id": f"urn:onrecord:{kept.retracted}"} in gone["as:object"]


def test_it_is_rdf_by_the_terms_of_the_recommendation(collection: dict[str, Any]) -> None:
    context = [TERMS, *CONTEXT[1:]]
    graph = Graph().parse(data=json.dumps({**collection, "@context": context}), format="json-ld")
    annotations = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == collection["total"]
    for one in annotations:
        assert graph.value(one, OA.motivatedBy) == OA.classifying
        for target in graph.objects(one, OA.hasTarget):
            assert graph.value(target, OA.hasSource)
            kinds = {graph.value(s, RDF.type) for s in graph.objects(target, OA.hasSelector)}
            assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}
    people = set(graph.objects(None, OA.hasSource))
    assert URIRef("http://www.wikidata.org/entity/Q7") in people


def test_without_text_positions_stay_and_quotations_go(kept: Kept) -> None:
    for target in targets(read(kept, WITHOUT)):
        assert [one["type"] for one in target["selector"]] == ["TextPositionSelector"]
