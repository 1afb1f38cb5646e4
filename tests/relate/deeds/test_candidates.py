"""Whom a statement may be aimed at: who is named in it or shortly before, never its source."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.statement import Source, Statement
from onrecord.domain.words import Words
from onrecord.relate.deeds.candidates import FEATURES, MOST, WITHIN, Candidate, Candidates
from onrecord.relate.deeds.statement_words import statement_words
from tests.relate.deeds.told import entity, people, statement, words_of

TEXT = "Reed met Okafor.\n\nRuiz accused Dale of lying to Okafor, and Dale left."


def near(
    words: Words, said: Statement, entities: tuple[Entity, ...], before: int | None = None
) -> tuple[Candidate, ...]:
    shown = statement_words(words, said)
    assert shown is not None
    return Candidates(words, entities).of(shown, said.source, before)


def accusing(**options: str) -> Statement:
    return statement(TEXT, "lying to Okafor", "accused", "Ruiz", **options)


ENTITIES = people(TEXT, "Ruiz", "Dale", "Okafor", "Reed")


def names(found: tuple[Candidate, ...]) -> list[str]:
    return [ENTITIES[one.entity].name for one in found]


def test_all_that_are_named_near_are_candidates_and_those_in_the_content_come_first() -> None:
    found = near(words_of(TEXT), accusing(entity="e1"), ENTITIES)
    assert names(found)[0] == "Okafor"
    assert set(names(found)) == {"Okafor", "Dale", "Reed"}


def test_the_source_is_no_candidate_and_neither_is_who_says_the_same() -> None:
    words, said = words_of(TEXT), accusing()
    shown = statement_words(words, said)
    assert shown is not None
    found = Candidates(words, ENTITIES).of(shown, Source(entity="e1", also=("e2",)), None)
    assert set(names(found)) == {"Okafor", "Reed"}


def test_who_is_named_far_before_is_no_candidate() -> None:
    text = "Reed came. " + "So it went. " * (WITHIN // 3) + "Ruiz said no."
    found = near(
        words_of(text), statement(text, "no", "said", "Ruiz"), people(text, "Ruiz", "Reed")
    )
    assert [one.entity for one in found] == [0]


def test_of_very_many_the_nearest_are_judged() -> None:
    text = " ".join(f"N{n}" for n in range(WITHIN // 2)) + " spoke. Ruiz said no."
    everyone = people(text, *(f"N{n}" for n in range(WITHIN // 2)))
    found = near(words_of(text), statement(text, "no", "said", "Ruiz"), everyone)
    assert len(found) == MOST
    assert max(one.entity for one in found) == len(everyone) - 1


def test_the_object_of_the_cue_is_marked_and_so_is_the_first_in_the_content() -> None:
    found = near(words_of(TEXT), accusing(entity="e1"), ENTITIES)
    rows = dict(zip(names(found), [one.row for one in found], strict=True))
    assert (rows["Dale"][9], rows["Okafor"][9]) == (1, 0)
    assert (rows["Okafor"][-2], rows["Okafor"][-1], rows["Dale"][-2]) == (1, 1, 0)


def test_a_possessive_is_seen() -> None:
    text = "Ruiz said Dale’s plan was Okafor."
    entities = people(text, "Dale", "Okafor")
    found = near(words_of(text), statement(text, "Dale’s plan was Okafor", "said"), entities)
    assert [(one.entity, float(one.row[10])) for one in found] == [(0, 1), (1, 0)]


def test_at_whom_the_source_aimed_before_is_marked() -> None:
    found = near(words_of(TEXT), accusing(entity="e1"), ENTITIES, before=1)
    assert [name for name, one in zip(names(found), found, strict=True) if one.row[22]] == ["Dale"]


def test_kinds_have_columns_of_their_own() -> None:
    text = "Ruiz backed Leeds and Dale and Unions and Labour."
    kinds = dict(zip(("Dale", "Labour", "Leeds", "Unions"), EntityKind, strict=False))
    entities = tuple(entity(text, n, name, kind) for n, (name, kind) in enumerate(kinds.items()))
    said = statement(text, "Leeds and Dale and Unions and Labour", "backed", "Ruiz")
    for one in near(words_of(text), said, entities):
        assert one.row[17:21].tolist() == np.eye(4)[one.entity].tolist()


def test_a_candidate_is_shown_by_its_mention_in_the_statement_or_the_last_before() -> None:
    words = words_of(TEXT)
    found = dict(zip(names(f := near(words, accusing(entity="e1"), ENTITIES)), f, strict=True))
    shown = statement_words(words, accusing())
    assert shown is not None
    assert words.words.index("Okafor", 4) == found["Okafor"].named_at(shown.anchor).first
    assert found["Reed"].named_at(shown.anchor).first == 0
    assert found["Dale"].words
    assert found["Reed"].words == ()


@given(
    st.lists(st.sampled_from(["Ruiz", "Dale", "said", "no", "“", "”", ".", "’s"]), min_size=3),
    st.data(),
)
def test_rows_are_bounded_numbers_for_any_words(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    content = data.draw(st.sampled_from(parts))
    entities = people(text, "Ruiz", "Dale")
    words = words_of(text)
    shown = statement_words(words, statement(text, content))
    if shown is None:
        return
    for one in Candidates(words, entities).of(shown, Source(entity="e1"), 1):
        assert one.row.shape == (FEATURES,)
        assert one.row.dtype == np.float32
        assert -1 <= one.row.min() <= one.row.max() <= 1
        assert entities[one.entity].id != "e1"
        assert words.words[one.named_at(shown.anchor).first] == "Dale"
