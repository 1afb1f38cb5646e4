"""Statements get their deeds: an act, the words it was read from, and at whom it is aimed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.domain.entity import Entity
from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.statement import Act, Deed, Form, Source, Statement
from onrecord.domain.words import Words
from onrecord.relate.deeds.deed_scorer import DeedScorer
from onrecord.relate.deeds.deeds import LEAST_TARGET, with_deeds
from tests.relate.deeds.judges import RANK, blank, by_cue, random_judge
from tests.relate.deeds.told import people, statement, words_of

TEXT = "Ruiz accused Dale of lying. Ruiz said it rained. Okafor stayed."
ENTITIES = people(TEXT, "Ruiz", "Dale", "Okafor")
ACCUSED = statement(TEXT, "lying", "accused", "Ruiz", "e1")
SAID = replace(statement(TEXT, "it rained", "said", "Ruiz", "e1"), id="s2")


def traces(words: Words) -> NDArray[np.float16]:
    return np.zeros((len(words), RANK), np.float16)


def deed(said: Statement, judge: DeedScorer, text: str = TEXT) -> Deed:
    words = words_of(text)
    (done,) = with_deeds(words, traces(words), (said,), ENTITIES, judge)
    assert done.deed is not None
    return done.deed


def test_an_act_has_its_cue_as_its_words_and_the_object_as_its_target() -> None:
    found = deed(ACCUSED, DeedScorer(by_cue()))
    assert found.act is Act.CRITICISES
    assert found.words.text == "accused"
    assert found.target is not None
    assert (found.target.entity, found.target.words.text) == ("e2", "Dale")
    assert LEAST_TARGET <= found.target.probability <= 1


def test_who_informs_aims_at_nobody() -> None:
    found = deed(SAID, DeedScorer(by_cue()))
    assert found.act is Act.INFORMS
    assert found.target is None


def test_a_statement_without_a_cue_is_judged_by_its_content() -> None:
    found = deed(statement(TEXT, "it rained"), DeedScorer(blank()))
    assert found.words.text == "it rained"


def test_a_target_that_is_not_probable_enough_stays_open() -> None:
    weights = by_cue()
    weights["nobody"][:] = 30
    assert deed(ACCUSED, DeedScorer(weights)).target is None


def test_a_plain_verb_overrules_a_judge_that_is_less_sure_and_no_other() -> None:
    unsure, sure = blank(), blank()
    sure["acts.bias"][list(Act).index(Act.WARNS)] = 50
    assert deed(ACCUSED, DeedScorer(unsure)).act is Act.CRITICISES
    assert deed(ACCUSED, DeedScorer(unsure)).probability > 0.9
    assert deed(ACCUSED, DeedScorer(sure)).act is Act.WARNS


def test_statements_keep_their_order_and_all_else() -> None:
    words = words_of(TEXT)
    done = with_deeds(words, traces(words), (ACCUSED, SAID), ENTITIES, DeedScorer(by_cue()))
    assert tuple(replace(one, deed=None) for one in done) == (ACCUSED, SAID)
    assert [one.deed.act for one in done if one.deed] == [Act.CRITICISES, Act.INFORMS]


@pytest.mark.parametrize("lacks", ["judge", "traces"])
def test_without_a_judge_statements_stay_as_they_were(lacks: str) -> None:
    words = words_of(TEXT)
    judge = None if lacks == "judge" else DeedScorer(blank())
    seen = None if lacks == "traces" else traces(words)
    assert with_deeds(words, seen, (ACCUSED, SAID), ENTITIES, judge) == (ACCUSED, SAID)


def test_a_statement_that_has_no_words_is_passed_over() -> None:
    words = words_of("no words")
    empty = Statement("s1", Source(), NO_WORDS, Passage.cut("no words", [(2, 3)]), Form.DIRECT, 1.0)
    assert with_deeds(words, traces(words), (empty,), (), DeedScorer(blank())) == (empty,)


PIECES = ["Ruiz", "Dale", "accused", "declined", "to", "“", "”", ".", "?", "\n\n", "é", "🚀"]


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, tuple[Statement, ...], tuple[Entity, ...]]:
    text = " ".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60)))
    place = st.integers(0, len(text) - 1)

    def part() -> Passage:
        start, end = sorted((draw(place), draw(place)))
        return Passage.cut(text, [(start, end + 1)])

    statements = tuple(
        Statement(
            f"s{number}",
            Source(part(), entity=draw(st.sampled_from(["e1", "e2", "e9", None]))),
            part() if draw(st.booleans()) else NO_WORDS,
            part(),
            Form.INDIRECT,
            0.9,
        )
        for number in range(draw(st.integers(0, 4)))
    )
    return text, statements, people(text, "Ruiz", "Dale")


@given(reports(), st.integers(0, 99))
def test_any_report_is_judged_and_every_deed_is_made_of_its_words(
    report: tuple[str, tuple[Statement, ...], tuple[Entity, ...]], seed: int
) -> None:
    text, statements, entities = report
    words = words_of(text)
    seen = np.random.default_rng(seed).normal(size=(len(words), RANK)).astype(np.float16)
    judge = DeedScorer(random_judge(seed))
    done = with_deeds(words, seen, statements, entities, judge)
    assert [one.id for one in done] == [one.id for one in statements]
    for found in (one.deed for one in done if one.deed):
        passages = [(found.words, found.probability)]
        if found.target:
            passages.append((found.target.words, found.target.probability))
            assert found.target.entity in {one.id for one in entities}
        for passage, probability in passages:
            assert list(passage.pieces) == [text[a:b] for a, b in passage.spans]
            assert 0 <= probability <= 1
