"""What is looked at roughly is never left out where its words stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.query.topics import Topic
from onrecord.store.asking.spoken import Rough, _around, _ends

WORDS = st.sampled_from(
    [
        "ferry",
        "Ferries",
        "taxes",
        "tax",
        "glass",
        "glasses",
        "NATO",
        "café",
        "cafes",
        "bus",
        "buses",
        "notes",
        "note",
        "uses",
        "use",
        "axes",
        "policies",
        "policy",
        "dishes",
        "dish",
    ]
)
TEXTS = st.lists(WORDS | st.sampled_from(["the", "–", "“a”"]), max_size=8).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=2).map(" ".join), TEXTS)
def test_words_that_are_spoken_of_may_be_there(asked: str, text: str) -> None:
    if Topic(asked).spoken_of_in([text]):
        assert Rough(asked).may_be_in(text)


def test_another_word_of_the_same_stem_is_not_there() -> None:
    assert not Rough("hosting").may_be_in("She was host to them all.")
    assert not Rough("notes").may_be_in("They did not take notice.")
    assert not Rough("uses").may_be_in("It must, because it used to.")


def test_what_is_around_a_statement_is_cut_out_of_its_paragraph() -> None:
    text = "One. Two is here. Three."
    assert _around(text, 100, [(105, 117), (109, 111)]) == "Two is here."
    assert _ends("[105,108,112,117]") == (105, 117)
