from __future__ import annotations

import pytest

from onrecord.ingest import article_from_text

BODY = "\n\nThe council will close its library.\n\nMs Poe told reporters that she was sorry."


def authors(top: str, body: str = BODY) -> list[tuple[str, str | None]]:
    return [(author.name, author.role) for author in article_from_text(top + body).byline]


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("by Jane Doe", "Jane Doe", None),
        ("By Will Hutton-Ó Néill", "Will Hutton-Ó Néill", None),
        ("By Jan van der Berg", "Jan van der Berg", None),
        ("By J.K. O'Neill, Jr.", "J.K. O'Neill, Jr", None),
        ("By JANE DOE, Political Editor", "JANE DOE", "Political Editor"),
        ("Jane Doe Chief Political Correspondent", "Jane Doe", "Chief Political Correspondent"),
        ("Jane Doe, deputy political editor", "Jane Doe", "deputy political editor"),
        ("Jane Doe, BBC News", "Jane Doe", "BBC News"),
        ("Jane Doe, Crime and Security Editor", "Jane Doe", "Crime and Security Editor"),
        ("Jane Doe Washington correspondent for the BBC", "Jane Doe",
         "Washington correspondent for the BBC"),
        ("Jane Doe in Berlin", "Jane Doe", None),
        ("By Jane Doe in Kyiv, Foreign Editor", "Jane Doe", "Foreign Editor"),
        ("By Jane Doe for MailOnline", "Jane Doe", None),
        ("By Jane Doe | jane.doe@gazette.example.org", "Jane Doe", None),
        ("By Jane Doe, Associated Press | September 26, 2024", "Jane Doe", "Associated Press"),
        ("By The Associated Press", "The Associated Press", None),
    ],
)  # fmt: skip
def test_a_line_at_the_top_names_the_author(line: str, name: str, role: str | None) -> None:
    assert authors(line) == [(name, role)]
    assert authors(f"Library to close\n\n{line}") == [(name, role)]


def test_each_author_has_the_role_that_follows_the_name() -> None:
    both = [("JANE DOE", None), ("JOHN ROE", "Political Editor")]
    assert authors("By JANE DOE and JOHN ROE, Political Editor") == both
    line = "Jane Doe, Political Editor, and John Roe, Deputy Political Editor"
    assert authors(line) == [
        ("Jane Doe", "Political Editor"),
        ("John Roe", "Deputy Political Editor"),
    ]
    assert len(authors("By Jane Doe, John Roe and Ann Coe in Kyiv")) == 3


def test_a_role_may_stand_in_the_line_below() -> None:
    assert authors("By Jane Doe\nBBC political editor") == [("Jane Doe", "BBC political editor")]
    assert authors("Jane Doe\nPolitical editor") == [("Jane Doe", "Political editor")]


def test_the_spans_cover_name_and_role() -> None:
    text = "Library to close\r\n\r\nBy Jane Doe, Political Editor, and John Roe\r\nReporter" + BODY
    spans = [author.spans for author in article_from_text(text).byline]
    assert [[text[start:end] for start, end in author] for author in spans] == [
        ["Jane Doe, Political Editor"],
        ["John Roe", "Reporter"],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe",
        "By the numbers",
        "By any measure, the mayor lost",
        "By Land, By Sea",
        "By George, She Did It",
        "By Monday Morning",
        "By 2030",
        "Gazette Names New Political Editor",
        "Former BBC Editor Joins Campaign",
        "Political Editor",
        "Downing Street Reporters",
        "Wall Street in Panic",
        "President Doe in Berlin",
        "Jane Doe in trouble",
        "Jane Doe in Berlin: what we know",
        "Jane Doe said that she was a political editor.",
        "Daring Diamond Heist in Downtown Paris",
        "By Jane Doe the mayor was called a liar on Friday",
    ],
)
def test_a_headline_or_a_sentence_is_no_byline(line: str) -> None:
    assert authors(line) == []


def test_somebody_the_report_is_about_did_not_write_it() -> None:
    about = "\n\nMs Doe told the Bundestag that nothing had changed.\n\nShe then left."
    assert authors("Jane Doe in Berlin", about) == []
    assert authors("Jane Doe, political commentator", about) == []
    assert authors("By Jane Doe", about) == [("Jane Doe", None)]


def test_authors_are_looked_for_at_the_top_only() -> None:
    assert (
        authors(
            "\n\n".join(f"Line {n} of the report is here." for n in range(9)) + "\n\nBy Jane Doe"
        )
        == []
    )


def test_a_notice_above_the_byline_is_passed_over() -> None:
    assert authors("Advertisement\n\n" * 8 + "By Jane Doe") == [("Jane Doe", None)]


def test_the_founding_report_is_by_its_author_in_his_role(founding_report: str) -> None:
    (author,) = article_from_text(founding_report).byline
    assert (author.name, author.role) == ("Nick Gutteridge", "Chief Political Correspondent")
    (span,) = author.spans
    assert founding_report[span.start : span.end] == founding_report.splitlines()[0]
