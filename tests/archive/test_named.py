"""Reports as people name them: by id, by address, by a path in whatever way it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.archive.named import reports_named
from onrecord.domain.article import Article
from onrecord.store.opening import open_store
from onrecord.store.sqlite import SqliteStore
from tests.contracts.reports import ferry, harbour, retold


def no_files(origin: str) -> tuple[Article, ...]:
    return ()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    """One report that was added from ``reports/harbour.txt`` while somebody was in ``tmp_path``."""
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    Path("reports/harbour.txt").write_text(harbour().article.text, encoding="utf-8")
    opened = open_store(tmp_path / "years.onrecord")
    with opened.writing() as writer:
        writer.add(retold(harbour(), retrieved_from="reports/harbour.txt"), "ann")
        writer.add(ferry(), "ann")
    yield opened
    opened.close()


def found(store: SqliteStore, key: str) -> list[str]:
    with store.view() as view:
        return [one.id for one in reports_named(view, key, no_files)]


def test_a_path_is_known_however_it_is_written(store: SqliteStore, tmp_path: Path) -> None:
    keys = ("reports/harbour.txt", "./reports//harbour.txt", str(tmp_path / "reports/harbour.txt"))
    assert {tuple(found(store, key)) for key in keys} == {(harbour().article.id,)}


def test_a_path_is_known_from_another_folder(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("reports")
    assert found(store, "harbour.txt") == []
    with store.view() as view:
        [one] = reports_named(view, "harbour.txt", lambda _: [harbour().article])
    assert one.id == harbour().article.id


def test_what_is_not_there_is_nobody(store: SqliteStore) -> None:
    for key in ("", "nobody.txt", "https://post.example/other", "a\0b", "x" * 5000):
        assert found(store, key) == []
