"""The id of a report: the same report gets the same id, wherever its file lies."""

from __future__ import annotations

import hashlib


def article_id(text: str, url: str | None) -> str:
    """``a_`` and 20 hex digits: SHA-256 over the URL (nothing where there is none) and the text.

    The path of a file is no part of it: one report read from two folders is one article. Neither
    are title, outlet and date: a page's metadata may be mended without making another report.
    The same words at two URLs are two articles, since each was published.
    """
    written = f"{url or ''}\0{text}".encode("utf-8", "surrogatepass")
    return "a_" + hashlib.sha256(written).hexdigest()[:20]
