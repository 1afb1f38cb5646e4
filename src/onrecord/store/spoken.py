"""Which of many statements may speak of some words: looked at roughly, before they are loaded.

A paragraph of newspaper text holds several sentences. That its words are in the index does not
mean that they stand where something was said; to load each statement of it to see so costs most of
the time that a common word takes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from onrecord.store import schema
from onrecord.store.indexing import WORDS
from onrecord.store.loading import fetched_by_number

Key = tuple[str, str, int]
"""Day, id and number of an item."""

_FIRST, _MOST = 128, 2048
"""Statements that are looked at together: few at first, since few may be all that is shown."""

_ENDING = re.compile(r"(?<=..)(?:ies|es|s|y)$")


class Rough:
    """Words as far as singular and plural have them in common; never misses where they stand."""

    def __init__(self, words: str) -> None:
        self.stems = tuple({_ENDING.sub("", _plain(word)) for word in WORDS.findall(words)})

    def may_be_in(self, text: str) -> bool:
        """False where a word cannot be there."""
        plain = _plain(text)
        return all(stem in plain for stem in self.stems)


def _plain(text: str) -> str:
    text = text.casefold().replace(".", "")
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join([one for one in letters if not unicodedata.combining(one)])


_OTHER_LETTERS = "*[^\t-~“”‘’—–…]*"
"""A text with letters that are not ASCII: only ``Rough`` can tell of it."""


def in_text(connection: Connection, paragraphs: Collection[int], rough: Rough) -> set[int]:
    """Those of ``paragraphs`` whose text may have the words; SQLite looks at them."""
    table = schema.paragraphs.c
    query = select(table.number)
    for stem in rough.stems:
        if stem.isascii():
            there = func.instr(func.replace(func.lower(table.text), ".", ""), stem) > 0
            query = query.where(there | table.text.op("GLOB")(_OTHER_LETTERS))
    rows = fetched_by_number(
        connection, lambda part: query.where(table.number.in_(part)), paragraphs
    )
    return {number for (number,) in rows}


def speaking(
    connection: Connection,
    found: Iterator[Key],
    rough: Rough,
    paragraphs: Collection[int] | None = None,
) -> Iterator[Key]:
    """Those of ``found`` that may speak of the words, in one of ``paragraphs`` or in any; lazy."""
    size = _FIRST
    while batch := list(islice(found, size)):
        places = _places(connection, [key[2] for key in batch], paragraphs)
        there = _may_speak(connection, places, rough)
        yield from (key for key in batch if key[2] in there)
        size = min(2 * size, _MOST)


class _Place(NamedTuple):
    """A paragraph that a statement reaches into; ``holds``: with words of its content."""

    statement: int
    paragraph: int
    holds: int


def _places(
    connection: Connection, statements: Iterable[int], paragraphs: Collection[int] | None
) -> list[_Place]:
    table = schema.statement_paragraphs.c
    query = select(table.statement, table.paragraph, table.holds)
    rows = fetched_by_number(
        connection, lambda part: query.where(table.statement.in_(part)), statements
    )
    return [_Place(*row) for row in rows if paragraphs is None or row[1] in paragraphs]


def _may_speak(connection: Connection, places: Collection[_Place], rough: Rough) -> set[int]:
    # A question may stand far from its answer, and a target's name nowhere near: both are loaded.
    there = {one.statement for one in places if not one.holds}
    wanted = {(one.statement, one.paragraph) for one in places if one.statement not in there}
    said, cut, links = schema.statements.c, schema.paragraphs.c, schema.statement_paragraphs.c
    query = (
        select(
            links.statement,
            cut.number,
            said.sentence,
            said.content,
            said.target,
            cut.start,
            cut.text,
        )
        .join(schema.statement_paragraphs, links.statement == said.number)
        .join(schema.paragraphs, cut.number == links.paragraph)
    )
    for statement, paragraph, sentence, content, target, start, text in fetched_by_number(
        connection, lambda part: query.where(said.number.in_(part)), [one for one, _ in wanted]
    ):
        if (statement, paragraph) in wanted and (
            target is not None or rough.may_be_in(_around(text, start, sentence, content))
        ):
            there.add(statement)
    return there


def _around(text: str, start: int, sentence: str, content: str) -> str:
    """Of a paragraph that begins at ``start``, the sentences around a statement."""
    (first, last), (begin, end) = _ends(sentence), _ends(content)
    return text[max(0, min(first, begin) - start) : max(0, max(last, end) - start)]


def _ends(packed: str) -> tuple[int, int]:
    """Where the first of packed spans begins and the last one ends."""
    plain = packed.strip("[]")
    return int(plain.partition(",")[0]), int(plain.rpartition(",")[2])
