"""How common words are, counted in the index now and then: questions begin at rare ones."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select, text

from onrecord.store import schema
from onrecord.store import schema_upkeep as upkeep
from onrecord.store.loading import fetched

RARE = 2000
"""A word that stands in fewer than one of so many paragraphs is rare: it is not kept."""

FEWEST = 1000
"""Paragraphs below which no word needs counting."""

GROWTH = 1.25
_COUNTED = "paragraphs when words were counted"

_VOCABULARY = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)"
)
_COMMON = text("SELECT term, doc FROM temp.vocabulary WHERE doc >= :least")


def count_if_due(connection: Connection) -> None:
    """Count words anew if the record has grown by a quarter since."""
    # The largest number, not count(*): that would read the whole table.
    now = connection.scalar(select(func.max(schema.paragraphs.c.number))) or 0
    notes = upkeep.notes.c
    then = int(connection.scalar(select(notes.value).where(notes.name == _COUNTED)) or 0)
    if now >= FEWEST and now > GROWTH * then:
        count(connection)


def count(connection: Connection) -> None:
    """Count words anew."""
    paragraphs = connection.scalar(select(func.max(schema.paragraphs.c.number))) or 0
    connection.execute(_VOCABULARY)
    least = max(2, paragraphs // RARE)
    common = connection.execute(_COMMON, {"least": least}).all()
    connection.execute(upkeep.frequencies.delete())
    if common:
        rows = [{"word": word, "paragraphs": many} for word, many in sorted(common)]
        connection.execute(insert(upkeep.frequencies), rows)
    connection.execute(upkeep.notes.delete().where(upkeep.notes.c.name == _COUNTED))
    connection.execute(insert(upkeep.notes), [{"name": _COUNTED, "value": str(paragraphs)}])


def frequencies(connection: Connection, words: Iterable[str]) -> dict[str, int]:
    """In how many paragraphs each of ``words``, as the index spells them, stands; 0 if rare."""
    table = upkeep.frequencies.c
    query = select(table.word, table.paragraphs)
    rows = fetched(connection, lambda part: query.where(table.word.in_(part)), words)
    found = {row["word"]: row["paragraphs"] for row in rows}
    return {word: found.get(word, 0) for word in words}
