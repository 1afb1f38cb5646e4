"""All words of an HTML tree, in paragraphs, whatever they are there for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NO_WORDS = ("script", "style", "head", "noscript", "template", "iframe", "object", "svg")
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
    *("main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
}
"""Elements that are no part of the line around them, as browsers show them."""


def words_of(tree: HtmlElement) -> str:
    """The words, a blank line between paragraphs; ``tree`` is used up. Linear."""
    from lxml import etree

    etree.strip_elements(tree, *_NO_WORDS, etree.Comment, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            pieces.append("\n")
        pieces.append((element.text if event == "start" else element.tail) or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)
