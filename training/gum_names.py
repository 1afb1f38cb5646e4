"""Names in GUM (Zeldes 2017, annotations CC BY 4.0): entities whose head is a proper noun.

GUM marks whole noun phrases ("Keir Starmer, the leader of ..."); the name in it is the run of
proper nouns around its head, over "of" and hyphens, for bodies and places also over adjectives
with a capital ("European Union").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from onrecord.domain.tagging import NameKind
from training.name_labels import NamedSpan, NamedText, apart, name_lists, trimmed

KINDS = {
    "person": NameKind.PERSON,
    "organization": NameKind.ORGANISATION,
    "place": NameKind.PLACE,
}
HELD_OUT = "GUM_news_"
"""Documents that are never trained on: evaluation measures on them."""
_MARK = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")


class _Token(NamedTuple):
    form: str
    upos: str
    tag: str
    head: int
    relation: str
    start: int
    end: int
    marks: str


class _Phrase(NamedTuple):
    """Tokens ``[first, last)`` of a sentence."""

    kind: str
    first: int
    last: int


@dataclass
class _Sentence:
    tokens: list[_Token] = field(default_factory=list)

    def phrases(self) -> Iterator[_Phrase]:
        """The entities of the sentence, inner before outer."""
        opened: list[tuple[str, str, int]] = []
        for at, token in enumerate(self.tokens):
            for begun, whole, ended in _MARK.findall(token.marks):
                if begun:
                    number, kind = begun.split("-")[:2]
                    opened.append((number, kind, at))
                if whole or ended:
                    number = (ended or begun.split("-")[0]).split("-")[0]
                    index = max(i for i, one in enumerate(opened) if one[0] == number)
                    _, kind, first = opened.pop(index)
                    yield _Phrase(kind, first, at + 1)

    def name(self, phrase: _Phrase) -> tuple[int, int] | None:
        """Tokens of the name in an entity, or None where its head is no proper noun."""
        inside = range(phrase.first, phrase.last)
        head = next(i for i in inside if self.tokens[i].head - 1 not in inside)
        if phrase.kind == "person" and self._is_followed_by_name(phrase, head):
            head += 1
        if self.tokens[head].upos != "PROPN" or self._plural_of_persons(phrase, head):
            return None
        first = last = head
        while first > phrase.first and (step := self._step(phrase, first, -1)):
            first -= step
        while last < phrase.last - 1 and (step := self._step(phrase, last, 1)):
            last += step
        return first, last + 1

    def _is_followed_by_name(self, phrase: _Phrase, head: int) -> bool:
        """Student | Ahmed Mohamed: the noun is the head, the name stands right after it."""
        if self.tokens[head].upos != "NOUN" or head + 1 >= phrase.last:
            return False
        beside = self.tokens[head + 1]
        return beside.head - 1 == head and beside.relation in ("flat", "appos")

    def _plural_of_persons(self, phrase: _Phrase, head: int) -> bool:
        """Democrats, Americans: a group, not somebody's name."""
        return phrase.kind == "person" and self.tokens[head].tag == "NNPS"

    def _step(self, phrase: _Phrase, at: int, way: int) -> int:
        """How many tokens further the name goes from ``at``, 0 where it ends."""
        if self._of_name(phrase, at + way, at):
            return 1
        beyond = at + 2 * way
        if not phrase.first <= beyond < phrase.last or not self._of_name(phrase, beyond, at):
            return 0
        link = self.tokens[at + way].form
        of_bodies, of_persons = {"of", "for", "&"}, name_lists()["particles"]
        joins = of_persons if phrase.kind == "person" else of_bodies
        return 2 if link.lower() in joins or link in "-–." else 0

    def _of_name(self, phrase: _Phrase, at: int, beside: int) -> bool:
        """Whether a token goes on the name that token ``beside`` belongs to."""
        token = self.tokens[at]
        if phrase.kind == "person":
            return token.upos == "PROPN" and self._in_one_phrase(at, beside)
        capital = token.form[0].isupper() and token.upos in ("ADJ", "NOUN", "NUM", "VERB")
        return token.upos == "PROPN" or capital

    def _in_one_phrase(self, one: int, other: int) -> bool:
        """One depends on the other, or both on the same: not "of Education | Stefania Giannini"."""
        heads = self.tokens[one].head - 1, self.tokens[other].head - 1
        return heads[0] in (other, heads[1]) or heads[1] == one


def gum_names(path: Path) -> NamedText:
    """One document: its text, a blank line between paragraphs, and its names."""
    text, names = "", []
    for is_first, plain, rows in _sentences(path):
        text += ("\n\n" if is_first else " ") if text else ""
        sentence = _Sentence(list(_tokens(plain, rows, len(text))))
        text += plain
        for phrase in sentence.phrases():
            found = sentence.name(phrase) if phrase.kind in KINDS else None
            if found:
                start, end = sentence.tokens[found[0]].start, sentence.tokens[found[1] - 1].end
                names.append(NamedSpan(start, end, KINDS[phrase.kind]))
    tidy = [trimmed(text, name) for name in names]
    return NamedText(text, apart({name for name in tidy if name}))


def _sentences(path: Path) -> Iterator[tuple[bool, str, list[list[str]]]]:
    """Whether it begins a paragraph, its text, and its rows."""
    begins, plain, rows = True, "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# newpar") and "block" not in line:
            begins = True
        elif line.startswith("# text = "):
            plain = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield begins, plain, rows
            begins, plain, rows = False, "", []


def _tokens(plain: str, rows: list[list[str]], offset: int) -> Iterator[_Token]:
    """The sentence's tokens with their places; parts of one written word share what they must."""
    at, whole_until, whole = 0, 0, (0, 0)
    for row in rows:
        number, form = row[0], row[1]
        if "." in number:
            continue
        if "-" in number:
            at = plain.index(form, at)
            whole, whole_until = (at, at + len(form)), int(number.split("-")[1])
            continue
        start = plain.find(form, at)
        if int(number) <= whole_until and (start < 0 or start + len(form) > whole[1]):
            start, end = whole
        else:
            end = start + len(form)
        at = end if int(number) >= whole_until else max(at, start)
        if int(number) <= whole_until and end < whole[1]:
            at = end
        marks = dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)
        place = offset + start, offset + end
        yield _Token(form, row[3], row[4], int(row[6]), row[7], *place, marks.get("Entity", ""))
