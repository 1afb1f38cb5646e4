"""RSS, Atom and RDF read with feedparser, behind a door that bounds what comes to it.

libxml2 mends what is broken, as far as it goes, in linear time; feedparser is handed its tree
written anew. So feedparser's own parser for broken feeds, which takes time with the square of
what a stranger writes, never runs.
"""

from __future__ import annotations

import html
import html.entities
import io
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from onrecord.errors import BadFeed, TooLarge
from onrecord.ingest.feed import MAX_ITEMS, Content, Feed, Item
from onrecord.ingest.feed_prolog import defines_entities
from onrecord.ingest.page_date import read_stated

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ELEMENTS = 60_000
"""Elements of one feed, thirty an item."""
MAX_ATTRIBUTES = 100
"""Of one element; feedparser's time grows with their square."""
MAX_NAMESPACES = 10_000
"""Declared in one feed, those of the XHTML in it too."""

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_ENTITIES = ("amp", "lt", "gt", "quot", "apos")
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"[\s\ufeff]*<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<[^<>]*>")
_ITEMS = ("item", "entry")
_UNREAD = ("category", "subject", "keywords", "contributor")
"""Of these feedparser compares each with each."""
_KNOWN_PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
_MAX_WORDS = 1_000
"""Characters of a title or name."""


def read_xml_feed(text: str, where: str, base: str | None = None) -> Feed:
    """The feed that ``text`` is. ``base``: its address, which links are relative to.

    Raises BadFeed, TooLarge. Of more than MAX_ITEMS items the first are read.
    """
    if defines_entities(text):
        raise BadFeed(
            where, "this feed defines entities of its own, which is not read; remove its DOCTYPE"
        )
    if text.count("xmlns") > MAX_NAMESPACES:
        raise TooLarge(where, f"a feed of more than {MAX_NAMESPACES:,} namespaces")
    root, broken = _tree(text, where)
    left_out = _cut(root, where)
    parsed = _parsed(root, where)
    items = tuple(
        _item(number, entry, parsed, base) for number, entry in enumerate(parsed.entries, start=1)
    )
    remarks = [broken] if broken else []
    if left_out:
        remarks.append(f"only the first {MAX_ITEMS:,} items are read, {left_out:,} are left out")
    return Feed(
        title=_plain(parsed.feed.get("title"), parsed.feed.get("title_detail")),
        items=items,
        ttl=_minutes(parsed.feed.get("ttl")),
        remarks=tuple(remarks),
    )


def _tree(text: str, where: str) -> tuple[_Element, str | None]:
    """The tree of the feed, and what was broken about it."""
    from lxml import etree

    bare = _ENTITY.sub(_as_number, _NO_XML.sub("", _without_declaration(text)))
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: _Element | None = etree.fromstring(bare.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is not None:
        etree.strip_elements(root, etree.Entity, with_tail=False)
    if root is None:
        raise BadFeed(where, "no feed can be made out in it: it breaks off or is no XML at all")
    errors = parser.error_log
    line = errors[0].line if len(errors) else 0
    remark = f"the feed is broken XML at line {line}; it was read as far as it goes"
    return root, remark if len(errors) else None


def _without_declaration(text: str) -> str:
    """What is decoded already must not say that it is in another encoding."""
    found = _DECLARATION.match(text)
    return text[found.end() :] if found else text.lstrip(" \t\r\n\ufeff")


def _as_number(match: re.Match[str]) -> str:
    """A named character of HTML as XML knows it; feeds use them without declaring them."""
    if match[1] in _XML_ENTITIES:
        return match[0]
    named = html.entities.html5.get(match[1] + ";")
    return "".join(f"&#{ord(one)};" for one in named) if named else f"&amp;{match[1]};"


def _cut(root: _Element, where: str) -> int:
    """Leave out the items behind MAX_ITEMS, and what nobody asks for; returns how many items.

    Mends prefixes that nobody declared.
    """
    items = elements = 0
    unread = []
    for element in root.iter():
        elements += 1
        if elements > MAX_ELEMENTS:
            raise TooLarge(where, f"a feed of more than {MAX_ELEMENTS:,} elements")
        if not isinstance(element.tag, str):
            continue
        if len(element.attrib) > MAX_ATTRIBUTES:
            raise TooLarge(where, f"an element of more than {MAX_ATTRIBUTES} attributes")
        _mend(element)
        name = element.tag.rsplit("}", 1)[-1].lower()
        items += name in _ITEMS
        if name in _UNREAD or (name in _ITEMS and items > MAX_ITEMS):
            unread.append(element)
    for element in unread:
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    return max(items - MAX_ITEMS, 0)


def _mend(element: _Element) -> None:
    tag = str(element.tag)
    if not tag.startswith("{") and ":" in tag:
        prefix, _, name = tag.partition(":")
        space = _KNOWN_PREFIXES.get(prefix)
        element.tag = f"{{{space}}}{name}" if space else name.replace(":", "_") or "unknown"
    for name in [str(name) for name in element.attrib]:
        if not name.startswith("{") and ":" in name:
            del element.attrib[name]


def _parsed(root: _Element, where: str) -> Any:
    """The feed as feedparser reads it."""
    from xml.parsers import expat

    import feedparser  # type: ignore[import-untyped]
    from lxml import etree

    source = etree.tostring(root, encoding="utf-8", xml_declaration=True, with_tail=False)
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(source, True)
        return feedparser.parse(
            io.BytesIO(source),
            resolve_relative_uris=False,
            sanitize_html=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except Exception as error:  # whatever a stranger's feed makes it raise
        raise BadFeed(where, "no feed can be made out in it") from error


def _item(number: int, entry: Any, parsed: Any, base: str | None) -> Item:
    stated = entry.get("published")
    if not stated and str(parsed.version).startswith("rss"):
        stated = entry.get("updated")  # dc:date, which in RSS is when the item came out
    return Item(
        number,
        title=_plain(entry.get("title"), entry.get("title_detail")),
        url=_url(entry.get("link"), base or parsed.feed.get("link")),
        published=read_stated(stated) if isinstance(stated, str) else None,
        authors=_authors(entry),
        contents=tuple(_contents(entry)),
    )


def _contents(entry: Any) -> list[Content]:
    found = [
        Content(str(one.get("value") or ""), _is_html(one), whole=True)
        for one in entry.get("content") or ()
        if str(one.get("type", "")).startswith("text/") or "xhtml" in str(one.get("type", ""))
    ]
    summary = entry.get("summary_detail")
    if summary and all(summary.get("value") != one.source for one in found):
        found.append(Content(str(summary.get("value") or ""), _is_html(summary), whole=False))
    return found


def _is_html(detail: Any) -> bool:
    return "html" in str(detail.get("type", "")) or bool(_TAG.search(str(detail.get("value"))))


def _authors(entry: Any) -> tuple[str, ...]:
    given = [one.get("name") for one in entry.get("authors") or () if one.get("name")]
    names = (_plain(name, None) for name in given or [entry.get("author")])
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))[:20]


def _plain(words: Any, detail: Any) -> str | None:
    """``words`` without tags and entities, in one line; None where there are none."""
    if not isinstance(words, str):
        return None
    words = words[: 10 * _MAX_WORDS]
    if detail is None or "html" in str(detail.get("type", "")) or _TAG.search(words):
        words = html.unescape(_TAG.sub("", words))
    return " ".join(words.split())[:_MAX_WORDS] or None


def _url(link: Any, base: str | None) -> str | None:
    """The absolute web address of an item, None where it has none."""
    try:
        url = urljoin(base or "", link) if isinstance(link, str) else ""
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _minutes(value: Any) -> int | None:
    written = str(value or "").strip()[:9]
    return int(written) if written.isascii() and written.isdecimal() else None
