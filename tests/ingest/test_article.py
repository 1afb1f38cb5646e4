from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.article import Article, Byline
from onrecord.errors import BadDate
from onrecord.ingest import article_from_text

LINES = st.sampled_from(
    [
        "By Jane Doe, Political Editor",
        "Jane Doe in Berlin",
        "Political editor",
        "Advertisement",
        "Read more: “No”",
        "“We will see,” she said.",
        "Disclaimer: shared for information only.",
        "Copyright 2024 The Gazette. All rights reserved.",
        "The council met on Monday, e\u0301tonnant 😀.",
        "",
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"])
REPORTS = st.lists(st.tuples(LINES, ENDS), max_size=10).map(
    lambda rows: "".join(line + end for line, end in rows)
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), REPORTS))
def test_any_text_is_kept_to_the_letter(text: str) -> None:
    assert article_from_text(text).text == text


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), REPORTS))
def test_notices_and_bylines_are_parts_of_the_text_that_never_overlap(text: str) -> None:
    article = article_from_text(text)
    spans = [*article.notices, *(span for author in article.byline for span in author.spans)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    spans.sort()
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for author in article.byline:
        words = " ".join(" ".join(text[start:end].split()) for start, end in author.spans)
        assert words.startswith(author.name)
        assert (author.role or "") in words


def test_lone_surrogates_and_nothing_at_all_are_texts_too() -> None:
    assert article_from_text("\ud800 said \udfff").text == "\ud800 said \udfff"
    assert article_from_text("").language == "und"


def test_what_is_given_is_in_the_article() -> None:
    article = article_from_text(
        "He said no.",
        published="2024-09-26",
        title="No",
        outlet="The Gazette",
        url="https://gazette.example.org/no",
        id="7",
        byline=[Byline("Jane Doe")],
        retrieved_from="no.txt",
        encoding="cp1252",
    )
    assert article == Article(
        id="7",
        text="He said no.",
        title="No",
        outlet="The Gazette",
        url="https://gazette.example.org/no",
        language="en",
        byline=(Byline("Jane Doe"),),
        published="2024-09-26",
        retrieved_from="no.txt",
        encoding="cp1252",
    )


def test_without_a_date_there_is_none() -> None:
    assert article_from_text("Published: 26 September 2024\n\nHe said no.").published is None


def test_a_bad_date_says_where_it_was_given() -> None:
    with pytest.raises(BadDate, match=r"^no\.txt: '26/9/24' is no date"):
        article_from_text("He said no.", published="26/9/24", retrieved_from="no.txt")


def test_an_author_known_twice_is_named_once_with_what_the_text_prints() -> None:
    known = [Byline("JANE DOE"), Byline("John Roe")]
    article = article_from_text("By Jane Doe, Political Editor\n\nHe said no.", byline=known)
    assert [(author.name, author.role) for author in article.byline] == [
        ("Jane Doe", "Political Editor"),
        ("John Roe", None),
    ]


def test_the_same_text_twice_gives_the_same_article() -> None:
    text = "By Jane Doe\n\nHe said no.\n\nAll rights reserved."
    assert article_from_text(text) == article_from_text(text)
