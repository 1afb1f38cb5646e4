from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.errors import BadDate, NoMainText, TooLarge
from onrecord.ingest.html import MAX_TAGS, article_from_page, declared_encoding

BODY = """
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Library to close</h1>
<p>By Jane Doe, Political Editor</p>
<p>The council will close its library in March, councillors said after a meeting that went on for
five hours on Monday evening.</p>
<p>&ldquo;We had no choice,&rdquo; the leader of the council, Ann Poe, told reporters.<br>She added
that she was <b>sorry</b>.</p>
<p>Copyright 2024 The Gazette. All rights reserved.</p></article>
<footer><a href="/imprint">Imprint</a></footer>
"""
HEAD = """
<title>Library to close - The Gazette</title>
<link rel="canonical" href="https://gazette.example.org/library">
<meta property="og:site_name" content="The Gazette">
<meta name="author" content="Jane Doe; John Roe">
<meta property="article:published_time" content="2024-09-26T18:02:00+01:00">
"""


def page(head: str = HEAD, body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def read(source: str, published: str | None = None) -> Article:
    return article_from_page(source, "page.html", published=published, encoding="utf-8")


def test_the_main_text_has_a_blank_line_between_its_paragraphs() -> None:
    assert read(page()).text == "\n\n".join(
        [
            "Library to close",
            "By Jane Doe, Political Editor",
            "The council will close its library in March, councillors said after a meeting that "
            "went on for five hours on Monday evening.",
            "“We had no choice,” the leader of the council, Ann Poe, told reporters.",
            "She added that she was sorry.",
            "Copyright 2024 The Gazette. All rights reserved.",
        ]
    )


def test_title_outlet_address_and_date_are_what_the_metadata_states() -> None:
    article = read(page())
    assert article.title == "Library to close"
    assert article.outlet == "The Gazette"
    assert article.url == "https://gazette.example.org/library"
    assert article.published == "2024-09-26T18:02:00+01:00"
    assert article.retrieved_from == "page.html"
    assert article.encoding == "utf-8"


def test_authors_come_from_the_text_and_from_the_metadata() -> None:
    article = read(page())
    printed, known = article.byline
    assert (printed.name, printed.role) == ("Jane Doe", "Political Editor")
    assert article.text[slice(*printed.spans[0])] == "Jane Doe, Political Editor"
    assert (known.name, known.role, known.spans) == ("John Roe", None, ())


def test_the_furniture_of_a_page_is_a_notice_too() -> None:
    article = read(page())
    assert [article.text[start:end] for start, end in article.notices] == [
        "Copyright 2024 The Gazette. All rights reserved."
    ]


def test_a_given_date_wins_over_the_pages() -> None:
    assert read(page(), published="2024-09-27").published == "2024-09-27"


def test_a_bad_given_date_is_refused() -> None:
    with pytest.raises(BadDate):
        read(page(), published="soon")


def test_what_a_page_does_not_state_is_none() -> None:
    body = BODY.replace("By Jane Doe, Political Editor", "On Thursday, 26 September 2024:")
    article = read(page("", body))
    assert (article.outlet, article.url, article.published) == (None, None, None)
    assert article.byline == ()


def test_a_host_name_is_no_outlet() -> None:
    head = '<link rel="canonical" href="https://www.gazette.example.org/library">'
    assert read(page(head)).outlet is None


def test_an_address_that_is_none_is_left_out() -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert read(page(head)).url is None


@pytest.mark.parametrize(
    "body",
    ["", "<script>var a = 'a report';</script>", "<p></p>" * 50, "<div>" * 5_000 + "a report"],
)
def test_a_page_without_a_report_says_what_to_do(body: str) -> None:
    with pytest.raises(NoMainText, match=r"^page\.html: no report .* save the report's text"):
        read(page("", body))


def test_a_page_of_endless_tags_is_refused() -> None:
    with pytest.raises(TooLarge, match="40,000 tags"):
        read(page("", "<i>a" * (MAX_TAGS + 1)))


def test_entities_of_a_pages_own_are_not_expanded() -> None:
    bomb = '<!doctype html [<!ENTITY a "boom boom"><!ENTITY b "&a;&a;&a;&a;">]>'
    article = read(page().replace("<!doctype html>", bomb).replace("sorry", "&b;"))
    assert "boom boom" not in article.text.replace(bomb, "")


def test_odd_metadata_does_not_cost_the_report() -> None:
    linked = (
        '{"@type": "NewsArticle", "headline": ["a"], "author": [[7]], "publisher": 7, "url": 7}'
    )
    head = f'<script type="application/ld+json">{linked}</script>'
    head += '<link rel="canonical" href="http://[">'
    assert read(page(head)).text == read(page("")).text


FRAGMENTS = (
    "<p>|</p>|<div>|</article>|<br>|<!--|-->|<![CDATA[|<td>|<li>|<meta property='og:url' content='"
    "|'>|<script type='application/ld+json'>|{[|&nbsp;|&#0;|&#1;\n|&#xD800;|<h1>No| he said.|“"
    "|<time pubdate datetime=|<pre>\n"
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS.split("|")), st.text(max_size=5)), max_size=20
    ).map("".join)
)
def test_any_page_is_read_or_refused(body: str) -> None:
    try:
        article = read(page(HEAD, body))
    except NoMainText:
        return
    assert article.text.strip() == article.text != ""


def test_nothing_is_written_to_the_users_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NoMainText):
        read(page("", ""))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        (b'<html><head><meta charset="windows-1252">', "windows-1252"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-15"?>', "iso-8859-15"),
        (b"<html><p>charset=nothing", None),
    ],
)
def test_the_encoding_that_a_page_declares_is_found(start: bytes, encoding: str | None) -> None:
    assert declared_encoding(start) == encoding


def test_the_library_for_pages_is_not_loaded_for_anything_else() -> None:
    asks = "import sys, onrecord.ingest as i; i.article_from_text('He said no.')"
    slow = "('trafilatura', 'lxml', 'charset_normalizer', 'py3langid', 'numpy')"
    code = f"{asks}; sys.exit(any(name in sys.modules for name in {slow}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
