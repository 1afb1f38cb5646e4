"""A record of four reports of our own words, with decisions on them, made the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.store.adding.writing import SqliteWriter
from onrecord.store.engine import WAIT, WRITING
from onrecord.store.opening import open_engine
from tests.contracts.reports import ferry, harbour, later, retold, silent

FEED = "https://post.example/feed"


def fill(path: Path) -> None:
    """Reports added, one read again, corrected, undone, taken back; a feed visited."""
    seconds = count()
    copy = retold(harbour(), id="copy", url="https://copy.example/1", outlet="Copy Post")

    def now() -> str:
        return f"2024-10-01T08:00:{next(seconds):02}+00:00"

    with writing(path, now) as writer:
        for record in (harbour(), ferry(), later(), silent(), copy):
            writer.add(record, "ann")
    with writing(path, now) as writer:
        wall, ferries = (
            next(iter(writer.statements(StatementsAsked(words=words)))).id
            for words in ("harbour wall", "after all")
        )
        writer.correct(wall, {"act": "supports", "said_on": "2024-05-05"}, "bea", "heard it")
        undone = writer.correct(ferries, {"source": "Joe Quill"}, "bea", "")
        writer.undo(undone.id, "cy")
        [met] = writer.engagements(EngagementsAsked(limit=1))
        writer.correct(met.id, {"place": "Ely town hall"}, "bea", "")
        writer.note_feed(FEED, {"etag": '"1"'})
    with writing(path, now) as writer:
        writer.remove(silent().article.id, "dan", "asked by the publisher")


@contextmanager
def writing(path: Path, now: object) -> Iterator[SqliteWriter]:
    engine = open_engine(path, wait=WAIT)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        writer = SqliteWriter(connection, now)  # type: ignore[arg-type]
        yield writer
        writer.finish()
    engine.dispose()
