"""What kind of input it is: by the suffix of its name, else by how it begins."""

from __future__ import annotations

import codecs
import json
import re
from enum import Enum, auto
from pathlib import Path

from onrecord.errors import ArticleError
from onrecord.ingest.decode import decode
from onrecord.ingest.feed_prolog import behind_remarks


class Kind(Enum):
    """The kinds of input."""

    TEXT = auto()
    PAGE = auto()
    ROWS = auto()
    FEED = auto()


_BY_SUFFIX = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), Kind.TEXT),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), Kind.PAGE),
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines"), Kind.ROWS),
    **dict.fromkeys((".rss", ".atom", ".rdf", ".xml"), Kind.FEED),
}
PACKED = ".gz"

_PAGE_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def kind_by_name(origin: str) -> Kind | None:
    """The kind that the suffix of ``origin`` names, None for an unknown one. .gz is passed over."""
    path = Path(origin)
    packed = path.suffix.lower() == PACKED
    return _BY_SUFFIX.get(Path(path.stem if packed else path).suffix.lower())


def looks_like_page(text: str) -> bool:
    """Whether ``text`` begins as HTML: with its doctype or its outermost tags."""
    return _PAGE_START.match(text, behind_remarks(text)) is not None


def looks_like_row(line: bytes) -> bool:
    """Whether ``line`` is a JSON object: then it is the first row of JSONL."""
    bare = line.removeprefix(codecs.BOM_UTF8).strip()
    if not bare.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(decode(bare, "").text), dict)
    except (ValueError, RecursionError, ArticleError):
        return False


def is_json(text: str) -> bool:
    """Whether the whole of ``text`` is one JSON object or list, over however many lines."""
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
