from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.errors import ArticleError, BadRow, TooLarge
from onrecord.ingest import jsonl
from onrecord.ingest.jsonl import articles_from_rows, bounded_lines

GOOD = b'{"text": "He said no."}\n'


def read(*lines: bytes, published: str | None = None) -> list[Article | ArticleError]:
    return list(articles_from_rows(lines, "feed.jsonl", published=published))


def only(row: object, published: str | None = None) -> Article:
    (article,) = read(json.dumps(row).encode(), published=published)
    assert isinstance(article, Article)
    return article


def test_a_row_is_an_article_with_all_its_fields() -> None:
    row = {
        "id": "x/7",
        "text": " “No,”\r\nhe said. ",
        "published": "2024-09-26T18:02:00+01:00",
        "title": "No",
        "url": "https://gazette.example.org/no",
        "outlet": "The Gazette",
        "likes": 7,
    }
    article = only(row)
    kept = {name: getattr(article, name) for name in row if name != "likes"}
    assert kept == {name: value for name, value in row.items() if name != "likes"}
    assert article.retrieved_from == "feed.jsonl"
    assert article.encoding == "utf-8"


def test_a_whole_number_is_kept_as_its_digits() -> None:
    assert only({"id": 12345678901234567890, "text": "No."}).id == "12345678901234567890"


@pytest.mark.parametrize("unknown", [None, ""])
def test_null_and_nothing_mean_that_a_field_is_not_known(unknown: str | None) -> None:
    names = ("id", "published", "title", "url", "outlet")
    article = only({"text": "No.", **dict.fromkeys(names, unknown)})
    assert article == only({"text": "No."})
    assert article.id.startswith("a_")


def test_rows_that_share_an_id_are_both_read() -> None:
    rows = [b'{"id": 1, "text": "No."}', b'{"id": 1, "text": "Yes."}']
    assert [getattr(item, "id", None) for item in read(*rows)] == ["1", "1"]


def test_a_given_date_is_for_the_rows_without_one() -> None:
    assert only({"text": "No."}, "2024-09-26").published == "2024-09-26"
    assert only({"text": "No.", "published": "2024-09-01"}, "2024-09-26").published == "2024-09-01"


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (b"{'text': 'No.'}", "no JSON: Expecting property name"),
        (b'{"text": "No."', "no JSON: Expecting ',' delimiter at character 15"),
        (b'["No."]', "a list and not an object"),
        (b'"No."', "a string and not an object"),
        (b"null", "null and not an object"),
        (b'{"id": 7}', 'no "text"'),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": 7}', '"text" is a number and not a string'),
        (b'{"text": ["No."]}', '"text" is a list and not a string'),
        (b'{"text": " \\n"}', '"text" is empty'),
        (b'{"text": "No.", "id": 7.5}', '"id" is a number'),
        (b'{"text": "No.", "id": true}', '"id" is true or false'),
        (b'{"text": "No.", "title": {}}', '"title" is an object and not a string'),
        (b'{"text": "No.", "published": 20240926}', '"published" is a number'),
        (b'{"text": "No.", "published": "26/9/24"}', "\"published\": '26/9/24' is no date"),
        (b'{"text": ' + b"[" * 100_000, "nested too deep"),
        (b'{"text": "No.", "id": ' + b"9" * 5_000 + b"}", "too long a number"),
        (b"\x7fELF\0\0\0", "bytes that are no text"),
    ],
)
def test_a_bad_row_says_where_and_what_is_wrong_and_the_others_are_read(
    row: bytes, wrong: str
) -> None:
    before, bad, after = read(GOOD, row, GOOD)
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(bad, BadRow)
    assert bad.where == "feed.jsonl, line 2"
    assert wrong in bad.message


def test_blank_lines_are_skipped_but_counted() -> None:
    items = read(b"\n", GOOD, b" \r\n", b"{\n")
    assert isinstance(items[0], Article)
    assert [item.where for item in items if isinstance(item, BadRow)] == ["feed.jsonl, line 4"]


def test_a_lone_surrogate_in_a_row_is_kept() -> None:
    (article,) = read(b'{"text": "He said \\ud83d no."}')
    assert isinstance(article, Article)
    assert article.text == "He said \ud83d no."


def test_a_line_separator_inside_a_string_does_not_end_the_row() -> None:
    stream = io.BytesIO('{"text": "No,\u2028he said."}\n'.encode())
    assert [len(read(line)) for line in bounded_lines([], stream) if isinstance(line, bytes)] == [1]


def test_a_row_in_another_encoding_says_which() -> None:
    (article,) = read('{"text": "“No,” he said."}'.encode("cp1252"))
    assert isinstance(article, Article)
    assert (article.text, article.encoding) == ("“No,” he said.", "cp1252")


def test_a_row_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_REPORT_BYTES", 50)
    monkeypatch.setattr(jsonl, "_SKIP_BYTES", 20)
    long = b'{"text": "' + b"a" * 200 + b'"}\n'
    lines = bounded_lines([GOOD], io.BytesIO(long + GOOD))
    items = list(articles_from_rows(lines, "feed.jsonl"))
    assert [type(item) for item in items] == [Article, TooLarge, Article]
    assert str(items[1]) == "feed.jsonl, line 2: a row of more than 50 bytes"


def test_a_feed_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_FEED_BYTES", 100)

    def endless() -> Iterator[bytes]:
        while True:
            yield GOOD

    lines = list(bounded_lines(endless(), io.BytesIO()))
    assert isinstance(lines[-1], TooLarge)
    assert len(lines) == 5


@settings(max_examples=60, deadline=None)
@given(st.text().filter(str.strip), st.one_of(st.text(min_size=1), st.integers()))
def test_any_text_and_id_survive_being_written_as_json(text: str, id_: str | int) -> None:
    article = only({"id": id_, "text": text})
    assert (article.text, article.id) == (text, str(id_))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80).filter(lambda line: b"\n" not in line))
def test_no_row_raises(line: bytes) -> None:
    assert len(read(line)) <= 1
