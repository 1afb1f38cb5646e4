"""Feeds of every dialect to reports; of strangers' making, and never more than is bounded."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.errors import ArticleError, BadFeed, EmptyArticle, NoMainText, TooLarge
from onrecord.ingest import articles_from
from onrecord.ingest.feed import MAX_ITEMS
from onrecord.ingest.feed_xml import MAX_ATTRIBUTES, MAX_ELEMENTS, MAX_NAMESPACES
from onrecord.ingest.feeds import articles_from_feed, is_feed

FIRST = "The ferry sails again on Monday, the harbour master said, and every berth has been mended."
SECOND = "“Nobody asked us,” the pilots answered on Tuesday, and the town went back to its fish."
WORDS = [FIRST, *[SECOND] * 4]
HTML = "".join(f"<p>{one}</p>" for one in WORDS)
ESCAPED = HTML.replace("<", "&lt;").replace(">", "&gt;")
TEXT = "\n\n".join(WORDS)

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Ely Post</title><link>https://post.example/</link>
<item><title>Ferry &amp; pilots</title><link>https://post.example/ferry</link>
<dc:creator>Ann Lee</dc:creator><pubDate>Mon, 04 May 2026 09:30:00 +0100</pubDate>
<description>Only a line.</description>
<content:encoded><![CDATA[{HTML}]]></content:encoded></item>
<item><title>A line</title><link>https://post.example/line</link>
<description>Only a line.</description></item>
</channel></rss>"""

RDF = f"""<rdf:RDF xmlns="http://purl.org/rss/1.0/"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://post.example/"><title>The Ely Post</title></channel>
<item rdf:about="https://post.example/ferry"><title>Ferry &amp; pilots</title>
<link>https://post.example/ferry</link><dc:creator>Ann Lee</dc:creator>
<dc:date>2026-05-04T09:30:00+01:00</dc:date>
<content:encoded>{ESCAPED}</content:encoded></item></rdf:RDF>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ely Post</title>
<entry><title type="html">Ferry &amp;amp; pilots</title>
<link rel="alternate" href="https://post.example/ferry"/>
<author><name>Ann Lee</name></author><published>2026-05-04T09:30:00+01:00</published>
<updated>2026-05-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content>
</entry></feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Ely Post",
        "items": [
            {
                "id": "1",
                "url": "https://post.example/ferry",
                "title": "Ferry & pilots",
                "content_html": HTML,
                "authors": [{"name": "Ann Lee"}],
                "date_published": "2026-05-04T09:30:00+01:00",
            }
        ],
    }
)


def items(text: str, base: str | None = None) -> list[Article | ArticleError]:
    return list(articles_from_feed(text, "feed.xml", base=base))


def rss(*content: str, before: str = "") -> str:
    return f"{before}<rss><channel><title>T</title>{''.join(content)}</channel></rss>"


def full(link: str, **more: str) -> str:
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in more.items())
    return f"<item><link>{link}</link>{inside}<description>{ESCAPED * 4}</description></item>"


@pytest.mark.parametrize(
    ("name", "feed"),
    [("a.xml", RSS), ("a.rdf", RDF), ("a.atom", ATOM), ("a.json", JSON_FEED), ("feed", RSS)],
)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_an_item_with_its_whole_text_is_a_report(
    tmp_path: Path, name: str, feed: str, packed: bool
) -> None:
    path = tmp_path / (name + ".gz" * packed)
    path.write_bytes(gzip.compress(feed.encode()) if packed else feed.encode())
    found, *others = articles_from(str(path))
    assert isinstance(found, Article), found
    assert found.text == TEXT
    assert (found.title, found.outlet) == ("Ferry & pilots", "The Ely Post")
    assert found.url == "https://post.example/ferry"
    assert found.published is not None
    assert found.published.startswith("2026-05-04T09:30:00+01:00")
    assert [author.name for author in found.byline] == ["Ann Lee"]
    assert found.retrieved_from == str(path)
    assert len(others) == (feed is RSS)


def test_a_teaser_is_no_report_and_it_is_said_what_to_do() -> None:
    _, teaser = items(RSS)
    assert isinstance(teaser, NoMainText)
    assert str(teaser) == (
        "feed.xml, item 2: only a teaser; its page is https://post.example/line: "
        "add that, or watch the feed"
    )


@pytest.mark.parametrize("end", ["…", "[…]", "Read more", "Continue reading", "[...]"])
def test_an_item_that_ends_as_cut_ones_do_is_a_teaser(end: str) -> None:
    cut = f"<item><link>https://post.example/1</link><description>{ESCAPED * 4}{end}</description>"
    [found] = items(rss(cut + "</item>"))
    assert isinstance(found, NoMainText)


def test_a_date_without_a_zone_or_of_a_change_only_is_not_made_one() -> None:
    [undated] = items(rss(full("https://post.example/1", pubDate="yesterday")))
    assert isinstance(undated, Article)
    assert undated.published is None
    changed = ATOM.replace("<published>2026-05-04T09:30:00+01:00</published>", "")
    [found] = items(changed)
    assert isinstance(found, Article)
    assert found.published is None


def test_a_feed_that_was_fetched_speaks_for_its_own_site_only() -> None:
    own, other = "https://www.post.example/1", "https://paper.example/1"
    first, second = items(rss(full(own), full(other)), base="https://feeds.post.example/rss")
    assert isinstance(first, Article)
    assert first.url == own
    assert isinstance(second, NoMainText)
    assert "lies on another site than the feed: add that, or watch the feed" in str(second)


def test_relative_addresses_are_those_of_the_feed() -> None:
    [found] = items(rss(full("/1")), base="https://post.example/rss")
    assert isinstance(found, Article)
    assert found.url == "https://post.example/1"


def test_addresses_of_other_schemes_are_none() -> None:
    for link in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"):
        [found] = items(rss(full(link)))
        assert isinstance(found, Article)
        assert found.url is None


MANY = " ".join(f"a{n}=''" for n in range(MAX_ATTRIBUTES + 1))
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>',
        f'<!-- x --><?x?><!doctype rss[<!ENTITY l0 "ha">{LAUGHS}]>',
    ],
)
def test_a_feed_that_defines_entities_is_refused(doctype: str) -> None:
    [found] = items(rss("<item><title>&l9;</title></item>", before=doctype))
    assert isinstance(found, BadFeed)
    assert "defines entities of its own" in str(found)


def test_an_outer_document_type_is_not_loaded_nor_its_entities_put_in() -> None:
    outer = '<!DOCTYPE rss SYSTEM "file:///etc/passwd">'
    found = items(rss(full("https://post.example/1", title="a &x; b"), before=outer))
    assert isinstance(found[0], Article)
    assert "root:" not in str(found)


def test_characters_named_as_in_html_are_read() -> None:
    [found] = items(rss(full("https://post.example/1", title="Caf&eacute; &mdash; &quot;x&quot;")))
    assert isinstance(found, Article)
    assert found.title == 'Café — "x"'


def test_a_broken_feed_is_read_as_far_as_it_goes_and_that_is_said() -> None:
    found = items(rss(full("https://post.example/1"))[:-30] + "<item><title>")
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], BadFeed)
    assert "broken XML at line 1" in str(found[-1])


def test_a_feed_without_items_says_so() -> None:
    [found] = items(rss())
    assert isinstance(found, EmptyArticle)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<item/>" * (MAX_ELEMENTS + 1), "more than 60,000 elements"),
        (f"<item {MANY}/>", "attributes"),
        ("<x xmlns='y'/>" * (MAX_NAMESPACES + 1), "more than 10,000 namespaces"),
    ],
)
def test_a_feed_beyond_the_bounds_is_refused(content: str, why: str) -> None:
    [found] = items(rss(content))
    assert isinstance(found, TooLarge)
    assert why in str(found)


def test_of_too_many_items_the_first_are_read_and_the_rest_is_counted() -> None:
    more = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{}] * 2_500})
    for feed in (rss("<item><title>x</title></item>" * 2_500), more):
        found = items(feed)
        assert len(found) == MAX_ITEMS + 1
        assert "500 are left out" in str(found[-1])


@pytest.mark.parametrize(
    "feed",
    [
        rss("<a>" * 300_000),
        rss("<item><title>" * 100_000),
        rss("<item>" + "".join(f"<category>x{n}</category>" for n in range(50_000)) + "</item>"),
        "<!---->" * 500_000 + rss(),
        " " * 5_000_000 + rss(),
        "<?a" * 1_000_000 + rss(),
        rss("<item><title>" + "&" * 2_000_000),
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 1_000_000,
    ],
    ids=["deep", "unclosed", "categories", "comments", "blanks", "instructions", "amps", "json"],
)
def test_a_feed_made_to_be_slow_is_not(feed: str) -> None:
    begun = time.process_time()
    assert all(isinstance(one, ArticleError) for one in items(feed))
    assert time.process_time() - begun < 8


def test_a_packed_bomb_is_left_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml.gz"
    path.write_bytes(gzip.compress(rss().encode() + b" " * 50_000_000))
    [found] = articles_from(str(path))
    assert isinstance(found, TooLarge)


def test_rows_that_unpack_to_gigabytes_are_left(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "No."}\n' + (b" " * 999 + b"\n") * 30_000))
    found = list(articles_from(str(path)))
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], TooLarge)
    assert "200 times its size" in str(found[-1])


def test_a_packed_file_in_a_packed_file_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(gzip.compress(b'{"text": "No."}\n')))
    [found] = articles_from(str(path))
    assert "gzip archive" in str(found)


NAMES = st.sampled_from(
    ["item", "entry", "title", "link", "description", "content:encoded", "pubDate", "a:b", "x"]
)
TREES = st.recursive(
    st.text(max_size=20) | st.sampled_from([ESCAPED, "&amp;", "<![CDATA[<p>x]]>", "&x;", "<"]),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(TREES | st.text(max_size=80))
def test_any_feed_gives_reports_whose_spans_slice_or_errors(content: str) -> None:
    for feed in (rss(content), rss(full("https://post.example/1"), content), content):
        assert is_feed(feed) in (True, False)
        for found in items(feed):
            if isinstance(found, Article):
                assert found.text.strip()
                for start, end in found.notices:
                    assert 0 <= start < end <= len(found.text)
                for author in found.byline:
                    assert all(found.text[start:end] for start, end in author.spans)
            else:
                assert isinstance(found, ArticleError)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from(["a.xml", "a.html", "a.jsonl", "a.json", "a.xml.gz"])
)
def test_any_bytes_in_any_file_are_reports_or_errors(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    for before in (b"", b"<rss><channel><item>", b"<!doctype html><p>", b"\x1f\x8b\x08\0"):
        path.write_bytes(before + content)
        assert all(isinstance(one, Article | ArticleError) for one in articles_from(str(path)))
