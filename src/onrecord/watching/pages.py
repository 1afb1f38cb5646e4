"""What lies at an address, fetched and made into reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from onrecord.domain.article import Article
from onrecord.errors import ArticleError, NoMainText
from onrecord.fetch.clock import Clock
from onrecord.fetch.fetched import Fetched
from onrecord.ingest.document import articles_in, text_of
from onrecord.ingest.feeds import is_feed
from onrecord.ingest.kinds import Kind

_PAGES = ("text/html", "application/xhtml+xml")


class Fetches(Protocol):
    """What ``onrecord.fetch.Fetcher`` does."""

    @property
    def clock(self) -> Clock:
        """The clock that it goes by."""

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What lies there. Raises FetchError."""


def reports_at(
    url: str, fetcher: Fetches, published: str | None = None
) -> Iterator[Article | ArticleError]:
    """The reports at ``url``: one of a page or text, those of a feed that carries them whole.

    What cannot be fetched or read comes as a value. ``published``, already checked, wins over
    what a page states.
    """
    try:
        yield from _articles(fetcher.get(url), published)
    except ArticleError as error:
        yield error


def page_at(url: str, fetcher: Fetches) -> Article:
    """The one report at ``url``. Raises ArticleError where there is none, or a feed."""
    found = fetcher.get(url)
    text, encoding = text_of(found.body, found.url, None, found.charset)
    if is_feed(text):
        raise NoMainText(found.url, "a feed and no report; watch it by itself")
    kind = Kind.PAGE if found.content_type in _PAGES else None
    [item] = articles_in(text, found.url, kind=kind, encoding=encoding, address=found.url)
    if isinstance(item, ArticleError):
        raise item
    return item


def _articles(found: Fetched, published: str | None) -> Iterator[Article | ArticleError]:
    text, encoding = text_of(found.body, found.url, None, found.charset)
    page = found.content_type in _PAGES and not is_feed(text)
    yield from articles_in(
        text,
        found.url,
        kind=Kind.PAGE if page else None,
        published=published,
        encoding=encoding,
        address=found.url,
    )
