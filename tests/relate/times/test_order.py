"""Whether day or month comes first, told by the outlet."""

from __future__ import annotations

import pytest

from onrecord.domain.article import Article
from onrecord.relate.times.order import reads_day_first


@pytest.mark.parametrize(
    "url",
    ["https://www.example.co.uk/news/1", "http://example.com.au/", "https://news.example.ie:8080/a",
     "https://www.theguardian.com/x", "https://EXAMPLE.IN./"],
)  # fmt: skip
def test_the_address_of_an_outlet_abroad_puts_the_day_first(url: str) -> None:
    assert reads_day_first(Article("a", "", url=url))


@pytest.mark.parametrize(
    "url",
    ["https://www.example.com/uk", "https://example.org", "https://theguardian.com.example.us"],
)
def test_an_address_that_tells_nothing_leaves_the_month_first(url: str) -> None:
    assert not reads_day_first(Article("a", "", url=url, outlet="The Guardian"))


def test_without_an_address_the_name_of_the_outlet_tells() -> None:
    assert reads_day_first(Article("a", "", outlet=" The Irish Times"))
    assert not reads_day_first(Article("a", "", outlet="The Washington Post"))


def test_a_report_read_from_a_page_tells_by_that_page() -> None:
    assert reads_day_first(Article("a", "", retrieved_from="https://example.co.uk/a"))


@pytest.mark.parametrize("address", [None, "", "report.txt", "http://[broken", "C:\\uk\\a.in"])
def test_what_is_no_address_tells_nothing(address: str | None) -> None:
    assert not reads_day_first(Article("a", "", url=address))
