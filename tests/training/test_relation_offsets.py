"""Labels written as words become offsets, and the offsets slice to the same words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.relation_offsets import TEXTS, place_of, row_of

DOC = "outlet_2024-09-26_the-bridge"
TEXT = "🚀 Ana Ruiz met Sam Dale in York on Monday. Would it close? Ruiz would not say."
LABELS: dict[str, Any] = {
    "doc": DOC,
    "acts": {"A2": ["declines", None], "A1": ["criticises", "Sam Dale"]},
    "engagements": [
        {
            "kind": "meeting",
            "who": ["Ana Ruiz", "Sam Dale", "Nobody Here"],
            "place": "Guildhall, York",
            "date": "2024-09-23",
            "status": "held",
            "mentions": [["Ana Ruiz met Sam Dale in York", "met"]],
        }
    ],
    "exchanges": [
        {
            "question": "Would it close?",
            "asked": "Ana Ruiz",
            "asked_by": None,
            "answers": ["A2"],
            "response": "declined",
        }
    ],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the one report."""
    (tmp_path / TEXTS).mkdir(parents=True)
    (tmp_path / TEXTS / f"{DOC}.txt").write_text(TEXT, "utf-8")
    return tmp_path


def words(pair: list[int] | None) -> str | None:
    return TEXT[pair[0] : pair[1]] if pair else None


def test_acts_are_kept_by_the_number_of_their_attribution_in_order(data: Path) -> None:
    acts = row_of(LABELS, data)["acts"]
    assert [(number, act) for number, act, _ in acts] == [(0, "criticises"), (1, "declines")]
    assert [words(target) for *_, target in acts] == ["Sam Dale", None]


def test_an_engagement_is_kept_by_the_places_of_its_words(data: Path) -> None:
    (one,) = row_of(LABELS, data)["engagements"]
    assert [words(at) for at in one["who"]] == ["Ana Ruiz", "Sam Dale"]
    assert [words(at) for at in one["place"]] == ["York"]
    ((clause, head),) = one["mentions"]
    assert (words(clause), words(head)) == ("Ana Ruiz met Sam Dale in York", "met")


def test_an_exchange_is_kept_by_the_places_of_its_words(data: Path) -> None:
    (one,) = row_of(LABELS, data)["exchanges"]
    assert words(one["question"]) == "Would it close?"
    assert (words(one["asked"]), one["asked_by"], one["answers"]) == ("Ana Ruiz", None, [1])


def test_the_row_names_text_and_day_and_holds_no_words_of_the_report(data: Path) -> None:
    row = row_of(LABELS, data)
    assert (row["text"], row["published"]) == (f"{TEXTS}/{DOC}.txt", "2024-09-26")
    assert not any(name in json.dumps(row) for name in ("Ruiz", "Dale", "York", "close"))


def test_a_clause_that_does_not_stand_in_the_text_is_refused(data: Path) -> None:
    wrong = [{**LABELS["exchanges"][0], "question": "Will it close?"}]
    with pytest.raises(ValueError, match="Will it close"):
        row_of({**LABELS, "exchanges": wrong}, data)


def test_a_head_word_is_looked_for_whole_before_it_is_looked_for_at_all(data: Path) -> None:
    text = "A remeeting and a meeting."
    (data / TEXTS / f"{DOC}.txt").write_text(text, "utf-8")
    one = {**LABELS["engagements"][0], "mentions": [[text, "meeting"]], "who": [], "place": None}
    labels = {**LABELS, "acts": {}, "exchanges": [], "engagements": [one]}
    ((_, head),) = row_of(labels, data)["engagements"][0]["mentions"]
    assert head == [18, 25]


def test_a_name_is_found_in_full_or_by_its_last_word_but_never_inside_another_word() -> None:
    assert place_of("Ana Ruiz", "Here is Ana Ruiz.") == [8, 16]
    assert place_of("Maria Ruiz", "Mr Ruiz came.") == [3, 7]
    assert place_of("Ann", "Annabel came.") is None
    assert place_of("the bridge", "A bridge stood.") is None


@given(
    st.text(max_size=30), st.text(st.characters(categories=["L"]), min_size=1), st.text(max_size=30)
)
def test_what_is_found_is_the_name_itself_wherever_it_stands(
    before: str, name: str, after: str
) -> None:
    text = f"{before} {name} {after}"
    found = place_of(name, text)
    assert found is not None
    assert text[found[0] : found[1]] == name
