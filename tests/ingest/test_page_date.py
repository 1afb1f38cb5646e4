from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from onrecord.ingest.dates import as_iso
from onrecord.ingest.page_date import read_stated, stated_date

URL = "https://gazette.example.org/library"


def date_of(head: str, body: str = "<p>26 September 2024</p>") -> str | None:
    page = html.fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return stated_date(page, URL)


def linked(*objects: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in objects
    )


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2024-09-26T18:02:00+01:00">',
         "2024-09-26T18:02:00+01:00"),
        ('<meta name="DC.date.issued" content="2024-09-26">', "2024-09-26"),
        ('<meta itemprop="datePublished" content="2024-09-26T18:02Z">', "2024-09-26T18:02Z"),
        ('<meta name="pubdate" content="Thu, 26 Sep 2024 18:02:00 GMT">',
         "2024-09-26T18:02:00+00:00"),
        ('<meta name="pdate" content="20240926">', "2024-09-26"),
        ('<meta name="pubdate" content="September 26, 2024">', "2024-09-26"),
        ('<meta name="pubdate" content="2024-09-26T18:02 EDT">', "2024-09-26"),
        (linked({"@type": "NewsArticle", "datePublished": "2024-09-26"}), "2024-09-26"),
        (linked({"@graph": [{"@type": ["Thing", "schema:ReportageNewsArticle", "NewsArticle"],
                             "datePublished": "2024-09-26"}]}), "2024-09-26"),
        (linked([{"@type": "Person"}, {"@type": "Article", "datePublished": "2024-09-26"}]),
         "2024-09-26"),
    ],
)  # fmt: skip
def test_a_date_in_the_metadata_is_read_with_its_time_and_zone(head: str, date: str) -> None:
    assert date_of(head) == date


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ('<time pubdate datetime="2024-09-26T18:02">Thursday</time>', "2024-09-26T18:02"),
        ('<span itemprop="datePublished" content="2024-09-26">today</span>', "2024-09-26"),
    ],
)
def test_an_element_marked_as_the_publication_date_counts(body: str, date: str) -> None:
    assert date_of("", body) == date


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta name="date" content="2024-09-26">',
        '<meta property="article:modified_time" content="2024-09-26">',
        '<meta property="article:published_time" content="03/04/2024">',
        '<meta property="article:published_time" content="2024-02-30">',
        '<meta property="article:published_time" content="0001-01-01T00:00:00">',
        '<meta property="article:published_time" content="1970-01-01T00:00:00Z">',
        '<meta property="article:published_time">',
        '<link rel="canonical" href="https://gazette.example.org/2024/09/26/library">',
        linked({"@type": "NewsArticle", "dateModified": "2024-09-26"}),
        linked({"@type": "Event", "datePublished": "2024-09-26"}),
        linked({"@type": "NewsArticle", "datePublished": 20240926}),
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_where_the_metadata_states_no_date_none_is_guessed(head: str) -> None:
    assert date_of(head, "<p>26 September 2024</p><time datetime='2024-09-26'>today</time>") is None


def test_of_several_reports_the_one_at_the_pages_address_counts() -> None:
    other = {"@type": "NewsArticle", "url": URL + "/2", "datePublished": "2024-09-01"}
    own = {"@type": "NewsArticle", "mainEntityOfPage": {"@id": URL}, "datePublished": "2024-09-26"}
    assert date_of(linked(other, own)) == "2024-09-26"


def test_reports_that_disagree_leave_it_to_the_other_metadata() -> None:
    two = linked(
        {"@type": "NewsArticle", "datePublished": "2024-09-01"},
        {"@type": "NewsArticle", "datePublished": "2024-09-26"},
    )
    assert date_of(two) is None
    assert date_of(two + '<meta name="pubdate" content="2024-09-26">') == "2024-09-26"


@given(st.text(max_size=40))
def test_whatever_the_metadata_says_is_an_iso_date_or_nothing(value: str) -> None:
    written = read_stated(value)
    assert written is None or as_iso(written) == written
