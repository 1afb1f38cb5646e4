from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.watching import bounds, feeds_in


def test_addresses_and_files_with_one_a_line_are_taken_each_once(tmp_path: Path) -> None:
    file = tmp_path / "feeds.txt"
    file.write_text(
        "# papers\n\nhttps://b.example/rss\t# daily\n  https://a.example/#top \r\n"
        "https://b.example/rss\n"
    )
    feeds, errors = feeds_in(["https://a.example/#top", str(file)])
    assert feeds == ("https://a.example/#top", "https://b.example/rss")
    assert errors == ()


def test_a_wrong_line_is_named_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "feeds.txt"
    file.write_text("a.example/rss\nhttps://a.example/rss\nhttps://b.example c\nfile:///etc/passwd")
    feeds, errors = feeds_in([str(file), str(tmp_path / "none.txt"), str(tmp_path)])
    assert feeds == ("https://a.example/rss",)
    assert [one.where for one in errors[:3]] == [f"{file}, line {n}" for n in (1, 3, 4)]
    assert "write one a line, beginning with https://" in str(errors[0])
    assert [("cannot be read" in str(one)) for one in errors[3:]] == [True, True]


def test_a_list_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "feeds.txt"
    file.write_text("#" * (bounds.MAX_LIST_BYTES + 1))
    assert "more than 1,000,000 bytes" in str(feeds_in([str(file)])[1][0])
    monkeypatch.setattr("onrecord.watching.listing.MAX_FEEDS", 2)
    feeds, errors = feeds_in([f"https://a.example/{n}" for n in range(3)])
    assert len(feeds) == 2
    assert "only the first 2 are visited" in str(errors[0])


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "feeds.txt"
    file.write_bytes(content)
    feeds, errors = feeds_in([str(file)])
    assert all(one.startswith(("http", "HTTP", "Http")) or "://" in one for one in feeds)
    assert all(str(one) for one in errors)
