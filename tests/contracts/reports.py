"""Three reports of our own words, as records: two of one morning and one of a year later."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.article import Article
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.entity import EntityKind
from onrecord.domain.exchange import Response
from onrecord.domain.record import Record
from onrecord.domain.span import Span
from onrecord.domain.statement import Act, Form
from onrecord.ingest import article_from_text
from tests.interfaces.fakes import Asked, Called, Does, Known, Met, Said, When, record_of

HARBOUR = """Ann Lee met Bo Roe in Ely on Monday.

“The harbour wall will be rebuilt before the winter storms,” Lee said.

Asked about the ferry, Mr Roe answered that it would “never sail again”.
"""

FERRY = """“The harbour wall will be rebuilt before the winter storms,” the mayor, Ann Lee, said.

Bo Roe was to meet Lee in Ely on Monday, an aide said. Roe opposes the ferry.
"""

LATER = """Ann Lee said the ferry should sail after all.

No meeting is planned.
"""


def lee(*called: str) -> Known:
    return Known("Ann Lee", [Called(one) for one in called], wikidata="Q1", roles=())


def roe(*called: str) -> Known:
    return Known("Bo Roe", [Called(one) for one in called], identity="local:roe")


def harbour() -> Record:
    """A meeting held, a quotation, a question with its answer."""
    article = article_from_text(
        HARBOUR,
        title="Wall and ferry",
        outlet="The Ely Post",
        url="https://post.example/wall",
        published="2024-05-07T09:00:00+01:00",
        retrieved_from="harbour.txt",
    )
    monday = When("Monday", "2024-05-06")
    return sentences(
        record_of(
            article,
            said=[
                Said(
                    "“The harbour wall will be rebuilt before the winter storms,”",
                    "Lee",
                    "said",
                    who="e1",
                    does=Does(Act.COMMITS, "will be rebuilt"),
                ),
                Said(
                    "it would “never sail again”",
                    "Mr Roe",
                    "answered",
                    Form.MIXED,
                    who="e2",
                    does=Does(Act.OPPOSES, "never", "the ferry", "e3"),
                    answers="x1",
                ),
            ],
            known=[
                lee("Ann Lee", "Lee"),
                roe("Bo Roe", "Mr Roe"),
                Known("the ferry", [Called("the ferry")], EntityKind.ORGANISATION),
            ],
            met=[Met("Ann Lee met Bo Roe", who=("e1", "e2"), place="Ely", when=monday)],
            asked=[Asked("the ferry", "e2", None, ("s2",), Response.ANSWERED)],
            times=[monday],
        )
    )


def ferry() -> Record:
    """The same quotation in another outlet, the meeting still planned."""
    article = article_from_text(
        FERRY,
        title="Mayor on wall",
        outlet="Fen News",
        url="https://fen.example/1",
        published="2024-05-06",
        retrieved_from="ferry.txt",
    )
    monday = When("Monday", "2024-05-06")
    return sentences(
        record_of(
            article,
            said=[
                Said(
                    "“The harbour wall will be rebuilt before the winter storms,”",
                    "the mayor, Ann Lee",
                    "said",
                    who="e1",
                    does=Does(Act.COMMITS, "will be rebuilt"),
                )
            ],
            known=[lee("Ann Lee", "Lee"), roe("Bo Roe")],
            met=[
                Met(
                    "Bo Roe was to meet Lee in Ely on Monday",
                    who=("e2", "e1"),
                    status=Status.PLANNED,
                    place="Ely",
                    when=monday,
                )
            ],
            times=[monday],
        )
    )


def later() -> Record:
    """A year later, without an outlet or an address."""
    article = article_from_text(LATER, published="2025-05-07", retrieved_from="later.txt")
    return sentences(
        record_of(
            article,
            said=[
                Said(
                    "the ferry should sail after all",
                    "Ann Lee",
                    "said",
                    Form.INDIRECT,
                    who="e1",
                    does=Does(Act.SUPPORTS, "should", "the ferry", "e2"),
                    on=When("after all", "2025-05"),
                )
            ],
            known=[
                lee("Ann Lee"),
                Known("the ferry", [Called("the ferry")], EntityKind.ORGANISATION),
            ],
            met=[Met("No meeting is planned", EngagementKind.MEETING, status=Status.DENIED)],
        )
    )


def sentences(record: Record) -> Record:
    """``record`` with its sentences, as full stops and line ends part them."""
    text, found, start = record.article.text, [], 0
    for place, letter in enumerate(text):
        if letter in ".\n":
            if text[start : place + 1].strip():
                begin = start + len(text[start:]) - len(text[start:].lstrip())
                found.append(Span(begin, place + 1))
            start = place + 1
    return replace(record, sentences=tuple(found))


def retold(record: Record, **changes: str) -> Record:
    """The same reading of a report with another origin."""
    article: Article = replace(record.article, **changes)  # type: ignore[arg-type]
    return replace(record, article=article)


SILENT = """Ann Lee did not say whether the ferry will sail. The ferry is closed.

Asked who pays for the wall, Mr Bo Roe said that he “would not answer that”.
"""


def silent() -> Record:
    """Two questions that were not answered: one without a word, one with a statement that says
    so."""
    article = article_from_text(
        SILENT,
        title="No answers",
        outlet="The Ely Post",
        url="https://post.example/silent",
        published="2024-06-03",
        retrieved_from="silent.txt",
    )
    return sentences(
        record_of(
            article,
            said=[
                Said(
                    "he “would not answer that”",
                    "Mr Bo Roe",
                    "said",
                    Form.MIXED,
                    who="e2",
                    does=Does(Act.DECLINES, "would not answer"),
                    answers="x2",
                )
            ],
            known=[lee("Ann Lee"), roe("Mr Bo Roe")],
            asked=[
                Asked("whether the ferry will sail", "e1", None, (), Response.DECLINED),
                Asked("who pays for the wall", "e2", None, ("s1",), Response.DECLINED),
            ],
        )
    )
