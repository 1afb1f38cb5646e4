"""docs/record.md names every field that a record has, and the picture shows a true one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

import onrecord
from docs.draw_picture import PUBLISHED, TEXT, draw
from onrecord.domain.article import Article, Byline
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import (
    Candidate,
    ClaimedRole,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
)
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import SCHEMA, Derivation, Record
from onrecord.domain.span import Passage, Span
from onrecord.domain.statement import Act, Deed, Form, Source, Statement, Target
from onrecord.domain.time import Grain, Time, TimeKind

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def picture() -> ElementTree.Element:
    return ElementTree.parse(ROOT / "docs" / "picture.svg").getroot()


@pytest.fixture(scope="module")
def shown(picture: ElementTree.Element) -> str:
    """The report that the picture draws."""
    return picture.findtext(f"{SVG}desc") or ""


@pytest.fixture(scope="module")
def read(picture: ElementTree.Element, shown: str) -> Record:
    return onrecord.read(shown, published=picture.get("data-published"))


@pytest.fixture(scope="module")
def record(read: Record) -> dict[str, Any]:
    return read.to_dict()


def names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names(inner)


def one_of_each() -> Record:
    """A record with something in every list that has fields of its own."""
    span = Span(0, 3)
    words = Passage.cut("Lee", [span])
    entity = Entity(
        id="e1",
        name="Lee",
        kind=EntityKind.PERSON,
        mentions=(Mention(span, MentionForm.NAME, "full-name"),),
        roles=(ClaimedRole("mayor", words),),
        candidates=(Candidate("Ann Lee", "Q1", 0.6),),
    )
    time = Time(words, TimeKind.DATE, "2024-09-26")
    deed = Deed(Act.OPPOSES, words, 1.0, Target(words, "e1", 1.0))
    statement = Statement("s1", Source(words), words, words, Form.DIRECT, 1.0, deed, time, words)
    exchange = Exchange("x1", words, "e1", None, ("s1",), Response.PARTLY, 1.0)
    engagement = Engagement(
        "g1", EngagementKind.CALL, ("e1",), Status.HELD, words, 1.0, words, time
    )
    return Record(
        Article(id="a", text="Lee", byline=(Byline("Lee"),)),
        (statement,),
        Derivation("test", "0", "", ""),
        (entity,),
        (exchange,),
        (engagement,),
        (time,),
    )


def test_the_page_names_every_field() -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    named = names(one_of_each().to_dict())
    assert [name for name in named if not re.search(rf"\b{name}\b", page)] == []
    assert SCHEMA in page


@pytest.mark.parametrize(
    "kind", [Act, Response, EngagementKind, Status, TimeKind, Grain], ids=lambda kind: kind.__name__
)
def test_the_page_names_every_word_that_a_field_may_hold(kind: type[StrEnum]) -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert [str(one) for one in kind if f"`{one}`" not in page] == []


def test_the_parts_of_a_record_are_listed_in_their_order() -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    listed = page.split("```text\n")[1].split("```")[0]
    assert [line.split()[0] for line in listed.splitlines()] == list(one_of_each().to_dict())


def test_words_in_the_picture_stand_where_it_says(picture: ElementTree.Element, shown: str) -> None:
    marked = [one for one in picture.iter(f"{SVG}text") if one.get("data-span")]
    assert marked
    for one in marked:
        start, end = map(int, one.attrib["data-span"].split())
        assert one.text == shown[start:end]


def test_the_picture_shows_what_is_read_from_its_report(
    picture: ElementTree.Element, record: dict[str, Any]
) -> None:
    drawn = {
        tuple(map(int, one.attrib["data-span"].split()))
        for one in picture.iter(f"{SVG}text")
        if one.get("data-span")
    }
    read = {
        tuple(span)
        for statement in record["statements"]
        for span in statement["source"]["spans"] + statement["content"]
    }
    assert drawn == read


def test_the_picture_names_whoever_the_record_says_speaks(
    picture: ElementTree.Element, record: dict[str, Any]
) -> None:
    drawn = {
        one.get("data-statement"): one.text
        for one in picture.iter(f"{SVG}text")
        if one.get("data-statement")
    }
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    named = {
        statement["id"]: names[statement["source"]["entity"]]
        for statement in record["statements"]
        if statement["source"]["entity"]
    }
    assert drawn == named
    assert 0 < len(drawn) < len(record["statements"])


def test_the_picture_is_what_its_script_draws(read: Record) -> None:
    drawn = (ROOT / "docs" / "picture.svg").read_text(encoding="utf-8")
    again = "draw it again: python docs/draw_picture.py"
    assert (read.article.text, read.article.published) == (TEXT, PUBLISHED), again
    assert draw(read) == drawn, again


def test_the_picture_says_what_each_statement_does_and_draws_each_engagement(
    picture: ElementTree.Element, record: dict[str, Any]
) -> None:
    deeds = {one.get("data-deed"): one.text for one in picture.iter() if one.get("data-deed")}
    does_more = [one for one in record["statements"] if one["act"] not in (None, "informs")]
    for statement in does_more:
        assert (deeds[statement["id"]] or "").startswith(statement["act"])
    drawn = {one.get("data-engagement") for one in picture.iter()} - {None}
    assert drawn == {one["id"] for one in record["engagements"]}


def test_the_picture_needs_no_other_file(picture: ElementTree.Element) -> None:
    assert not [one for one in picture.iter() if any("href" in name for name in one.attrib)]
