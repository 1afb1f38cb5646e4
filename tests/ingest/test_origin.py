from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from onrecord.domain.article import Article
from onrecord.errors import (
    ArticleError,
    BadDate,
    BadRow,
    EmptyArticle,
    NoMainText,
    NotText,
    TooLarge,
    UnreadableInput,
)
from onrecord.ingest import articles_from, origin

TEXT = "“No,”\r\nhe said. "
ROWS = '{"text": "“No,” he said."}\n{"text": "“Yes,” she said."}\n'
PAGE = (
    "<!doctype html><html><head><title>No</title></head><body><article>"
    "<p>The council will close its library in March, councillors said on Monday evening.</p>"
    "<p>“We had no choice,” the leader of the council told reporters after the meeting.</p>"
    "</article></body></html>"
)


class FailingStream(io.BytesIO):
    """A drive that goes away while it is read."""

    def read(self, size: int | None = -1) -> bytes:
        raise OSError(5, "Input/output error")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "report.txt"


def stdin(data: bytes | str, published: str | None = None) -> list[Article | ArticleError]:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(articles_from("-", published=published, stdin=stream))


def article(items: list[Article | ArticleError]) -> Article:
    (item,) = items
    assert isinstance(item, Article), item
    return item


def error(items: list[Article | ArticleError]) -> ArticleError:
    (item,) = items
    assert isinstance(item, ArticleError), item
    return item


def read(path: Path) -> list[Article | ArticleError]:
    return list(articles_from(str(path)))


def test_a_text_file_is_one_report_to_the_letter(file: Path) -> None:
    file.write_bytes(TEXT.encode())
    found = article(read(file))
    assert found.text == TEXT
    assert (found.retrieved_from, found.encoding) == (str(file), "utf-8")


def test_a_byte_order_mark_is_no_part_of_the_text(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert article(read(file)).text == TEXT
    file.write_bytes(TEXT.encode("utf-16"))
    assert (article(read(file)).text, article(read(file)).encoding) == (TEXT, "utf-16")


def test_a_suffix_says_what_a_file_is_whatever_it_begins_with(tmp_path: Path) -> None:
    for name in ("page.txt", "page.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert article(read(tmp_path / "page.txt")).text == PAGE
    assert article(read(tmp_path / "page.html")).text.startswith("The council")


@pytest.mark.parametrize("data", [PAGE.encode(), b"\xef\xbb\xbf\n" + PAGE.encode()])
def test_a_page_is_known_by_its_beginning(data: bytes, tmp_path: Path) -> None:
    assert article(stdin(data)).text.startswith("The council")
    (tmp_path / "saved.page").write_bytes(data)
    assert article(read(tmp_path / "saved.page")).text.startswith("The council")


def test_a_page_is_decoded_as_it_declares() -> None:
    declared = PAGE.replace("<title>", '<meta charset="cp1252"><title>').encode("cp1252")
    found = article(stdin(declared))
    assert "“We had no choice,”" in found.text
    assert found.encoding == "cp1252"


@pytest.mark.parametrize(
    "data", [ROWS.encode(), b"\n \n" + ROWS.encode(), b"\xef\xbb\xbf" + ROWS.encode()]
)
def test_jsonl_is_known_by_its_first_row(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_bytes(data)
    for items in (stdin(data), read(tmp_path / "feed.jsonl")):
        assert [getattr(item, "text", item) for item in items] == [
            "“No,” he said.",
            "“Yes,” she said.",
        ]


def test_jsonl_in_utf16_is_read_too() -> None:
    items = stdin(ROWS.encode("utf-16"))
    assert [getattr(item, "encoding", item) for item in items] == ["utf-16", "utf-16"]


def test_rows_come_while_the_stream_still_runs() -> None:
    class Pipe(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            if self.tell() >= 50:
                pytest.fail("read ahead of what was asked for")
            return super().readline(size)

    rows = articles_from("-", stdin=Pipe(ROWS.encode()))
    assert isinstance(next(rows), Article)


def test_text_on_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert article(stdin(TEXT)).text == TEXT
    assert article(stdin("{He said no}")).text == "{He said no}"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert article(list(articles_from("-"))).retrieved_from == "-"


def test_the_founding_kinds_of_bad_input_each_have_an_error_of_their_own(tmp_path: Path) -> None:
    bad: dict[str, tuple[bytes, type[ArticleError]]] = {
        "empty.txt": (b"", EmptyArticle),
        "mark.txt": (b"\xef\xbb\xbf", EmptyArticle),
        "blank.txt": (b" \r\n\t", EmptyArticle),
        "empty.html": (b"", EmptyArticle),
        "empty.jsonl": (b"\n\n", EmptyArticle),
        "binary.txt": (bytes(range(256)) * 9, NotText),
        "binary.jsonl": (b"\x89PNG\r\n\x1a\n\0\0", NotText),
        "menu.html": (b"<html><body><nav></nav></body></html>", NoMainText),
        "list.json": (b'[\n {"text": "No."}\n]', BadRow),
    }
    for name, (data, kind) in bad.items():
        (tmp_path / name).write_bytes(data)
        found = error(read(tmp_path / name))
        assert type(found) is kind, name
        assert found.where == str(tmp_path / name)


def test_what_cannot_be_opened_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    assert "directory" in error(read(tmp_path)).message
    assert "no such file" in error(read(tmp_path / "none.txt")).message
    assert "cannot be opened" in error(read(tmp_path / ("a" * 5_000))).message
    assert "cannot be opened" in error(list(articles_from("a\0b"))).message
    monkeypatch.setattr(Path, "open", refuse)
    refused = error(read(tmp_path / "mine.txt"))
    assert isinstance(refused, UnreadableInput)
    assert "no permission" in refused.message


def test_a_drive_that_goes_away_is_an_error_and_no_crash() -> None:
    found = error(list(articles_from("-", stdin=FailingStream(b"He said\nno."))))
    assert isinstance(found, UnreadableInput)
    assert "Input/output error" in found.message


def test_a_report_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origin, "MAX_REPORT_BYTES", 100)
    assert article(stdin("a" * 99 + "\n"))
    for endless in ("a" * 101, "\n" * 101, "a\n" * 51):
        assert isinstance(error(stdin(endless)), TooLarge)


def test_a_bad_row_leaves_the_others() -> None:
    items = stdin(ROWS + "{\n" + ROWS)
    assert [type(item) for item in items] == [Article, Article, BadRow, Article, Article]


def test_a_given_date_is_checked_once_and_before_anything_is_read() -> None:
    assert isinstance(error(stdin(ROWS, published="soon")), BadDate)
    assert {getattr(item, "published", None) for item in stdin(ROWS, published="2024-09-26")} == {
        "2024-09-26"
    }


def test_a_binary_row_in_a_feed_is_one_bad_row() -> None:
    items = stdin(ROWS.encode() + b"\0\0\0\n" + ROWS.encode())
    assert [type(item) for item in items] == [Article, Article, BadRow, Article, Article]
