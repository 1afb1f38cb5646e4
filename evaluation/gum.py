"""Reads GUM's CoNLL-U: the text as it was printed, its words, and every mention of an entity.

GUM (Zeldes 2017) writes mentions into the last column as brackets, ``Entity=(3-person-new-...`` at
a mention's first word and ``3)`` at its last; fields are
GRP-etype-infstat-salience-centering-minspan-link-identity. Words are joined as SpaceAfter says,
sentences by a space, paragraphs (``# newpar``) by an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from onrecord.domain.span import Span

_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_ID, _FORM, _LEMMA, _UPOS, _XPOS, _HEAD, _RELATION, _MISC = 0, 1, 2, 3, 4, 6, 7, 9


class GumWord(NamedTuple):
    """One syntactic word. ``head``: number of the word it hangs on, None for a sentence's root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    relation: str
    head: int | None
    span: Span


class GumMention(NamedTuple):
    """Words ``[first, last)`` that mention the entity ``entity`` (a number within the report).

    ``head``: the word of them that hangs on a word outside. ``wikipedia``: title of its article.
    """

    entity: str
    kind: str
    first: int
    last: int
    head: int
    wikipedia: str | None


@dataclass(frozen=True, slots=True)
class GumReport:
    """One document. ``published``: ISO date on which it was written, as its makers state it."""

    stem: str
    published: str | None
    text: str
    words: tuple[GumWord, ...]
    mentions: tuple[GumMention, ...]


def gum_reports(folder: Path, genre: str = "news") -> tuple[GumReport, ...]:
    """All documents of a genre by name. Raises FileNotFoundError when there are none."""
    paths = sorted(folder.glob(f"GUM_{genre}_*.conllu"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no GUM_{genre}_*.conllu in it")
    return tuple(read_gum(path.stem, path.read_text(encoding="utf-8")) for path in paths)


def read_gum(stem: str, conllu: str) -> GumReport:
    """The document that one file holds."""
    reading = _Reading()
    published = None
    for line in conllu.splitlines():
        if line.startswith("# meta::dateCreated = "):
            published = line.split(" = ")[1].strip()
        elif line.startswith("# newpar"):
            reading.new_paragraph()
        elif not line:
            reading.end_sentence()
        elif not line.startswith("#"):
            reading.add(line.split("\t"))
    reading.end_sentence()
    words = tuple(reading.words)
    mentions = tuple(sorted(reading.mentions(), key=lambda one: (one.first, -one.last)))
    return GumReport(stem, published, "".join(reading.pieces), words, mentions)


class _Open(NamedTuple):
    entity: str
    kind: str
    wikipedia: str | None
    first: int


class _Reading:
    """What has been read of a document so far."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.words: list[GumWord] = []
        self._length = 0
        self._gap = ""
        self._sentence = 0
        self._whole: list[str] = []
        self._brackets: list[tuple[int, str]] = []

    def new_paragraph(self) -> None:
        """What follows stands in another paragraph."""
        self._gap = "\n\n" if self.pieces else ""

    def end_sentence(self) -> None:
        """What follows hangs on words of its own."""
        self._sentence = len(self.words)

    def add(self, row: list[str]) -> None:
        """One line: a word, or the printed form of the several words that follow ("don't")."""
        if "." in row[_ID]:  # a word that is understood, not printed
            return
        if "-" in row[_ID]:
            first, last = row[_ID].split("-")
            self._whole = [row[_FORM], str(int(last) - int(first) + 1), row[_MISC]]
            return
        self._note_brackets(row[_MISC])
        self.words.append(self._word(row, self._place(row)))

    def mentions(self) -> Iterator[GumMention]:
        """The mentions that the brackets enclose."""
        stack: list[_Open] = []
        for number, bracket in self._brackets:
            if bracket.startswith("("):
                stack.append(_opened(bracket.strip("()"), number))
            if bracket.endswith(")"):
                entity = bracket.strip("()").split("-")[0]
                place = max(i for i, one in enumerate(stack) if one.entity == entity)
                yield self._mention(stack.pop(place), number + 1)

    def _mention(self, opened: _Open, last: int) -> GumMention:
        inside = range(opened.first, last)
        heads = [number for number in inside if self.words[number].head not in inside]
        head = heads[0] if heads else opened.first
        return GumMention(opened.entity, opened.kind, opened.first, last, head, opened.wikipedia)

    def _note_brackets(self, misc: str) -> None:
        found = _ENTITY.search(misc)
        if found:
            number = len(self.words)
            self._brackets.extend((number, one) for one in _BRACKET.findall(found[1]))

    def _place(self, row: list[str]) -> Span:
        """Where the word stands; a part of a printed form stands where its letters do in it."""
        if not self._whole:
            return self._print(row[_FORM], row[_MISC])
        whole, left, misc = self._whole
        if whole.startswith(row[_FORM]) and int(left) > 1:
            self._whole = [whole.removeprefix(row[_FORM]), str(int(left) - 1), misc]
            return self._print(row[_FORM], "SpaceAfter=No")
        self._whole = []
        return self._print(whole, misc)

    def _print(self, form: str, misc: str) -> Span:
        self.pieces += [self._gap, form]
        start = self._length + len(self._gap)
        self._length = start + len(form)
        self._gap = "" if "SpaceAfter=No" in misc.split("|") else " "
        return Span(start, self._length)

    def _word(self, row: list[str], span: Span) -> GumWord:
        number = int(row[_HEAD])
        head = self._sentence + number - 1 if number else None
        return GumWord(row[_FORM], row[_LEMMA], row[_UPOS], row[_XPOS], row[_RELATION], head, span)


def _opened(fields: str, first: int) -> _Open:
    entity, kind, *rest = fields.split("-", 7)
    return _Open(entity, kind, unquote(rest[5]) if len(rest) > 5 else None, first)


def covering(words: Iterable[GumWord]) -> Span:
    """The span from the first of ``words`` to the last. Raises ValueError when there is none."""
    spans = [word.span for word in words]
    return Span(min(spans).start, max(span.end for span in spans))
