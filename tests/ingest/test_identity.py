from __future__ import annotations

from onrecord.ingest import article_from_text


def test_the_same_text_is_the_same_article_wherever_its_file_lies() -> None:
    here = article_from_text("He said no.", retrieved_from="a/report.txt")
    there = article_from_text("He said no.", retrieved_from="b/report.txt")
    assert here.id == there.id == "a_0eb324213fc8b31c2792"


def test_another_word_or_another_url_is_another_article() -> None:
    ids = {
        article_from_text("He said no.").id,
        article_from_text("He said No.").id,
        article_from_text("He said no.", url="https://a.example.org/1").id,
        article_from_text("He said no.", url="https://b.example.org/1").id,
    }
    assert len(ids) == 4


def test_mended_metadata_leaves_the_id_alone() -> None:
    bare = article_from_text("He said no.")
    mended = article_from_text("He said no.", title="No", outlet="Gazette", published="2024-09-26")
    assert bare.id == mended.id


def test_an_id_that_is_given_is_kept() -> None:
    assert article_from_text("He said no.", id="row 7").id == "row 7"
