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
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

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
        self._stems = tuple({_ENDING.sub("", _plain(word)) for word in WORDS.findall(words)})

    def may_be_in(self, text: str) -> bool:
        """False where a word cannot be there."""
        plain = _plain(text)
        return all(stem in plain for stem in self._stems)


def _plain(text: str) -> str:
    text = text.casefold().replace(".", "")
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join([one for one in letters if not unicodedata.combining(one)])


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
    bounds = _bounds(connection, {one.statement for one in places} - there)
    there.update(number for number, (_, _, aimed) in bounds.items() if aimed)
    places = [one for one in places if one.statement not in there]
    texts = _texts(connection, {one.paragraph for one in places})
    for one in places:
        start, text = texts[one.paragraph]
        first, last, _ = bounds[one.statement]
        if rough.may_be_in(text[max(0, first - start) : max(0, last - start)]):
            there.add(one.statement)
    return there


def _bounds(connection: Connection, statements: Iterable[int]) -> dict[int, tuple[int, int, bool]]:
    """Where the sentences around each statement begin and end, and whether it has a target."""
    table = schema.statements.c
    query = select(table.number, table.sentence, table.content, table.target)
    rows: Iterable[Any] = fetched_by_number(
        connection, lambda part: query.where(table.number.in_(part)), statements
    )
    found = {}
    for number, sentence, content, target in rows:
        first, last = zip(_ends(sentence), _ends(content), strict=True)
        found[number] = min(first), max(last), target is not None
    return found


def _ends(packed: str) -> tuple[int, int]:
    """Where the first of packed spans begins and the last one ends."""
    plain = packed.strip("[]")
    return int(plain.partition(",")[0]), int(plain.rpartition(",")[2])


def _texts(connection: Connection, paragraphs: Iterable[int]) -> dict[int, tuple[int, str]]:
    table = schema.paragraphs.c
    query = select(table.number, table.start, table.text)
    rows = fetched_by_number(
        connection, lambda part: query.where(table.number.in_(part)), paragraphs
    )
    return {number: (start, text) for number, start, text in rows}
