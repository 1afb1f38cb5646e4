"""Each verdict on a quotation, over a view in memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.statement import Form
from onrecord.errors import BadQuotation
from onrecord.query.verify.findings import Verdict, Verification
from onrecord.query.verify.verifying import verify
from onrecord.query.whom import whom
from tests.query.fake_view import FakeView
from tests.query.verify.reports import FERRY, LONG, TOWER, WALL, Told

TOLD = [
    Told("a"),
    Told("b", FERRY, "Bo Roe", Form.MIXED, "2024-05-07"),
    Told("c", TOWER, "Cy Orr", Form.INDIRECT, "2024-05-08"),
    Told("d", LONG, "Ann Lee", published="2024-05-09"),
]


def ask(quotation: str, *told: Told, by: str | None = None, **asked: int) -> Verification:
    view = FakeView([one.record() for one in told or TOLD])
    return verify(view, quotation, whom(view, by) if by else None, **asked)


@pytest.mark.parametrize(
    ("quotation", "verdict", "report"),
    [
        ("The harbour wall will not be rebuilt before the winter storms", Verdict.EXACT, "a"),
        ("“harbour wall will not be”", Verdict.EXACT, "a"),
        ("We have counted every boat in the bay.", Verdict.EXACT, "d"),
        ("never sail again", Verdict.EXACT, "b"),
        ("the Harbor wall will not be rebuilt", Verdict.TYPOGRAPHY, "a"),
        ("The harbour wall … before the winter storms", Verdict.CUT, "a"),
        ("We have counted every boat in the bay … vote on the quota", Verdict.CUT, "d"),
        ("The harbour wall will be rebuilt before the winter storms", Verdict.ALTERED, "a"),
        ("The harbor wal will not be rebuilt before winter storms", Verdict.ALTERED, "a"),
        ("it would never sail again", Verdict.INDIRECT, "b"),
        ("whatever the council wants", Verdict.INDIRECT, "b"),
        ("the old lighthouse deserves a coat", Verdict.INDIRECT, "c"),
        ("Nothing else was decided", Verdict.INDIRECT, "a"),
        (
            "counted every boat in the bay. The harbour wall will not be rebuilt",
            Verdict.SPLICED,
            "d",
        ),
    ],
)
def test_a_quotation_gets_its_verdict(quotation: str, verdict: Verdict, report: str) -> None:
    answer = ask(quotation)
    assert answer.verdict is verdict is answer.results[0].verdict
    assert answer.results[0].report.id == report
    assert answer.found


def test_what_nobody_said_is_not_in_the_record() -> None:
    answer = ask("A hundred geese flew over the mountains towards Denmark")
    assert (answer.verdict, answer.results, answer.found) == (Verdict.NOT_IN_RECORD, (), False)


def test_what_is_merely_near_is_told_as_such() -> None:
    answer = ask("The harbour wall shall be pulled down in the summer")
    assert answer.verdict is Verdict.NOT_IN_RECORD
    assert {one.verdict for one in answer.results} == {Verdict.NOT_IN_RECORD}
    assert answer.results[0].statement


def test_a_lost_not_is_flagged() -> None:
    [one] = ask("The harbour wall will be rebuilt before the winter storms").results
    assert one.negates
    assert [part.told.text for part in one.differences] == ["not "]


def test_the_words_of_another_than_is_asked_for_are_told_as_theirs() -> None:
    answer = ask("The harbour wall will not be rebuilt", by="Bo Roe")
    [one] = answer.results
    assert (answer.verdict, one.wording) == (Verdict.OTHER_SPEAKER, Verdict.EXACT)
    assert one.theirs is False
    assert one.statement
    assert one.statement.speakers[0].name == "Ann Lee"
    assert answer.by
    assert ask("The harbour wall will not be rebuilt", by="Lee").verdict is Verdict.EXACT


def test_somebody_whom_the_record_does_not_know_did_not_say_it_there() -> None:
    answer = ask("The harbour wall will not be rebuilt", by="Zed Nobody")
    assert answer.verdict is Verdict.OTHER_SPEAKER
    assert answer.by
    assert answer.by.person is None


def test_changed_words_of_another_are_changed_words() -> None:
    [one] = ask("The harbour wall will not be mended before the winter", by="Roe").results
    assert (one.verdict, one.theirs) == (Verdict.ALTERED, False)


def test_who_is_asked_for_comes_before_others_who_said_the_same() -> None:
    told = [replace(TOLD[0], id="z", who="Bo Roe", published="2024-01-01"), TOLD[0]]
    answer = ask("The harbour wall will not be rebuilt", *told, by="Ann Lee")
    assert [one.theirs for one in answer.results] == [True, False] or len(answer.results) == 1
    assert answer.verdict is Verdict.EXACT


@pytest.mark.parametrize("by", [None, "Ann Lee"])
def test_words_of_nobody_in_particular_are_unattributed(by: str | None) -> None:
    text = f"A leaflet was found on the pier.\n{WALL} it read.\n"
    told = Told("a", text=text, named=False, who="a leaflet")
    answer = ask("The harbour wall will not be rebuilt", told, by=by)
    assert answer.verdict is Verdict.UNATTRIBUTED


def test_quoted_words_without_a_statement_are_unattributed() -> None:
    text = "Ann Lee said hello.\n\n“Every gull on this pier is a thief and a liar.”\n"
    told = Told("a", "hello", "Ann Lee", Form.INDIRECT, text=text)
    answer = ask("Every gull on this pier is a thief", told)
    assert answer.verdict is Verdict.UNATTRIBUTED
    assert answer.results[0].statement is None


def test_words_are_somebodys_even_where_the_report_interrupts_them() -> None:
    text = "“The harbour wall,” Ann Lee said, “will not be rebuilt before the storms.”\n"
    told = Told("a", ("“The harbour wall,”", "“will not be rebuilt before the storms.”"), text=text)
    answer = ask("The harbour wall will not be rebuilt before the storms", told)
    assert answer.verdict in (Verdict.EXACT, Verdict.TYPOGRAPHY)
    whole = ask("“The harbour wall,” Ann Lee said, “will not be rebuilt”", told)
    assert whole.results[0].statement
    assert whole.results[0].similarity == 1


def test_a_quotation_over_paragraphs_is_one() -> None:
    pieces = ("“We counted every boat in the bay.", "“Nobody asked us to count them.”")
    text = f"Ann Lee said:\n{pieces[0]}\n{pieces[1]}\nThen she left.\n"
    answer = ask(
        "counted every boat in the bay. Nobody asked us to count", Told("a", pieces, text=text)
    )
    assert answer.verdict is Verdict.EXACT
    assert len(answer.results[0].told.spans) == 2


def test_among_equals_the_earliest_report_comes_first_and_all_are_counted() -> None:
    told = [
        Told("a", published="2024-05-08", outlet="The Post"),
        Told("b", published="2024-05-06", outlet="Fen News"),
        Told("c", published=None, outlet="The Post"),
    ]
    [one] = ask("The harbour wall will not be rebuilt", *told).results
    assert one.report.id == one.earliest.id == "b"
    assert [kept.report.id for kept in one.attestations] == ["b", "a", "c"]
    assert (one.outlets, one.independent) == (("Fen News", "The Post"), 3)


def test_the_wording_that_is_nearest_is_shown_though_another_report_was_first() -> None:
    told = [
        Told("a", published="2024-05-06", content=WALL.replace("will not", "won't ever")),
        Told("b", published="2024-05-07"),
    ]
    utterances = {("a", "s1"): "u_1", ("b", "s1"): "u_1"}
    view = FakeView([one.record() for one in told], utterances=utterances)
    [one] = verify(view, "The harbour wall will not be rebuilt before the winter storms").results
    assert (one.verdict, one.report.id, one.earliest.id) == (Verdict.EXACT, "b", "a")


def test_both_places_of_a_splice_are_told_in_the_order_of_the_quotation() -> None:
    [one] = ask("The harbour wall will not be rebuilt. Nobody asked us to. Next spring").results
    [other] = one.also
    assert (one.report.id, other.report.id) == ("a", "d")
    assert one.told.text == "The harbour wall will not be rebuilt"
    assert other.asked.start == one.asked.end


def test_two_people_in_two_reports_are_no_splice_of_anybodys_words() -> None:
    answer = ask("The harbour wall will not be rebuilt, the old lighthouse deserves a coat")
    assert answer.verdict is not Verdict.SPLICED


def test_few_words_must_be_the_very_words() -> None:
    assert ask("the winter storms").verdict is Verdict.EXACT
    assert ask("the summer storms").verdict is Verdict.NOT_IN_RECORD


def test_no_more_results_are_given_than_asked_for() -> None:
    told = [Told(f"a{number}", f"“Thing number {number} will not be rebuilt,”") for number in "345"]
    assert len(ask("will not be rebuilt", *told).results) == 3
    assert len(ask("will not be rebuilt", *told, limit=2).results) == 2


@given(st.text(max_size=80))
def test_any_text_is_answered_or_refused(quotation: str) -> None:
    try:
        answer = ask(quotation)
    except BadQuotation:
        return
    for one in answer.results:
        record = next(told for told in TOLD if told.id == one.report.id).record()
        for (start, end), piece in zip(one.told.spans, one.told.pieces, strict=True):
            assert record.article.text[start:end] == piece


@given(st.data())
def test_what_is_cut_out_of_a_statement_is_found_word_for_word(data: st.DataObject) -> None:
    told = data.draw(st.sampled_from(TOLD))
    words = str(told.content).split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    [one, *_] = ask(" ".join(words[first:last])).results
    assert one.wording is Verdict.EXACT
    assert one.similarity == 1
