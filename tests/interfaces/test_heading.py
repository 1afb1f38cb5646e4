"""What stands over a report names what is known, and says what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.domain.article import Article, Byline
from onrecord.domain.record import Record
from onrecord.interfaces.heading import (
    particulars,
    place_of,
    tally_of,
    title_of,
    unusual_encoding,
)
from tests.interfaces.fakes import record_of


@pytest.mark.parametrize(
    ("origin", "title"),
    [
        ("news/bridge.txt", "bridge.txt"),
        ("https://example.org/a", "a"),
        ("-", "Report without a title"),
        (None, "Report without a title"),
    ],
)
def test_a_report_without_a_title_goes_by_its_file(origin: str | None, title: str) -> None:
    assert title_of(Article(id="a", text="", title=" ", retrieved_from=origin)) == title


def test_particulars_name_outlet_authors_with_role_and_date(article: Article) -> None:
    two = replace(article, byline=(*article.byline, Byline("Al Poe")))
    assert particulars(two) == (
        "The Example",
        "by Jo Roe (Reporter) and Al Poe",
        "published 2024-09-26",
    )


def test_a_missing_date_is_said_and_nothing_else_is_made_up() -> None:
    assert particulars(Article(id="a", text="")) == ("no date",)


def test_standard_input_is_called_so() -> None:
    assert place_of(Article(id="a", text="", retrieved_from="-")) == "standard input"
    assert place_of(Article(id="a7", text="")) == "a7"


def test_the_tally_counts_statements_by_form(record: Record) -> None:
    assert tally_of(record) == "3 statements: 1 direct, 1 mixed, 1 indirect"


def test_a_report_in_which_nothing_was_found_says_why() -> None:
    empty = Article(id="a", text="x")
    assert tally_of(record_of(empty)) == "No statement was found."
    assert "French" in tally_of(record_of(replace(empty, language="fr")))


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        (None, None),
        ("utf-8", None),
        ("utf-8-sig", None),
        ("ascii", None),
        ("cp1252", "cp1252"),
        ("utf-8:replace", "utf-8 with broken characters in it"),
        ("no-such-thing", "no-such-thing"),
    ],
)
def test_only_an_encoding_other_than_utf_8_is_worth_a_word(
    encoding: str | None, shown: str | None
) -> None:
    assert unusual_encoding(Article(id="a", text="", encoding=encoding)) == shown
