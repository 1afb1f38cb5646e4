"""The example reports are read as what they are, and their page says what each rests on."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.domain.article import Article
from onrecord.ingest import articles_from

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORTS = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".md")


def read(path: Path) -> list[Article]:
    found = list(articles_from(str(path)))
    assert all(isinstance(item, Article) for item in found)
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_an_example_is_english_and_says_who_wrote_it(path: Path) -> None:
    for article in read(path):
        assert article.language == "en"
        author = article.byline[0].name if article.byline else article.outlet
        assert (author or "").lower() == "on record example"


def test_one_is_long() -> None:
    assert max(len(article.text.split()) for path in REPORTS for article in read(path)) >= 1500


def test_one_is_british_with_single_marks_and_quotations_over_paragraphs() -> None:
    text = read(EXAMPLES / "commons.txt")[0].text
    assert "“" not in re.sub(r"‘“.*?”’", "", text)
    openings = [line.startswith("‘") for line in text.split("\n\n")]
    assert any(first and second for first, second in pairwise(openings))


def test_the_disclaimer_of_one_is_a_notice() -> None:
    article = read(EXAMPLES / "inauguration.txt")[0]
    assert [article.text[start:end][:11] for start, end in article.notices] == ["Disclaimer:"]


def test_the_page_has_its_particulars_from_its_metadata() -> None:
    article = read(EXAMPLES / "budget.html")[0]
    assert article.title == "Reeves raises taxes by £40bn in first Budget"
    assert article.outlet == "On Record example"
    assert (article.published or "")[:10] == "2024-10-30"
    assert "More from Politics" not in article.text


def test_the_feed_has_several_reports_with_ids_and_dates() -> None:
    articles = read(EXAMPLES / "feed.jsonl")
    assert len(articles) >= 3
    assert all(article.published and article.title and article.url for article in articles)
    assert articles[0].id == "fear-1933"


def test_every_example_is_described_with_what_it_rests_on() -> None:
    page = (EXAMPLES / "README.md").read_text("utf-8")
    for path in REPORTS:
        assert f"| `{path.name}` |" in page
        assert f"\n- `{path.name}`: " in page
