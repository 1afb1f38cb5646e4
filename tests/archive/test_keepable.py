"""Lone surrogates are replaced, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive.keepable import keepable
from onrecord.ingest import article_from_text

WHOLE = st.text(st.characters(exclude_categories=["Cs"]))
BROKEN = st.text(st.sampled_from("ab\ud83d\udc00 \n"))


@given(WHOLE)
def test_a_report_of_whole_letters_stays_as_it_is(text: str) -> None:
    article = article_from_text(text, title=text)
    assert keepable(article) is article


@given(BROKEN, BROKEN)
def test_half_letters_are_replaced_and_offsets_stay(text: str, title: str) -> None:
    article = article_from_text(text, title=title)
    mended = keepable(article)
    mended.text.encode("utf-8")
    (mended.title or "").encode("utf-8")
    assert len(mended.text) == len(text)
    assert mended.text == article.text.replace("\ud83d", "\ufffd").replace("\udc00", "\ufffd")
    assert mended.notices == article.notices
    assert keepable(mended) is mended
