"""What stands before the first tag of an XML file: which kind it is, and whether it is harmful."""

from __future__ import annotations

import re

_ROOT = re.compile(r"<([A-Za-z_][\w.:-]{0,60})")
_BLANK = re.compile(r"[\s\ufeff]*")
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_REMARKS = {"<!": "-->", "<?": "?>"}
_ROOTS = {"rss", "feed", "rdf:rdf", "channel"}


def looks_like_feed(text: str) -> bool:
    """Whether the outermost tag of ``text`` is that of RSS, Atom or RDF."""
    match = _ROOT.match(text, _behind_prolog(text)[0])
    return match is not None and (
        match[1].lower() in _ROOTS or match[1].lower().endswith((":feed", ":rss"))
    )


def defines_entities(text: str) -> bool:
    """Whether a document type of its own is in ``text``: a few lines can grow to gigabytes.

    Feeds have no use for one; what comes with "[" behind DOCTYPE is taken to define entities.
    """
    return _behind_prolog(text)[1]


def behind_remarks(text: str) -> int:
    """Where ``text`` begins behind blanks, comments and processing instructions. Linear."""
    at = _blank(text, 0)
    while closing := _REMARKS.get(text[at : at + 2]):
        end = text.find(closing, at + 2) if text.startswith(("<?", "<!--"), at) else -1
        if end < 0:
            return at
        at = _blank(text, end + len(closing))
    return at


def _behind_prolog(text: str) -> tuple[int, bool]:
    """Where the first tag is, and whether a DOCTYPE before it opens a subset. Linear."""
    at = _blank(text, 0)
    own = False
    while True:
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
        elif text.startswith("<?", at):
            end = text.find("?>", at + 2)
        elif _DOCTYPE.match(text, at):
            end = text.find(">", at)
            own = own or "[" in text[at : end if end >= 0 else len(text)]
        else:
            return at, own
        if end < 0:
            return len(text), own
        at = _blank(text, text.index(">", end) + 1)
        if own:
            return at, True


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at
