"""How common words are, counted in the index now and then: questions begin at rare ones."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select, text

from onrecord.store.asking.loading import fetched
from onrecord.store.tables import schema
from onrecord.store.tables import schema_upkeep as upkeep
from onrecord.store.words.indexing import TOKENIZER

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
_HOW_OFTEN = text("SELECT doc FROM temp.vocabulary WHERE term = :term")

_SPELLED = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.spelled USING fts5("
    f"word, content='', tokenize='{TOKENIZER}')"
)
_SPELLING = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.spelling USING fts5vocab(temp, spelled, instance)"
)
_SPELL = text("INSERT INTO temp.spelled(rowid, word) VALUES (:number, :word)")
_SPELT = text("SELECT doc, term FROM temp.spelling ORDER BY doc, offset")
_FORGET = text("INSERT INTO temp.spelled(spelled) VALUES ('delete-all')")


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
    """In how many paragraphs each of ``words`` stands; of its parts, the rarest ("don't")."""
    asked = list(dict.fromkeys(words))
    terms = _terms(connection, asked)
    table = upkeep.frequencies.c
    query = select(table.word, table.paragraphs)
    every = {term for found in terms.values() for term in found}
    rows = fetched(connection, lambda part: query.where(table.word.in_(part)), sorted(every))
    counts = {row["word"]: row["paragraphs"] for row in rows}
    # What is not kept is rare, or the record is small: few places to count.
    counts |= {term: _count(connection, term) for term in sorted(every - counts.keys())}
    return {word: min((counts[term] for term in terms[word]), default=0) for word in asked}


def _terms(connection: Connection, words: list[str]) -> dict[str, list[str]]:
    """What the index makes of each word: its own tokenizer tells, in a table of its own."""
    for table in (_VOCABULARY, _SPELLED, _SPELLING):
        connection.execute(table)
    if words:
        rows = [{"number": number, "word": word} for number, word in enumerate(words)]
        connection.execute(_SPELL, rows)
    found: dict[str, list[str]] = {word: [] for word in words}
    for number, term in connection.execute(_SPELT).all():
        found[words[number]].append(term)
    connection.execute(_FORGET)
    return found


def _count(connection: Connection, term: str) -> int:
    return connection.scalar(_HOW_OFTEN, {"term": term}) or 0
