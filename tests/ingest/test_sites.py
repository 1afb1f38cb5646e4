from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.ingest.html import article_from_page
from onrecord.ingest.sites import is_address, same_site


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://paper.example/a", "http://www.paper.example/b", True),
        ("https://m.paper.example/a", "https://amp.paper.example/b", True),
        ("https://paper.example:443/", "http://paper.example/", True),
        ("https://Paper.Example./", "https://paper.example/", True),
        ("https://paper.example/", "https://paper.example:8443/", False),
        ("https://evil.example/", "https://paper.example/", False),
        ("https://paper.example.evil.example/", "https://paper.example/", False),
        ("https://ann.host.example/", "https://bo.host.example/", False),
        ("https://ann.host.example/", "https://host.example/", False),
        ("https://www.example/", "https://m.example/", False),
        ("http://127.0.0.1/", "http://127.0.0.1/a", True),
        ("https://paper.example@evil.example/", "https://paper.example/", False),
        ("https://[::1", "https://[::1", False),
        ("file:///a", "file:///a", False),
        ("", "", False),
    ],
)
def test_only_one_host_is_one_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same
    assert same_site(other, one) is same


@given(st.text(max_size=40))
def test_any_string_is_a_site_or_none(text: str) -> None:
    for one in (text, f"https://{text}"):
        assert is_address(one) in (True, False)
        assert same_site(one, one) in (True, False)


def page(canonical: str, address: str | None) -> Article:
    words = "The ferry sails again on Monday, the harbour master told the town council. " * 8
    source = (
        f'<!doctype html><html><head><link rel="canonical" href="{canonical}">'
        f"<title>Ferry</title></head><body><article><p>{words}</p></article></body></html>"
    )
    return article_from_page(source, "page.html", address=address)


def test_a_page_says_its_own_address_where_it_may() -> None:
    own = "https://paper.example/ferry"
    assert page(own, "https://www.paper.example/ferry?from=feed").url == own
    assert page(own, None).url == own


def test_a_page_cannot_pose_as_one_of_another_outlet() -> None:
    """Else a stranger could have another's report retracted, or keep it out of the record."""
    fetched = "https://evil.example/ferry"
    assert page("https://paper.example/ferry", fetched).url == fetched
