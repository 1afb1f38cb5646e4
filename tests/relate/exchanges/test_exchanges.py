"""Questions put to somebody: whose they are, which words report them, who answers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.statement import Act
from tests.relate.exchanges.asked import asked

ASKED = [
    "Asked whether the bridge would be closed, {Ana Ruiz} said [Ana Ruiz: it would stay open].",
    "{Ana Ruiz} was asked whether the bridge would be closed. “[Ana Ruiz: It will stay open],” "
    "{she=Ana Ruiz} said.",
    "“[Ana Ruiz: It will stay open],” {Ana Ruiz} said when asked whether the bridge would close.",
    "{Bob Dale} asked {Ana Ruiz} if the bridge would be closed. “[Ana Ruiz: It will stay open],” "
    "{she=Ana Ruiz} said.",
    "When a reporter asked {Ana Ruiz} why the bridge was closed, {she=Ana Ruiz} said "
    "[Ana Ruiz: the cables were worn].",
    "{Bob Dale} pressed {Ana Ruiz} on the cost of the bridge. “[Ana Ruiz: It is paid for],” "
    "{she=Ana Ruiz} said.",
    "“[Ana Ruiz: It will stay open],” {Ana Ruiz} said in response to a question about the bridge.",
    "Would the bridge be closed? “[Ana Ruiz: It will stay open],” {Ana Ruiz} said.",
    "{Bob Dale} wanted to know whether the bridge would be closed.\n\n“[Ana Ruiz: It will stay "
    "open],” {Ana Ruiz} said.",
    "[Bob Dale: “Will the bridge be closed?”] {Bob Dale} asked.\n\n[Ana Ruiz: “It will stay open,”]"
    " {Ana Ruiz} said.",
]


@pytest.mark.parametrize("report", ASKED)
def test_a_question_is_told_with_whom_it_was_put_to_and_its_answer(report: str) -> None:
    told = asked(report)
    assert told.asked == ["Ana Ruiz"]
    assert len(told.answers()) == 1
    assert told.responses == ["answered"]


NOT_PUT = [
    "{Ana Ruiz} asked the council to close the bridge.",
    "{Bob Dale} asked {Ana Ruiz} to leave the room.",
    "{Bob Dale} didn't ask {Ana Ruiz} about the bridge.",
    "Voters should ask {Ana Ruiz} why the bridge is closed.",
    "{Bob Dale} challenged {Ana Ruiz} when she ran for mayor.",
    "Who would close a bridge in winter? Nobody in their right mind.",
    "“[Ana Ruiz: Who would close a bridge in winter? Not I],” {Ana Ruiz} said.",
    "{Ana Ruiz} would not say that the bridge was safe.",
    "{Bob Dale} questioned whether the bridge was safe. “[Ana Ruiz: It is],” {Ana Ruiz} said.",
    "Asked whether they liked the bridge, 40 percent of voters said yes.",
    "The survey answered several questions.",
]


@pytest.mark.parametrize("report", NOT_PUT)
def test_what_is_no_question_put_to_somebody_is_none(report: str) -> None:
    assert asked(report).exchanges == ()


def test_a_question_without_a_reply_is_kept() -> None:
    told = asked("{Ana Ruiz} was asked whether {she=Ana Ruiz} would stand. The meeting went on.")
    assert told.asked == ["Ana Ruiz"]
    assert told.answers() == []


def test_the_words_of_a_question_are_those_of_its_clause() -> None:
    told = asked("Asked whether it would close, {Ana Ruiz} said [Ana Ruiz: no], and left.")
    assert told.questions == ["Asked whether it would close"]
    told = asked("{Ana Ruiz} was asked about the bridge, but {she=Ana Ruiz} spoke of the road.")
    assert told.questions == ["Ana Ruiz was asked about the bridge"]


def test_whoever_asks_is_told_where_they_are_named() -> None:
    assert asked("{Bob Dale} asked {Ana Ruiz} whether it would close.").asked_by == ["Bob Dale"]
    by = asked("Asked by {Bob Dale} whether it would close, {Ana Ruiz} said [Ana Ruiz: no].")
    assert by.asked_by == ["Bob Dale"]
    assert asked("{Ana Ruiz} was asked whether it would close.").asked_by == [None]


def test_a_body_in_a_title_is_not_who_was_asked() -> None:
    told = asked("{Bob Dale} asked {Press=the Press} Secretary {Ana Ruiz} whether it would close.")
    assert told.asked == ["Ana Ruiz"]


def test_answers_go_on_until_somebody_else_speaks() -> None:
    told = asked(
        "Asked about the bridge, {Ana Ruiz} said [Ana Ruiz: it would stay open].\n\n"
        "“[Ana Ruiz: We have checked it],” {she=Ana Ruiz} said.\n\n"
        "{Bob Dale} said [Bob Dale: it was falling].\n\n"
        "“[Ana Ruiz: It is not],” {she=Ana Ruiz} said."
    )
    assert told.answers() == ["it would stay open", "We have checked it"]


def test_the_next_question_ends_the_answers() -> None:
    told = asked(
        "Asked about the bridge, {Ana Ruiz} said [Ana Ruiz: it would stay open]. "
        "Asked about the road, {she=Ana Ruiz} said [Ana Ruiz: it would not]."
    )
    assert [told.answers(0), told.answers(1)] == [["it would stay open"], ["it would not"]]


def test_the_probability_of_a_question_is_that_of_its_rule() -> None:
    led = asked("Asked whether it would close, {Ana Ruiz} said [Ana Ruiz: no].").exchanges[0]
    passive = asked("{Ana Ruiz} was asked whether it would close.").exchanges[0]
    assert 0.5 < passive.probability < led.probability < 1


def test_a_statement_that_declines_has_not_answered() -> None:
    report = "Asked about the road, {Ana Ruiz} said [Ana Ruiz: that is for another day]."
    assert asked(report, {0: Act.DECLINES}).responses == ["deflected"]
    assert asked(report, {0: Act.INFORMS}).responses == ["answered"]


def test_a_report_without_questions_has_none_and_an_empty_one_too() -> None:
    assert asked("{Ana Ruiz} opened the bridge.").exchanges == ()
    assert asked("").exchanges == ()


def test_the_same_report_gives_the_same_exchanges() -> None:
    report = " ".join(ASKED)
    assert asked(report).exchanges == asked(report).exchanges


def test_an_answer_of_several_sentences_may_stand_before_its_question() -> None:
    told = asked(
        "[Ana Ruiz: “No. It will stay open,”] {Ana Ruiz} said when asked about the bridge."
    )
    assert told.answers() == ["“No. It will stay open,”"]


WORDS = re.findall(
    r"\S+",
    'asked {Ana} {Bob} whether when , . ? “ ” " declined to comment would not say was by : A: Q:'
    " question response in about the and who spokesman for said pressed on did respond (x) —"
    " to know wanted not reached",
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_in_any_order_are_read_and_every_question_is_cut_from_them(
    words: list[str],
) -> None:
    told = asked(" ".join(words))
    for one in told.exchanges:
        for span, piece in zip(one.question.spans, one.question.pieces, strict=True):
            assert told.text[span.start : span.end] == piece != ""
    starts = [one.question.spans[0].start for one in told.exchanges]
    assert starts == sorted(set(starts))


def test_whoever_refuses_a_question_to_nobody_known_was_asked_it_and_the_one_before() -> None:
    told = asked(
        "Members wanted to know who had paid for the bridge. Others asked whether it was safe. "
        "{Ana Ruiz} would not say."
    )
    assert told.asked == ["Ana Ruiz", "Ana Ruiz"]
    assert told.responses == ["declined", "declined"]


def test_a_question_to_nobody_known_without_a_reply_is_left_out() -> None:
    assert asked("Members asked whether the bridge was safe. It was late.").exchanges == ()


def test_a_question_may_stand_ahead_of_its_answer_without_a_verb_of_asking() -> None:
    told = asked("As to whether the bridge was safe, {Ana Ruiz} said [Ana Ruiz: it was].")
    assert (told.questions, told.asked) == (
        ["As to whether the bridge was safe"],
        ["Ana Ruiz"],
    )


def test_two_questions_in_a_row_to_one_person_have_one_reply() -> None:
    told = asked(
        "{Ana Ruiz} was asked whether {she=Ana Ruiz} would stand. Asked whether the bridge was "
        "safe, {she=Ana Ruiz} said [Ana Ruiz: it was]."
    )
    assert [told.answers(0), told.answers(1)] == [["it was"], ["it was"]]


def test_a_question_after_which_no_reply_is_told_of_had_none() -> None:
    told = asked("{Ana Ruiz} was asked about the bridge. It was late. {Ana Ruiz} went home.")
    assert (told.answers(), told.responses) == ([], ["declined"])
