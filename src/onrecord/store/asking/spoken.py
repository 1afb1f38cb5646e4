"""Which of many statements may speak of some words: looked at roughly, before they are loaded.

A paragraph of newspaper text holds several sentences. That its words are in the index does not
mean that they stand where something was said; to load each statement of it to see so costs most of
the time that a common word takes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from onrecord.store.asking.loading import fetched_by_number
from onrecord.store.asking.ordering import Key
from onrecord.store.tables import schema
from onrecord.store.words.indexing import WORDS

_FIRST, _MOST = 128, 2048
"""Statements that are looked at together: few at first, since few may be all that is shown."""

_ENDING = re.compile(r"(?<=..)(?:ies|(?<=[sxz])es|(?<=[cs]h)es|s|y)$")

_FORM = r"(?<![^\W_]){stem}[seiy]{{0,4}}(?![^\W_])"
"""A word with that stem in either number: "us", "use", "uses", but neither "used" nor "must"."""


class Rough:
    """Words as far as singular and plural have them in common; never misses where they stand."""

    def __init__(self, words: str) -> None:
        stems = {_ENDING.sub("", part) for part in WORDS.findall(_plain(words))}
        self._forms = [
            (stem, re.compile(_FORM.format(stem=re.escape(stem)))) for stem in sorted(stems)
        ]

    def may_be_in(self, text: str) -> bool:
        """False where a word cannot be there."""
        plain = _plain(text)
        # Most texts have not even the letters, and those are found faster.
        return all(stem in plain and form.search(plain) for stem, form in self._forms)


def _plain(text: str) -> str:
    text = text.casefold()
    if text.isascii():
        return text
    return _marks().sub("", unicodedata.normalize("NFKD", text))


@cache
def _marks() -> re.Pattern[str]:
    """What stands above and below letters, wherever Unicode has such signs for living scripts."""
    marks = (chr(one) for one in range(0x300, 0x10000) if unicodedata.combining(chr(one)))
    return re.compile(f"[{''.join(marks)}]+")


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
    # A question may stand far from its answer: what is found by one is loaded.
    there = {one.statement for one in places if not one.holds}
    texts: dict[int, list[str]] = {}
    wanted = {one.statement for one in places} - there
    rows = fetched_by_number(connection, lambda part: _WORDS_OF.where(_NUMBER.in_(part)), wanted)
    for statement, start, text, name, *packed in rows:
        told = texts.setdefault(statement, [name or ""])
        told.append(_around(text, start, [_ends(one) for one in packed if one and one != "[]"]))
    there.update(one for one, told in texts.items() if rough.may_be_in("\n".join(told)))
    return there


def _words_of() -> Select[Any]:
    """For each statement and paragraph it reaches into, what says where in it the statement is;
    and the name of whom it is aimed at, who may be called otherwise there."""
    said, cut, links = schema.statements, schema.paragraphs, schema.statement_paragraphs
    local, people = schema.entities, schema.identities
    aimed = (local.c.article == said.c.article) & (local.c.local == said.c.target_entity)
    return (
        select(said.c.number, cut.c.start, cut.c.text, people.c.name)
        .add_columns(said.c.sentence, said.c.content, said.c.target)
        .join(links, links.c.statement == said.c.number)
        .join(cut, cut.c.number == links.c.paragraph)
        .join(local, aimed, isouter=True)
        .join(people, people.c.number == local.c.identity, isouter=True)
    )


_WORDS_OF, _NUMBER = _words_of(), schema.statements.c.number


def _around(text: str, start: int, ends: Collection[tuple[int, int]]) -> str:
    """Of a paragraph that begins at ``start``, what lies between the outermost of ``ends``."""
    first = min((one for one, _ in ends), default=start)
    last = max((one for _, one in ends), default=start)
    return text[max(0, first - start) : max(0, last - start)]


def _ends(packed: str) -> tuple[int, int]:
    """Where the first of packed spans begins and the last one ends."""
    plain = packed.strip("[]")
    return int(plain.partition(",")[0]), int(plain.rpartition(",")[2])
