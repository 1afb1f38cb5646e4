"""Quotations checked over a record's file: found by its index, whatever was done to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.store_bench.quotations import altered, check, right_first
from onrecord.domain.statement import Form
from onrecord.errors import BadQuotation
from onrecord.query.verify.findings import Verdict, Verification
from onrecord.query.verify.verifying import verify
from onrecord.query.whom import whom
from onrecord.store.opening import open_store
from onrecord.store.protocol import Store
from tests.query.verify.reports import FERRY, LONG, OTHERWISE, TOWER, WALL, Told

TOLD = [
    Told("a", outlet="Fen News"),
    Told("b", FERRY, "Bo Roe", Form.MIXED, "2024-05-07"),
    Told("c", TOWER, "Cy Orr", Form.INDIRECT, "2024-05-08"),
    Told("d", LONG, "Ann Lee", published="2024-05-09"),
    Told("e", WALL, "Ann Lee", published="2024-05-01", outlet="The Post", text=OTHERWISE),
    *(
        Told(f"f{number}", f"“Pier {number} was {word} with {other} by the keepers of the bay,”")
        for number, (word, other) in enumerate(
            (one, two)
            for one in ("painted", "mended", "swept", "blessed", "sold")
            for two in ("tar", "brooms", "gold", "songs", "rope", "salt")
        )
    ),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("verify") / "record.onrecord")
    with opened.writing() as writer:
        for told in TOLD:
            writer.add(told.record(), "ann")
    yield opened
    opened.close()


def ask(store: Store, quotation: str, by: str | None = None) -> Verification:
    with store.view() as view:
        return verify(view, quotation, whom(view, by) if by else None)


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        ("The harbour wall will not be rebuilt before the winter storms", Verdict.EXACT),
        ("the harbor wall will not be rebuilt", Verdict.TYPOGRAPHY),
        ("count every boat in the bay … fishermen of both villages", Verdict.ALTERED),
        ("counted every boat in the bay … fishermen of both villages", Verdict.CUT),
        ("The harbour wall will be rebuilt before the winter storms", Verdict.ALTERED),
        ("Nobody asked us to. The harbour wall will not be rebuilt", Verdict.SPLICED),
        ("it would never sail again", Verdict.INDIRECT),
        ("it was in all of it", Verdict.NOT_IN_RECORD),
        ("boats", Verdict.NOT_IN_RECORD),
    ],
)
def test_a_quotation_gets_its_verdict(store: Store, quotation: str, verdict: Verdict) -> None:
    assert ask(store, quotation).verdict is verdict


def test_the_earliest_report_comes_first_and_outlets_are_counted(store: Store) -> None:
    one = ask(store, "The harbour wall will not be rebuilt before the winter storms").results[0]
    assert (one.report.id, one.earliest.id) == ("e", "e")
    assert (one.outlets, one.independent) == (("The Post", "Fen News"), 2)


def test_a_corrected_speaker_is_who_said_it(tmp_path: Path) -> None:
    opened = open_store(tmp_path / "record.onrecord")
    with opened.writing() as writer:
        for told in TOLD[:2]:
            writer.add(told.record(), "ann")
    [one] = ask(opened, "harbour wall will not be rebuilt", by="Roe").results
    assert one.verdict is Verdict.OTHER_SPEAKER
    assert one.statement
    with opened.writing() as writer:
        writer.correct(one.statement.id, {"source": "Bo Roe"}, "ann", "heard it")
    [one] = ask(opened, "harbour wall will not be rebuilt", by="Roe").results
    assert (one.verdict, one.statement and one.statement.corrected) == (Verdict.EXACT, True)
    opened.close()


def test_what_was_struck_or_taken_back_is_no_statement_any_more(tmp_path: Path) -> None:
    opened = open_store(tmp_path / "record.onrecord")
    with opened.writing() as writer:
        for told in TOLD[:2]:
            writer.add(told.record(), "ann")
    [one] = ask(opened, "harbour wall will not be rebuilt").results
    assert one.statement
    with opened.writing() as writer:
        writer.correct(one.statement.id, {"struck": True}, "ann", "a slogan")
    [one] = ask(opened, "harbour wall will not be rebuilt").results
    assert (one.verdict, one.statement) == (Verdict.UNATTRIBUTED, None)
    with opened.writing() as writer:
        writer.remove("a", "ann", "")
    assert ask(opened, "harbour wall will not be rebuilt").results == ()
    opened.close()


def test_slips_and_lost_and_swapped_words_hide_no_statement(store: Store) -> None:
    quotations = altered((told.record() for told in TOLD), Random(1), 60)
    with store.view() as view:
        checked = list(check(lambda words: verify(view, words), quotations))
    assert {change for one in quotations for change in one.changes} == {
        "slip",
        "dropped",
        "swapped",
    }
    assert right_first(checked) >= 0.9


@given(st.data())
def test_what_is_cut_out_of_a_statement_is_found_word_for_word(
    store: Store, data: st.DataObject
) -> None:
    told = data.draw(st.sampled_from(TOLD))
    words = str(told.content).split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    one = ask(store, " ".join(words[first:last])).results[0]
    assert one.similarity == 1
    # Of a reporter's own words, somebody's very words in other letters come before: "it" and "It".
    spoken = told.form is Form.DIRECT
    assert one.wording is Verdict.EXACT or (not spoken and one.wording is Verdict.TYPOGRAPHY)


@given(st.text(max_size=80))
def test_any_text_is_answered_or_refused(store: Store, quotation: str) -> None:
    try:
        answer = ask(store, quotation)
    except BadQuotation:
        return
    with store.view() as view:
        for one in answer.results:
            text = view.text(one.report.id) or ""
            pieces = tuple(text[start:end] for start, end in one.told.spans)
            assert pieces == one.told.pieces
