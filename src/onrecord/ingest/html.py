"""A web page to its report: main text and metadata, found by trafilatura.

The page is a stranger's: its size and the number of its tags are bounded, and libxml2 bounds
their nesting and expands no entities of the page's own.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from onrecord.domain.article import Article, Byline
from onrecord.errors import NoMainText, TooLarge
from onrecord.ingest.article import article_from_text
from onrecord.ingest.page_date import stated_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

MAX_TAGS = 40_000
"""Four times the longest live blog; the time that finding the main text takes grows faster."""

_HEAD = 4_096
_TAG = re.compile(r"<[a-zA-Z]")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:-]+)", re.I
)
_NO_DATE_SEARCH = {"extensive_search": False, "original_date": True}
"""For trafilatura's own search for a date, whose guesses are not used."""
_NO_REPORT = "no report was found on this page; save the report's text as .txt and read that"


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the first bytes of a page name, None when they name none."""
    match = _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii", "replace") if match else None


def article_from_page(
    page: str, where: str, *, published: str | None = None, encoding: str | None = None
) -> Article:
    """The report on ``page`` (HTML source), a blank line between its paragraphs.

    Title, authors, outlet, URL and date come from the page's metadata; ``published`` wins over
    what it says. Raises NoMainText, TooLarge (more than MAX_TAGS tags) or BadDate, naming
    ``where``.
    """
    if sum(1 for _ in _TAG.finditer(page)) > MAX_TAGS:
        raise TooLarge(
            where, f"the page has more than {MAX_TAGS:,} tags; save its text and read that"
        )
    tree = _parsed(page)
    document = _extracted(tree) if tree is not None else None
    text = _spaced(document.text) if document else ""
    if tree is None or document is None or not text:
        raise NoMainText(where, _NO_REPORT)
    url = _web_address(document.url)
    outlet = _outlet(document)
    return article_from_text(
        text,
        published=published or stated_date(tree, url),
        title=document.title or None,
        outlet=outlet,
        url=url,
        byline=_authors(document.author, outlet),
        retrieved_from=where,
        encoding=encoding,
    )


def _parsed(page: str) -> HtmlElement | None:
    import trafilatura  # half a second to import, and only for pages

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    tree: HtmlElement | None = trafilatura.load_html(page)
    return tree


def _extracted(tree: HtmlElement) -> Document | None:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=_NO_DATE_SEARCH,
        )
    except Exception:  # whatever a stranger's page makes it raise: there is no report to be had
        return None
    return None if isinstance(document, dict) else document


def _spaced(text: str | None) -> str:
    lines = (line.strip() for line in (text or "").split("\n"))
    return "\n\n".join(line for line in lines if line)


def _web_address(url: str | None) -> str | None:
    return url if url and url.startswith(("https://", "http://")) else None


def _outlet(document: Document) -> str | None:
    """The name the site gives itself; its host name is where it lies, not what it is called."""
    name: str | None = document.sitename
    hosts = {document.hostname, f"www.{document.hostname}"}
    return name if name and name not in hosts else None


def _authors(names: str | None, outlet: str | None) -> tuple[Byline, ...]:
    found = (name.strip() for name in (names or "").split(";"))
    return tuple(Byline(name) for name in found if name and name != outlet)
