"""A web page to its report: main text and metadata, found by trafilatura.

The page is a stranger's: its size and the number of its tags are bounded, and libxml2 bounds
their nesting and expands no entities of the page's own.
"""

from __future__ import annotations

import copy
import logging
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.domain.article import Article, Byline
from onrecord.errors import NoMainText, TooLarge
from onrecord.ingest.article import article_from_text
from onrecord.ingest.html_bounds import MAX_ATTRIBUTES, has_too_many_attributes
from onrecord.ingest.html_words import words_of
from onrecord.ingest.page_date import stated_date
from onrecord.ingest.sites import same_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_TAGS = 40_000
"""Four times the longest live blog; the time that finding the main text takes grows faster."""

_HEAD = 4_096
_TAG = re.compile(r"<[a-zA-Z]")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:-]+)", re.I
)
_NO_DATE_SEARCH = {"extensive_search": False, "original_date": True}
"""For trafilatura's own search for a date, whose guesses are not used."""
_SOURCE_BREAK = re.compile(r"[ \t]*[\r\n]\s*")
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What a character reference can name and libxml2 does not take back."""
_VERBATIM = ("pre", "script", "style", "textarea")
_KEPT_SHARE = 0.9
"""Of a fragment's words: where finding the main text leaves out more, it took it for furniture."""
_LONGEST_URL = 4_000
_NO_REPORT = "no report was found on this page; save the report's text as .txt and read that"


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the first bytes of a page name, None when they name none."""
    match = _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii", "replace") if match else None


def article_from_page(
    page: str,
    where: str,
    *,
    published: str | None = None,
    encoding: str | None = None,
    address: str | None = None,
) -> Article:
    """The report on ``page`` (HTML source), a blank line between its paragraphs.

    Title, authors, outlet, URL and date come from the page's metadata; ``published`` wins over
    what it says. ``address``: where it was fetched; the URL that the page states is then taken
    only where it is one of the same site, so that no page can pose as another outlet's.
    Raises NoMainText, TooLarge (more tags, or more in one, than pages have) or BadDate, naming
    ``where``.
    """
    if sum(1 for _ in _TAG.finditer(page)) > MAX_TAGS:
        raise TooLarge(
            where, f"the page has more than {MAX_TAGS:,} tags; save its text and read that"
        )
    if has_too_many_attributes(page):
        raise TooLarge(where, f"a tag of more than {MAX_ATTRIBUTES:,} attributes; save its text")
    tree = _parsed(page)
    text = _main_text(tree) if tree is not None else ""
    if tree is None or not text:
        raise NoMainText(where, _NO_REPORT)
    stated = _metadata(tree)
    url = _own_address(_web_address(stated.get("url")), address)
    outlet = _outlet(stated.get("sitename"), url)
    return article_from_text(
        text,
        published=published or stated_date(tree, url),
        title=stated.get("title"),
        outlet=outlet,
        url=url,
        byline=_authors(stated.get("author", ""), outlet),
        retrieved_from=where,
        encoding=encoding,
    )


def text_of_fragment(source: str) -> str:
    """All text of ``source``, HTML that is a report and nothing else, as an item of a feed has it.

    A blank line between its paragraphs; empty where there are no words, or where it is beyond
    what a page may be.
    """
    if sum(1 for _ in _TAG.finditer(source)) > MAX_TAGS or has_too_many_attributes(source):
        return ""
    tree = _parsed(f"<html><body><article>{source}</article></body></html>")
    if tree is None:
        return ""
    everything = words_of(copy.deepcopy(tree))
    text = _main_text(tree)
    return text if len(text.split()) >= _KEPT_SHARE * len(everything.split()) else everything


def _parsed(page: str) -> HtmlElement | None:
    import trafilatura  # half a second to import, and only for pages

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    tree: HtmlElement | None = trafilatura.load_html(page)
    if tree is not None:
        _join_lines(tree)
    return tree


def _join_lines(tree: HtmlElement) -> None:
    """Make the line breaks of the page's source blanks, as a browser does.

    trafilatura keeps some of them, and then they look like the ends of paragraphs.
    """
    for element in tree.iter():
        if element.text and element.tag not in _VERBATIM:
            element.text = _joined(element.text)
        if element.tail:
            element.tail = _joined(element.tail)


def _joined(words: str) -> str:
    return _SOURCE_BREAK.sub(" ", _NO_XML.sub("", words))


def _main_text(tree: HtmlElement) -> str:
    """The paragraphs of the report, a blank line between them; nothing where none is found."""
    import trafilatura

    try:
        document = trafilatura.bare_extraction(tree, include_comments=False)
    except Exception:  # whatever a stranger's page makes it raise: there is no report to be had
        return ""
    lines = (line.strip() for line in (getattr(document, "text", None) or "").split("\n"))
    return "\n\n".join(line for line in lines if line)


def _metadata(tree: HtmlElement) -> dict[str, str]:
    """What the page's metadata states, as far as it is in words."""
    import trafilatura

    try:
        document = trafilatura.extract_metadata(tree, date_config=dict(_NO_DATE_SEARCH))
    except Exception:  # of a stranger's making, as above: a report may do without metadata
        return {}
    names = ("title", "author", "sitename", "url")
    values = {name: getattr(document, name, None) for name in names}
    return {name: value for name, value in values.items() if isinstance(value, str) and value}


def _web_address(url: str | None) -> str | None:
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:
        return None
    return url if scheme in ("http", "https") else None


def _own_address(stated: str | None, address: str | None) -> str | None:
    """The address that the page states, unless it was fetched from another site."""
    if stated and len(stated) <= _LONGEST_URL and (address is None or same_site(stated, address)):
        return stated
    return address


def _outlet(name: str | None, url: str | None) -> str | None:
    """The name the site gives itself; its host name is where it lies, not what it is called."""
    host = urlsplit(url or "").hostname or ""
    return None if name is None or host == name or host.endswith("." + name) else name


def _authors(names: str, outlet: str | None) -> tuple[Byline, ...]:
    found = (name.strip() for name in names.split(";"))
    return tuple(Byline(name) for name in found if name and name != outlet)
