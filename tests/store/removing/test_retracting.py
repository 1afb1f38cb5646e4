"""Names that only a report had go with it, however often somebody is named elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.domain.record import Record
from onrecord.ingest import article_from_text
from onrecord.store.opening import open_store
from onrecord.store.sqlite import SqliteStore
from tests.interfaces.fakes import Called, Known, record_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path / "a.record")
    yield opened
    opened.close()


def naming(place: int, *called: str) -> Record:
    """A report that calls one person, Q1, by these names."""
    text = f"Report {place}: {' and '.join(called)} spoke."
    known = Known(called[0], [Called(one) for one in called], wikidata="Q1")
    return record_of(article_from_text(text, url=f"https://x.example/{place}"), known=[known])


def names(store: SqliteStore) -> set[str]:
    with store.view() as view:
        return {" ".join(words) for one in view.known(["Q1"]) for words in one.names}


def add(store: SqliteStore, *records: Record) -> None:
    with store.writing() as writer:
        for record in records:
            writer.add(record, "ann")


def remove(store: SqliteStore, record: Record) -> None:
    with store.writing() as writer:
        writer.remove(record.article.id, "dan", "")


@pytest.mark.parametrize("many", [1, 10_000])
def test_names_that_others_have_stay(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr("onrecord.store.removing.unnamed._TOGETHER", 2)
    monkeypatch.setattr("onrecord.store.removing.unnamed._MANY", many)
    others = [naming(place, "Philippa Winterbourne") for place in range(6)]
    special = naming(7, "Philippa Winterbourne", "Pippa", "Winterbourne", "O’Winterbourne-Smythe")
    also = naming(8, "Philippa Winterbourne", "Winterbourne", "U.S.S. Pippa")
    add(store, *others, special, also)
    assert "pippa" in names(store)
    remove(store, special)
    assert names(store) == {"philippa winterbourne", "winterbourne", "uss pippa"}
    remove(store, also)
    assert names(store) == {"philippa winterbourne"}


def test_a_name_of_an_earlier_reading_goes_with_the_next(store: SqliteStore) -> None:
    record = naming(1, "Philippa Winterbourne", "Pippa")
    add(store, record, naming(2, "Philippa Winterbourne"))
    newer = replace(
        naming(1, "Philippa Winterbourne", "Pippa"),
        derivation=replace(record.derivation, version="2"),
        entities=(replace(record.entities[0], mentions=record.entities[0].mentions[:1]),),
    )
    add(store, newer)
    assert names(store) == {"philippa winterbourne"}


def test_how_it_was_read_goes_when_no_other_was_read_so(store: SqliteStore) -> None:
    record = naming(1, "Philippa Winterbourne")
    record = replace(record, derivation=replace(record.derivation, version="9"))
    add(store, record, naming(2, "Philippa Winterbourne"))

    def versions() -> list[str]:
        with store._engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT version FROM derivations ORDER BY version")
            return list(rows.scalars())

    assert versions() == ["0", "9"]
    remove(store, record)
    assert versions() == ["0"]
