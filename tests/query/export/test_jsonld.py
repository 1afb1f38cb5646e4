"""schema.org, read back as RDF by rdflib, which has no network here and needs none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from onrecord.query.export.jsonld import jsonld
from onrecord.query.export.urns import VOCABULARY
from tests.contracts.reports import ferry
from tests.query.export.conftest import WITH_TEXT, WITHOUT, Kept
from tests.query.export.reports import FLOOD, ZOE, flood

SCHEMA = Namespace("https://schema.org/")
OURS = Namespace(VOCABULARY)


@pytest.fixture(scope="module")
def graph(kept: Kept) -> Graph:
    return Graph().parse(data=b"".join(jsonld(kept.view, WITH_TEXT)), format="json-ld")


@pytest.fixture(scope="module")
def nodes(kept: Kept) -> dict[str, Any]:
    whole = json.loads(b"".join(jsonld(kept.view, WITH_TEXT)))
    return {one["@id"]: one for one in whole["@graph"]}


def of_type(graph: Graph, name: str) -> set[Any]:
    return set(graph.subjects(RDF.type, SCHEMA[name]))


def test_every_node_is_named_once(kept: Kept) -> None:
    whole = json.loads(b"".join(jsonld(kept.view, WITH_TEXT)))
    names = [one["@id"] for one in whole["@graph"]]
    assert len(names) == len(set(names))


def test_reports_and_people_are_what_schema_org_calls_them(graph: Graph) -> None:
    article = URIRef(f"urn:onrecord:{flood().article.id}")
    assert article in of_type(graph, "NewsArticle")
    assert graph.value(article, SCHEMA.articleBody) == Literal(FLOOD)
    assert graph.value(article, SCHEMA.url) == URIRef("https://post.example/flood?a=1&b=%C3%A9")
    [zoe] = graph.subjects(SCHEMA.name, Literal(ZOE))
    assert zoe in of_type(graph, "Person")
    assert graph.value(zoe, SCHEMA.sameAs) == URIRef("http://www.wikidata.org/entity/Q7")


def test_words_in_quotation_marks_are_quotations_and_others_are_not(
    graph: Graph, kept: Kept
) -> None:
    flooded = URIRef(f"urn:onrecord:{flood().article.id}")
    texts = {
        str(graph.value(one, SCHEMA.text))
        for one in of_type(graph, "Quotation")
        if (one, SCHEMA.isPartOf, flooded) in graph
    }
    assert texts == {one.content.text for one in flood().statements if one.form != "indirect"}
    said = URIRef(f"urn:onrecord:{kept.corrected}")
    speaker = graph.value(said, SCHEMA.creator)
    assert graph.value(speaker, SCHEMA.name) == Literal("Cy Dow")
    comment = graph.value(said, SCHEMA.correction)
    assert comment in of_type(graph, "CorrectionComment")


def test_spans_are_an_ordered_list(graph: Graph) -> None:
    found = []
    for one in of_type(graph, "Quotation"):
        spans = list(graph.items(graph.value(one, OURS.spans)))
        pieces = [
            FLOOD[graph.value(s, OURS.start).toPython() : graph.value(s, OURS.end).toPython()]
            for s in spans
        ]
        found.append(tuple(pieces))
    assert flood().statements[0].content.pieces in found


def test_what_was_only_wanted_or_denied_is_no_event(nodes: dict[str, Any]) -> None:
    told = {
        one["status"]: (one["@type"], one.get("eventStatus"))
        for one in nodes.values()
        if "status" in one
    }
    assert told == {
        "held": ("Event", "EventScheduled"),
        "planned": ("Event", "EventScheduled"),
        "cancelled": ("Event", "EventCancelled"),
        "sought": ("Claim", None),
        "denied": ("Claim", None),
    }


def test_a_status_of_an_event_is_a_term_of_schema_org(graph: Graph) -> None:
    assert set(graph.objects(None, SCHEMA.eventStatus)) == {
        SCHEMA.EventScheduled,
        SCHEMA.EventCancelled,
    }


def test_dates_are_as_exact_as_the_report(nodes: dict[str, Any]) -> None:
    dates = {(one.get("startDate"), one.get("endDate")) for one in nodes.values()}
    assert ("2024-05-03T15:00", None) in dates
    assert ("2024-05-07", "2024-05-09") in dates
    assert ("2024-05-06", None) in dates
    assert "2024-05-01/2024-05-02" in {one.get("temporalCoverage") for one in nodes.values()}


def test_what_was_retracted_is_a_delete_action(graph: Graph, kept: Kept) -> None:
    [gone] = of_type(graph, "DeleteAction")
    objects = {str(one) for one in graph.objects(gone, SCHEMA.object)}
    assert f"urn:onrecord:{kept.retracted}" in objects
    assert any(one.startswith("urn:onrecord:s_") for one in objects)
    assert not of_type(graph, "NewsArticle") & set(graph.objects(gone, SCHEMA.object))


def test_without_text_digests_stand_for_the_words(kept: Kept) -> None:
    graph = Graph().parse(data=b"".join(jsonld(kept.view, WITHOUT)), format="json-ld")
    texts = {str(one) for one in graph.objects(None, SCHEMA.text)}
    assert texts == {"act, source: heard it", "place: was there"}  # what a person wrote
    assert Literal(ferry().article.text_sha256) in set(graph.objects(None, SCHEMA.value))
