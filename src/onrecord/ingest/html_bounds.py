"""What of a page would make libxml2 slow, seen before it is parsed."""

from __future__ import annotations

import re

MAX_ATTRIBUTES = 1_000
"""Of one tag; the time that libxml2 takes grows with their square."""

_BEGIN = re.compile(r"<!--|<([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = r"""[\s/]*+[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++))?+"""
_ATTRIBUTES = re.compile(rf"(?>{_ATTRIBUTE})*+")
_ONE = re.compile(_ATTRIBUTE)
_RAW = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}
"""Elements in which no tags are read but the one that closes them."""


def has_too_many_attributes(page: str) -> bool:
    """Whether a tag of ``page`` has more than MAX_ATTRIBUTES. Linear."""
    at = 0
    while found := _BEGIN.search(page, at):
        if found[1] is None:
            end = page.find("-->", found.end())
            if end < 0:
                return False
            at = end + len("-->")
            continue
        inside = _ATTRIBUTES.match(page, found.end())
        at = inside.end() if inside else found.end()
        if at - found.end() > MAX_ATTRIBUTES and _count(page, found.end(), at) > MAX_ATTRIBUTES:
            return True
        if closing := _RAW.get(found[1].lower()):
            closed = closing.search(page, at)
            if closed is None:
                return False
            at = closed.end()
    return False


def _count(page: str, start: int, end: int) -> int:
    return sum(1 for _ in _ONE.finditer(page, start, end))
