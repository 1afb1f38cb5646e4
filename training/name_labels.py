"""Names as labels: where they stand in a text, trimmed to the name itself, and as tags of words.

A name is what its bearer is called, without what stands before it: "Keir Starmer" in "Sir Keir
Starmer" and in "Prime Minister Keir Starmer", "Supreme Court" in "the Supreme Court".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray

from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Span
from onrecord.domain.tagging import NameKind

_LISTS = Path(__file__).parent / "resources" / "names.yaml"
_WORD = re.compile(r"\w[\w.’'-]*|\S")
_POSSESSIVE = re.compile(r"['’]s?$")


class NamedSpan(NamedTuple):
    """A name, in code points of its text, half-open."""

    start: int
    end: int
    kind: NameKind


class NamedText(NamedTuple):
    """A text and its names, in reading order, none overlapping another."""

    text: str
    names: tuple[NamedSpan, ...]


def trimmed(text: str, name: NamedSpan) -> NamedSpan | None:
    """The name without article, titles and possessive; None where no name is left."""
    end = name.end - len(_trailing(text[name.start : name.end]))
    words = list(_WORD.finditer(text, name.start, end))
    while words and _leads(words[0].group(), name.kind):
        words.pop(0)
    if not words:
        return None
    end = words[-1].end()
    start = words[0].start()
    surface = text[start:end]
    if not any(map(str.isupper, surface)) or len(surface) < 2:
        return None
    return NamedSpan(start, end, name.kind)


def _trailing(surface: str) -> str:
    found = _POSSESSIVE.search(surface)
    return found.group() if found else ""


def _leads(word: str, kind: NameKind) -> bool:
    """Whether the word stands before a name without being of it."""
    plain = word.lower().strip(".")
    lists = name_lists()
    if not any(map(str.isalnum, word)) or plain in lists["before_any"]:
        return True
    return kind is NameKind.PERSON and (plain in lists["before_persons"] or plain in titles())


def apart(names: Iterable[NamedSpan]) -> tuple[NamedSpan, ...]:
    """In reading order; of overlapping ones the longest stays."""
    kept: list[NamedSpan] = []
    for one in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept))


def tags_of(article: SegmentedArticle, names: Iterable[NamedSpan]) -> NDArray[np.int8]:
    """(words,) tags as ``decoder.decode`` has them. A word cut by a name is taken in whole."""
    tags = np.zeros(len(article), np.int8)
    for name in names:
        first = int(np.searchsorted(article.ends, name.start, side="right"))
        last = int(np.searchsorted(article.starts, name.end, side="left"))
        tags[first:last] = 2 * name.kind + 2
        if first < last:
            tags[first] = 2 * name.kind + 1
    return tags


def moved(span: Span, kind: NameKind) -> NamedSpan:
    return NamedSpan(span.start, span.end, kind)


@cache
def name_lists() -> dict[str, Any]:
    """Word lists about names that only training needs."""
    found: dict[str, Any] = yaml.safe_load(_LISTS.read_text("utf-8"))
    return found


@cache
def titles() -> frozenset[str]:
    """Honorifics and offices that may stand before a person's name, in small letters."""
    path = files("onrecord") / "resources" / "identify" / "titles.yaml"
    found = yaml.safe_load(path.read_text("utf-8"))
    honorifics = [word for words in found["honorifics"].values() for word in words]
    return frozenset(map(str, [*honorifics, *found["offices"]])) - set(name_lists()["also_names"])
