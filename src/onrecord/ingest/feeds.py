"""Feeds to Articles: the items that carry their whole report; of teasers, where it is.

An item is a report when its text is meant to be whole and is no mere line, or when it is as long
as reports are; and when it does not end as cut ones do. Anything less would be read as if the
rest had never been said.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from onrecord.domain.article import Article, Byline
from onrecord.errors import ArticleError, BadFeed, EmptyArticle, NoMainText
from onrecord.ingest.article import article_from_text
from onrecord.ingest.feed import Content, Feed, Item
from onrecord.ingest.feed_json import is_json_feed, read_json_feed
from onrecord.ingest.feed_prolog import looks_like_feed
from onrecord.ingest.feed_xml import read_xml_feed
from onrecord.ingest.html import text_of_fragment
from onrecord.ingest.sites import same_site
from onrecord.ingest.word_lists import word_list

WHOLE_WORDS = 60
"""Words of an item whose content is meant to be whole; fewer are a teaser in the wrong place."""
SUMMARY_WORDS = 200
"""Words of a summary that is the report all the same."""

_NO_PAGE = "only a teaser, and no address of its page; add the page itself"
_LONGEST_END = 40


def is_feed(text: str) -> bool:
    """Whether ``text`` is a feed: RSS, Atom, RDF or JSON Feed, by how it begins."""
    return looks_like_feed(text) or is_json_feed(text)


def read_feed(text: str, where: str, base: str | None = None) -> Feed:
    """The feed that ``text`` is, with its ``items``. ``base``: what its links are relative to.

    Raises BadFeed, TooLarge.
    """
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return read_json_feed(text, where, base)
    return read_xml_feed(text, where, base)


def articles_from_feed(
    text: str,
    where: str,
    *,
    published: str | None = None,
    encoding: str | None = None,
    base: str | None = None,
) -> Iterator[Article | ArticleError]:
    """The items of a feed, each a report, or in its place the error that says why it is none.

    ``published`` (already checked) is for items without a date of their own. ``base``: where the
    feed was fetched, if it was. What is wrong with the feed as a whole comes last.
    """
    try:
        feed = read_feed(text, where, base)
    except ArticleError as error:
        yield error
        return
    if not feed.items:
        yield EmptyArticle(where, "the feed has no items")
    for item in feed.items:
        try:
            if base and item.url and not same_site(item.url, base):
                raise NoMainText(f"{where}, item {item.number}", _elsewhere(item.url))
            yield article_of(item, feed, where, published=published, encoding=encoding)
        except ArticleError as error:
            yield error
    yield from (BadFeed(where, remark) for remark in feed.remarks)


def _elsewhere(url: str) -> str:
    """A feed's own words for a page of another site are hearsay: anybody can write such a feed."""
    return f"its page {url} lies on another site than the feed: add that, or watch the feed"


def article_of(
    item: Item,
    feed: Feed,
    where: str,
    *,
    published: str | None = None,
    encoding: str | None = None,
) -> Article:
    """The report that ``item`` carries. Raises NoMainText where it is a teaser only."""
    text = whole_text(item)
    if text is None:
        place = f"{where}, item {item.number}"
        page = f"only a teaser; its page is {item.url}: add that, or watch the feed"
        raise NoMainText(place, page if item.url else _NO_PAGE)
    return article_from_text(
        text,
        published=item.published or published,
        title=item.title,
        outlet=feed.title,
        url=item.url,
        byline=tuple(Byline(name) for name in item.authors if name != feed.title),
        retrieved_from=where,
        encoding=encoding,
    )


def whole_text(item: Item) -> str | None:
    """The text of the report that ``item`` carries, a blank line between paragraphs, or None."""
    found = [text for content in item.contents if (text := _whole(content))]
    return max(found, key=len, default=None)


def _whole(content: Content) -> str | None:
    least = WHOLE_WORDS if content.whole else SUMMARY_WORDS
    if len(content.source) < 2 * least:
        return None
    text = text_of_fragment(content.source) if content.html else _plain(content.source)
    return text if len(text.split()) >= least and not _is_cut(text) else None


def _plain(source: str) -> str:
    """Plain text as it is, but for entities that a publisher left in it."""
    return html.unescape(source).strip() if "&" in source else source.strip()


def _is_cut(text: str) -> bool:
    last = text.rstrip().rsplit("\n", 1)[-1]
    end = last[-_LONGEST_END:].lower().rstrip(" .>»→)]")
    return last.rstrip(" ]").endswith(("…", "[...", "...]")) or any(
        end.endswith(words) and _stands_alone(last, end, words)
        for words in word_list("feeds")["cut"]
    )


def _stands_alone(last: str, end: str, words: str) -> bool:
    """Whether the closing words are a link's and not a sentence's: alone, or behind a stop."""
    before = end.removesuffix(words).rstrip()
    return (not before and len(last) <= _LONGEST_END) or before.endswith((".", "…", "?", "!", "”"))
