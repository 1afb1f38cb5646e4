"""The readable record: everything of a statement, on a screen of any width, as plain text."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from onrecord.domain.article import Article, Byline
from onrecord.domain.record import Record
from onrecord.interfaces.terminal import TerminalView
from tests.interfaces.fakes import Said, record_of


def printed(*records: Record) -> str:
    stream = io.StringIO()
    view = TerminalView(stream)
    for record in records:
        view.write(record)
    view.finish()
    return stream.getvalue()


def test_a_record_reads_like_this(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert (
        printed(record)
        == """\
Bridge is safe
The Example · by Jo Roe (Reporter) · published 2024-09-26
3 statements: 1 direct, 1 mixed, 1 indirect

Ann Lee
  s1  “The bridge is safe,”
      “I cross it daily.
      “So does my son.”
      — said · direct · 0.90

no source named
  s2  to agree
      — is said · indirect · 0.40

Poe
  s3  rain was “a worry”
      — warned · mixed · 0.75

"""
    )


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_fit_the_screen_and_lose_no_word(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    words = " ".join(f"word{number}" for number in range(300))
    text = f"“{words}” Lee said."
    shown = printed(record_of(Article(id="a", text=text), [Said(f"“{words}”", "Lee", "said")]))
    assert max(map(len, shown.splitlines())) <= columns
    assert words in " ".join(shown.split())


def test_a_pipe_gets_no_colour_codes(record: Record) -> None:
    assert "\x1b" not in printed(record)


def test_records_are_parted_by_a_rule(record: Record) -> None:
    assert printed(record, record).count("────") > printed(record).count("────") == 0


def test_an_unusual_encoding_is_said(article: Article) -> None:
    assert "read as cp1252" in printed(record_of(replace(article, encoding="cp1252")))
    assert "utf-8" not in printed(record_of(replace(article, encoding="utf-8")))


HOSTILE = "\x1b]0;owned\x07[red]\x1b[2J:smile: \u202eevil"


def test_hostile_words_are_shown_and_do_nothing() -> None:
    text = f"“{HOSTILE}” {HOSTILE}"
    article = Article(
        id="a", text=text, title=HOSTILE, outlet=HOSTILE, byline=(Byline(HOSTILE, HOSTILE),)
    )
    shown = printed(record_of(article, [Said(f"“{HOSTILE}”", HOSTILE)]))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert shown.count("[red]") == 6
    assert shown.count(":smile:") == 6


def test_a_title_without_end_is_cut(article: Article) -> None:
    assert len(printed(record_of(replace(article, title="long " * 100_000)))) < 1000
