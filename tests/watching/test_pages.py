"""Whatever a server calls what it sends: a page, a text, a feed, or an error that says what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.errors import ArticleError
from onrecord.fetch.clock import Clock, SystemClock
from onrecord.fetch.fetched import Fetched
from onrecord.watching import reports_at
from onrecord.watching.pages import page_at
from tests.watching.feeds import feed, full_item, page

ADDRESS = "https://post.example/a"


class Laid:
    """Fetches always the same."""

    def __init__(self, body: str | bytes, kind: str = "", charset: str | None = None) -> None:
        content = body.encode() if isinstance(body, str) else body
        self._found = Fetched(ADDRESS, 200, content, kind, charset)

    @property
    def clock(self) -> Clock:
        return SystemClock()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        return self._found


def found(body: str | bytes, kind: str = "", charset: str | None = None) -> Article | ArticleError:
    [one] = reports_at(ADDRESS, Laid(body, kind, charset))
    return one


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml", "text/plain", ""])
def test_a_page_is_one_whatever_it_is_sent_as(kind: str) -> None:
    one = found(page("Ely"), kind)
    assert isinstance(one, Article)
    assert one.text.startswith("The ferry sails again on Monday, the harbour master of Ely 0")
    assert (one.url, one.retrieved_from) == (ADDRESS, ADDRESS)


def test_what_is_sent_as_html_is_a_page_without_a_doctype_too() -> None:
    one = found(page("Ely").partition("<body>")[2], "text/html")
    assert isinstance(one, Article)
    assert "<p>" not in one.text


@pytest.mark.parametrize("kind", ["text/html", "application/rss+xml", "text/plain"])
def test_a_feed_is_one_whatever_it_is_sent_as(kind: str) -> None:
    one = found(feed([full_item("https://post.example/1", "Ely")]), kind)
    assert isinstance(one, Article)
    assert one.url == "https://post.example/1"


def test_the_charset_that_the_server_names_is_used_where_it_fits() -> None:
    one = found("Кметът каза, че мостът е безопасен.".encode("cp1251"), "text/plain", "cp1251")
    assert isinstance(one, Article)
    assert one.text == "Кметът каза, че мостът е безопасен."


@pytest.mark.parametrize(
    "body", ['{"text": "No."}', '{"text": "No."}\n{"text": "Yes."}\n', "[1]", '{"a":\n1}']
)
def test_rows_and_other_json_are_no_report(body: str) -> None:
    one = found(body, "application/json")
    assert isinstance(one, ArticleError)
    assert "rows are read from a file" in str(one)


def test_a_date_that_is_given_goes_before_the_pages_own() -> None:
    head = "<meta property='article:published_time' content='2026-05-03'>"
    [one] = reports_at(ADDRESS, Laid(page("Ely", head)), "2026-05-04")
    assert isinstance(one, Article)
    assert one.published == "2026-05-04"


def test_a_feed_behind_an_items_link_is_no_report() -> None:
    with pytest.raises(ArticleError, match="a feed and no report"):
        page_at(ADDRESS, Laid(feed([full_item(ADDRESS, "Ely")])))


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from(["", "text/html", "text/plain", "application/xml", "application/json"]),
    st.sampled_from([None, "utf-8", "utf-16", "utf-7", "punycode", "zlib", "no such", "\0"]),
    st.sampled_from([b"", b"<!doctype html><p>", b"<rss><channel><item>", b'{"version": "', b"<?"]),
)
def test_any_bytes_are_reports_or_errors(
    content: bytes, kind: str, charset: str | None, before: bytes
) -> None:
    for one in reports_at(ADDRESS, Laid(before + content, kind, charset)):
        assert isinstance(one, Article | ArticleError)
        if isinstance(one, Article):
            assert all(0 <= start < end <= len(one.text) for start, end in one.notices)
