from __future__ import annotations

import pytest

from onrecord.ingest.kinds import Kind, is_json, kind_by_name, looks_like_page, looks_like_row


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a/report.txt", Kind.TEXT),
        ("notes.md", Kind.TEXT),
        ("Page.HTML", Kind.PAGE),
        ("page.xhtml", Kind.PAGE),
        ("feed.jsonl", Kind.ROWS),
        ("feed.ndjson", Kind.ROWS),
        ("report", None),
        ("report.2024", None),
        (".html", None),
    ],
)
def test_the_suffix_tells_the_kind(name: str, kind: Kind | None) -> None:
    assert kind_by_name(name) is kind


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html>",
        " \n<html lang=en>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">',
        "<!-- saved -->\n<!-- twice --><html>",
        "<head>",
    ],
)
def test_a_page_begins_with_its_outermost_tags(start: str) -> None:
    assert looks_like_page(start)


@pytest.mark.parametrize("start", ["", "He said <html> is no word.", "<p>No", "<header>", "<!--"])
def test_anything_else_is_no_page(start: str) -> None:
    assert not looks_like_page(start)


def test_a_row_is_a_json_object_on_one_line() -> None:
    assert looks_like_row(b'\xef\xbb\xbf {"text": "No."}\r\n')
    assert looks_like_row('{"text": "“No.”"}'.encode("cp1252"))
    assert not any(map(looks_like_row, [b"{", b"[1]", b"He said {}.", b"7", b'{"a": ' * 100_000]))


def test_json_over_several_lines_is_known_as_such() -> None:
    assert is_json('[\n {"text": "No."}\n]')
    assert not any(map(is_json, ["[Applause] He said no.", "{He said no.", "7", "[" * 100_000]))
