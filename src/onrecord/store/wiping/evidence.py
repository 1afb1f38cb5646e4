"""Words of a report that stand in no other: by them its file is proven to be without it.

They are taken before the report goes, and cut to windows of a few lengths in bytes. A window whose
words are found elsewhere once it is gone proves nothing, as others may well say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, select, text

from onrecord.store.removing.traces import strings_of_corrections
from onrecord.store.tables import schema
from onrecord.store.words.indexing import WORDS

RUN, PLAIN, WORD = 24, 12, 10
"""Bytes of a window on running text, on what stands about it, on a single word of the index."""

_LETTERS = 8
"""In whole words of a window on running text: fewer are said everywhere."""

MOST = 64
"""Windows of each kind, spread over all that there are."""

_MATCH = text("SELECT rowid FROM words WHERE words MATCH :asked LIMIT 1")


class Window(NamedTuple):
    """``bytes`` as the file has them; ``asked``: the query by which the index finds the words."""

    bytes: bytes
    asked: str | None


def evidence_of(connection: Connection, article: Mapping[Any, Any]) -> list[Window]:
    """Windows on all that the file has of the report, which is still there."""
    table = schema.paragraphs.c
    query = select(table.text).where(table.article == article["number"]).order_by(table.start)
    pieces = list(connection.scalars(query))
    runs = [window for piece in pieces for window in _runs(piece)]
    about = [
        Window(window, None)
        for one in dict.fromkeys(_about(connection, article))
        for window in _ends(one.encode("utf-8", "replace"), PLAIN)
    ]
    return [
        *_spread(runs),
        *islice(_words(pieces), MOST),
        *_spread(about),
    ]


def _spread(windows: list[Window]) -> list[Window]:
    distinct = list(dict.fromkeys(windows))
    step = max(1, len(distinct) // MOST)
    return distinct[::step][:MOST]


def _runs(piece: str) -> Iterator[Window]:
    """Windows that begin at a word, one after the other."""
    after = 0
    for found in WORDS.finditer(piece):
        if found.start() < after:
            continue
        # A byte is at most a code point: so much text is enough.
        window = piece[found.start() : found.start() + RUN].encode("utf-8")[:RUN]
        after = found.start() + len(window.decode("utf-8", "ignore"))
        if len(window) == RUN and (asked := _whole_words(window)):
            yield Window(window, asked)


def _whole_words(window: bytes) -> str | None:
    """The query for the words that are whole in the window: the last one may be cut."""
    words = WORDS.findall(window.decode("utf-8", "ignore"))[:-1]
    return _phrase(words) if sum(map(len, words)) >= _LETTERS else None


def _words(pieces: Iterable[str]) -> Iterator[Window]:
    """The longest words as the index may spell them: it cuts their ends, so how they begin."""
    found = dict.fromkeys(word.lower() for piece in pieces for word in WORDS.findall(piece))
    for word in sorted(found, key=lambda one: (-len(one), one)):
        if len(word) >= WORD and word.isascii():
            yield Window(word.encode()[:WORD], _phrase([word]))


def _phrase(words: Iterable[str]) -> str:
    return '"' + " ".join(words) + '"'


def _ends(whole: bytes, length: int) -> Iterator[bytes]:
    """The first and the last window, and one in the middle."""
    if len(whole) >= length:
        middle = (len(whole) - length) // 2
        yield from (whole[-length:], whole[:length], whole[middle : middle + length])


def _about(connection: Connection, article: Mapping[Any, Any]) -> Iterator[str]:
    """What stands about the text: where it is from, whom it names, what people noted."""
    for name in ("title", "url", "outlet", "retrieved_from"):
        yield article[name] or ""
    yield from (one for author in json.loads(article["byline"]) for one in author[:2] if one)
    entities, people, names = schema.entities.c, schema.identities.c, schema.names.c
    own = select(entities.identity).where(entities.article == article["number"])
    query = select(people.key, people.name).where(people.number.in_(own))
    yield from (one for row in connection.execute(query) for one in row)
    yield from connection.scalars(select(names.words).where(names.identity.in_(own)))
    query = select(entities.name).where(entities.article == article["number"])
    yield from connection.scalars(query)
    yield from strings_of_corrections(connection, article["id"])


def without_what_stays(connection: Connection, windows: Iterable[Window]) -> list[bytes]:
    """Those of ``windows`` that stand nowhere any more, after the report has gone."""
    asked: list[bytes] = []
    plain: dict[bytes, None] = {}
    for window in windows:
        if window.asked is None:
            plain[window.bytes] = None
        elif connection.execute(_MATCH, {"asked": window.asked}).first() is None:
            asked.append(window.bytes)
    left = _nowhere(connection, plain, schema.articles, _ABOUT)
    left = _nowhere(connection, left, schema.identities, ("key", "name"))
    left = _nowhere(connection, left, schema.names, ("words",))
    return [*dict.fromkeys([*asked, *(one for one in left if not _said(connection, one))])]


_ABOUT = ("title", "url", "outlet", "retrieved_from", "byline")


def _nowhere(
    connection: Connection, windows: Iterable[bytes], table: Table, columns: tuple[str, ...]
) -> list[bytes]:
    """Those that stand in none of the columns; one look at the table for all of them."""
    left = dict.fromkeys(windows)
    query = select(*(table.c[name] for name in columns))
    rows = connection.execute(query, execution_options={"yield_per": 1000}) if left else None
    for part in rows.partitions() if rows else ():
        whole = "\n".join(one for row in part for one in row if one).encode("utf-8")
        for window in [one for one in left if one in whole]:
            del left[window]
    return list(left)


def _said(connection: Connection, window: bytes) -> bool:
    """Whether a report's text has the words of the window in this order."""
    words = WORDS.findall(window.decode("utf-8", "ignore"))
    if not words:
        return False
    found = connection.execute(_MATCH, {"asked": _phrase(words) + " *"}).scalar()
    return found is not None
