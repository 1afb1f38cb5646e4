"""Reports of several corpora as plain text, each under a name that an offset can be given for.

ECB+ keeps words, not text: they are joined by spaces, a line for each sentence, and its first
words are often the report's address. It states no dates. Such a text is always made the same way,
so that offsets into it hold; ``digest`` tells when it is not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from evaluation.brat import labelled_reports, published_on
from evaluation.gum import gum_reports


class PlainReport(NamedTuple):
    """A text, its name within ``corpus``, and the ISO date of publication where that is known."""

    corpus: str
    stem: str
    text: str
    published: str | None

    @property
    def digest(self) -> str:
        """Changes with any letter of the text."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()[:12]


def plain_reports(data: Path) -> Iterator[PlainReport]:
    """Every report of PolNeAR dev, GUM's news and ECB+ under ``data``, always in one order.

    Raises FileNotFoundError when one of them is not there.
    """
    for read in _CORPORA:
        yield from read(data)


def _polnear(data: Path) -> Iterator[PlainReport]:
    for one in labelled_reports(data / "polnear" / "dev"):
        yield PlainReport("polnear-dev", one.stem, one.text, published_on(one.stem))


def _gum(data: Path) -> Iterator[PlainReport]:
    for one in gum_reports(data / "gum"):
        yield PlainReport("gum-news", one.stem, one.text, one.published)


def _ecb(data: Path) -> Iterator[PlainReport]:
    paths = sorted((data / "ecbplus").glob("*/*.xml"))
    if not paths:
        raise FileNotFoundError(f"{data / 'ecbplus'}: no */*.xml in it")
    for path in paths:
        yield PlainReport("ecbplus", path.stem, _ecb_text(path), None)


def _ecb_text(path: Path) -> str:
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    return "\n".join(" ".join(words) for words in sentences.values())


_CORPORA: tuple[Callable[[Path], Iterator[PlainReport]], ...] = (_polnear, _gum, _ecb)
