from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import TooLarge
from onrecord.ingest.html import article_from_page, text_of_fragment
from onrecord.ingest.html_bounds import MAX_ATTRIBUTES, has_too_many_attributes

MANY = " ".join(f"a{n}" for n in range(500_000))
QUOTED = " ".join(f"a{n}='>'" for n in range(500_000))


@pytest.mark.parametrize(
    "page",
    [
        f"<div {MANY}>",
        f"<div {QUOTED}>",
        f"<script {MANY}></script>",
        f'<!-- <b a=" --><div {MANY}>',
        f"<script>'<b a=\"'</script><div {MANY}>",
        f"<div {MANY}",
    ],
    ids=["bare", "quoted", "script", "behind a comment", "behind a script", "unclosed"],
)
def test_a_tag_made_to_be_slow_is_refused_before_it_is_parsed(page: str) -> None:
    begun = time.process_time()
    with pytest.raises(TooLarge, match="1,000 attributes"):
        article_from_page(page, "page.html")
    assert text_of_fragment(page) == ""
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "a = b, " * 5_000 + "</p>",
        '<img alt="' + "a = b, " * 5_000 + '">',
        "<script>" + "a = b; " * 5_000 + "</script>",
        "<!-- <div " + "a=b " * 5_000 + " -->",
        "<p>" + "a" * 5_000 + " <b>x</b>" * 2_000,
        "<div " + " ".join(f"a{n}='x'" for n in range(MAX_ATTRIBUTES)) + ">",
    ],
)
def test_words_values_and_scripts_are_no_attributes(page: str) -> None:
    assert not has_too_many_attributes(page)


@pytest.mark.parametrize(
    "piece", ["<!--", "<a", '<b a="', "<b a='", "<script>", "a=", "<b <", "= "]
)
def test_no_page_is_slow_to_look_through(piece: str) -> None:
    begun = time.process_time()
    assert has_too_many_attributes("<b " + piece * 300_000) in (True, False)
    assert time.process_time() - begun < 5


@given(st.text("<>ab =/\"'!-\n", max_size=80))
def test_any_string_is_looked_through(page: str) -> None:
    assert not has_too_many_attributes(page)
