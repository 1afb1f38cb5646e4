"""One whole document, from a file or an address, to the reports in it: a text, a page, a feed."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.article import Article
from onrecord.errors import ArticleError, BadFeed, BadRow, EmptyArticle
from onrecord.ingest.article import article_from_text
from onrecord.ingest.decode import decode
from onrecord.ingest.feeds import articles_from_feed, is_feed
from onrecord.ingest.html import article_from_page, declared_encoding
from onrecord.ingest.kinds import Kind, is_json, looks_like_page, looks_like_row

_NOT_ROWS = (
    "this is JSON and no report; rows are read from a file, one object a line (jq -c . does that)"
)
_NO_FEED = "this is no feed (RSS, Atom or RDF); other XML is not read"


def text_of(
    data: bytes, where: str, kind: Kind | None = None, charset: str | None = None
) -> tuple[str, str]:
    """``data`` as text, and the encoding it was written in. Raises NotText, EmptyArticle."""
    declared = None if kind is Kind.TEXT else charset or declared_encoding(data)
    text, used = decode(data, where, declared)
    if not text.strip():
        raise EmptyArticle(where, "it holds nothing but white space")
    return text, used


def articles_in(
    text: str,
    where: str,
    *,
    kind: Kind | None = None,
    published: str | None = None,
    encoding: str | None = None,
    address: str | None = None,
) -> Iterator[Article | ArticleError]:
    """The reports of ``text``, of ``kind`` or of what it looks like.

    ``published`` (already checked) wins over what a page states and is for the items of a feed
    without a date of their own. ``address``: where it was fetched; what is there may state
    addresses of the same site and no others, and links are relative to it.
    Raises ArticleError where there is one report at most.
    """
    if kind is Kind.FEED and not is_feed(text) and not looks_like_page(text):
        raise BadFeed(where, _NO_FEED)
    if kind in (None, Kind.FEED) and is_feed(text):
        yield from articles_from_feed(
            text, where, published=published, encoding=encoding, base=address
        )
    elif kind in (Kind.PAGE, Kind.FEED) or (kind is None and looks_like_page(text)):
        yield article_from_page(
            text, where, published=published, encoding=encoding, address=address
        )
    elif kind is None and (is_json(text) or _begins_as_rows(text)):
        raise BadRow(where, _NOT_ROWS)
    else:
        yield article_from_text(
            text, published=published, retrieved_from=where, encoding=encoding, url=address
        )


def _begins_as_rows(text: str) -> bool:
    return looks_like_row(text.lstrip().partition("\n")[0].encode("utf-8", "surrogatepass"))
