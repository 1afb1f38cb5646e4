"""JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.errors import BadFeed
from onrecord.ingest.feed import MAX_ITEMS, Content, Feed, Item
from onrecord.ingest.page_date import read_stated

_VERSION = "jsonfeed.org/version/"
_MAX_WORDS = 1_000


def is_json_feed(text: str) -> bool:
    """Whether ``text`` is a JSON Feed: an object that says so."""
    if _VERSION not in text:
        return False
    try:
        return _is_feed(json.loads(text))
    except (ValueError, RecursionError):
        return False


def read_json_feed(text: str, where: str, base: str | None = None) -> Feed:
    """The feed that ``text`` is. Raises BadFeed. Of more than MAX_ITEMS items the first count."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFeed(where, "this is no JSON that can be read") from error
    items = feed.get("items") if _is_feed(feed) else None
    if not isinstance(items, list):
        raise BadFeed(where, 'this is no JSON Feed: it has no list of "items"')
    base = base or _words(feed.get("feed_url")) or _words(feed.get("home_page_url"))
    left_out = len(items) - MAX_ITEMS
    remark = f"only the first {MAX_ITEMS:,} items are read, {left_out:,} are left out"
    return Feed(
        title=_words(feed.get("title")),
        items=tuple(
            _item(number, item, base)
            for number, item in enumerate(items[:MAX_ITEMS], start=1)
            if isinstance(item, dict)
        ),
        remarks=(remark,) if left_out > 0 else (),
    )


def _is_feed(feed: Any) -> bool:
    return isinstance(feed, dict) and _VERSION in str(feed.get("version"))[:200]


def _item(number: int, item: dict[str, Any], base: str | None) -> Item:
    published = item.get("date_published")
    return Item(
        number,
        title=_words(item.get("title")),
        url=_url(item.get("url") or item.get("external_url"), base),
        published=read_stated(published) if isinstance(published, str) else None,
        authors=_authors(item),
        contents=tuple(
            Content(words, html, whole)
            for key, html, whole in (
                ("content_html", True, True),
                ("content_text", False, True),
                ("summary", False, False),
            )
            if isinstance(words := item.get(key), str) and words.strip()
        ),
    )


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    authors = item.get("authors")
    given = authors if isinstance(authors, list) else [item.get("author")]
    names = (_words(one.get("name")) for one in given[:20] if isinstance(one, dict))
    return tuple(dict.fromkeys(name for name in names if name))


def _words(value: Any) -> str | None:
    return " ".join(value.split())[:_MAX_WORDS] or None if isinstance(value, str) else None


def _url(link: Any, base: str | None) -> str | None:
    try:
        url = urljoin(base or "", link) if isinstance(link, str) else ""
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
