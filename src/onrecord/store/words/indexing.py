"""The index of words: FTS5 over ``paragraphs``, which holds the text; SQLite's own, no other's.

https://www.sqlite.org/fts5.html, "External Content Tables".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, text

WORDS = re.compile(r"[^\W_]+")
"""What the tokenizer ``unicode61`` takes for a word: letters and digits."""

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""How the index spells words; as the migrations have it."""

NEAR = 2
"""So many words may stand between words that are near one another."""

_INSERT = text("INSERT INTO words(rowid, text) VALUES (:number, :text)")
_DELETE = text("INSERT INTO words(words, rowid, text) VALUES ('delete', :number, :text)")
_ALL = text(
    "SELECT json_group_array(rowid) FROM"
    " (SELECT rowid FROM words WHERE words MATCH :asked LIMIT :most)"
)


def index(connection: Connection, paragraphs: Iterable[dict[str, Any]]) -> None:
    """Index rows of ``paragraphs``."""
    rows = [{"number": row["number"], "text": row["text"]} for row in paragraphs]
    if rows:
        connection.execute(_INSERT, rows)


def unindex(connection: Connection, paragraphs: Iterable[dict[str, Any]]) -> None:
    """Take rows of ``paragraphs`` out of the index, by the very text they were indexed with."""
    rows = [{"number": row["number"], "text": row["text"]} for row in paragraphs]
    if rows:
        connection.execute(_DELETE, rows)


def all_holding(connection: Connection, asked: str, most: int = -1) -> set[int]:
    """Numbers of the paragraphs that match an FTS5 query; ``most`` -1 for all.

    They come in one piece: there may be a hundred thousand of them.
    """
    found = connection.scalar(_ALL, {"asked": asked, "most": most}) if asked else None
    return set(json.loads(found or "[]"))


def heaviest(
    connection: Connection, weights: Mapping[tuple[str, ...], float], most: int
) -> list[int]:
    """Numbers of the paragraphs that hold any of the clues, the heaviest by their sum first."""
    asked = [(_near(clue), weight) for clue, weight in weights.items() if _near(clue)]
    if not asked:
        return []
    each = " UNION ALL ".join(
        f"SELECT rowid AS paragraph, :weight{number} AS weight FROM words WHERE words MATCH"
        f" :words{number}"
        for number in range(len(asked))
    )
    query = text(
        f"SELECT paragraph FROM ({each}) GROUP BY paragraph"
        " ORDER BY sum(weight) DESC, paragraph LIMIT :most"
    )
    values: dict[str, Any] = {"most": most}
    for number, (phrase, weight) in enumerate(asked):
        values |= {f"words{number}": phrase, f"weight{number}": weight}
    return list(connection.execute(query, values).scalars())


def all_of(words: Iterable[str]) -> str:
    """The FTS5 query for all of ``words``, each with the parts that the tokenizer makes of it."""
    return " AND ".join(_phrase(word) for word in words if WORDS.search(word))


def in_any_number(word: str) -> str:
    """The FTS5 query for a word in singular or plural; empty for what is no word."""
    if not WORDS.search(word):
        return ""
    return " OR ".join(_phrase(form) for form in dict.fromkeys(_forms(word.casefold())))


def _phrase(words: str) -> str:
    """``words`` as FTS5 takes them for words, whatever stands in them; it cuts them itself."""
    return '"' + words.replace('"', " ").replace("\0", " ") + '"'


def _near(clue: Iterable[str]) -> str:
    """The FTS5 query for words near one another; empty where there is none among them."""
    phrases = [_phrase(words) for words in clue if WORDS.search(words)]
    return phrases[0] if len(phrases) == 1 else f"NEAR({' '.join(phrases)}, {NEAR})" * bool(phrases)


def _forms(word: str) -> Iterator[str]:
    """``word`` and what query.topics takes for the same word in the other number, and more."""
    yield word
    stems = {word, word.removesuffix("s"), word.removesuffix("es")}
    if word.endswith("ies"):
        stems.add(f"{word[:-3]}y")
    for stem in sorted(stem for stem in stems if len(stem) > 1):
        yield from (stem, f"{stem}s", f"{stem}es")
        if stem.endswith("y"):
            yield f"{stem[:-1]}ies"
