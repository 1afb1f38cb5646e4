"""Questions that are told by their refusal, and refusals of a question told before."""

from __future__ import annotations

import pytest

from tests.relate.exchanges.asked import asked

REFUSED = [
    "{Ana Ruiz} declined to comment.",
    "{Ana Ruiz} declined to say who paid for the bridge.",
    "{Ana Ruiz} refused to give details of the plan.",
    "{Ana Ruiz} declined an interview request.",
    "{Ana Ruiz} would not say who paid.",
    "{Ana Ruiz} wouldn’t discuss the plan.",
    "{Ana Ruiz} did not immediately respond to a request for comment.",
    "{Ana Ruiz} has not returned calls from the paper.",
    "{Ana Ruiz} didn't answer questions about the bridge.",
    "{Ana Ruiz} could not immediately be reached for comment.",
    "{Ana Ruiz} was not available for comment.",
    "{Ana Ruiz} had no immediate comment.",
    "{Ana Ruiz} took no questions from reporters.",
]


@pytest.mark.parametrize("report", REFUSED)
def test_a_refusal_is_a_question_that_was_declined(report: str) -> None:
    told = asked(report)
    assert (told.asked, told.responses) == (["Ana Ruiz"], ["declined"])


@pytest.mark.parametrize(
    "report",
    [
        "{Ana Ruiz} declined to run again.",
        "{Ana Ruiz} refused to say the words.",
        "{Ana Ruiz} would not close the bridge.",
        "{Ana Ruiz} did not respond to the letter of thanks.",
        "{Ana Ruiz} did not return to the city.",
        "{Ana Ruiz} was not available for the role.",
    ],
)
def test_what_is_refused_must_be_words(report: str) -> None:
    assert asked(report).exchanges == ()


def test_a_question_to_whoever_speaks_for_somebody_is_put_to_them() -> None:
    told = asked("A spokesman for {Ana Ruiz} declined to comment.")
    assert told.asked == ["Ana Ruiz"]
    assert told.questions == ["A spokesman for Ana Ruiz declined to comment"]


def test_a_spokesman_with_a_name_is_asked_himself() -> None:
    told = asked("{Bob Dale}, a spokesman for {Ana Ruiz}, declined to comment.")
    assert told.asked == ["Bob Dale"]


def test_nobody_known_is_asked_where_the_subject_is_nobody_known() -> None:
    told = asked("Two officials in the office of the mayor declined to comment on the bridge.")
    assert (told.asked, told.responses) == ([None], ["declined"])


def test_a_refusal_after_its_question_is_its_reply_and_no_other_question() -> None:
    told = asked(
        "{Bob Dale} asked {Ana Ruiz} who had paid for the bridge. {Ana Ruiz} declined to say."
    )
    assert (told.asked, told.asked_by) == (["Ana Ruiz"], ["Bob Dale"])
    assert told.responses == ["declined"]


def test_somebody_elses_refusal_is_another_question() -> None:
    told = asked(
        "{Bob Dale} asked {Ana Ruiz} who had paid for the bridge. {Cy Reed} declined to comment."
    )
    assert told.asked == ["Ana Ruiz", "Cy Reed"]


def test_what_the_refuser_adds_is_not_part_of_the_question() -> None:
    told = asked("{Ana Ruiz} declined to comment, saying [Ana Ruiz: the case was open].")
    assert told.questions == ["Ana Ruiz declined to comment"]


@pytest.mark.parametrize("verb", ["dodged", "sidestepped", "brushed aside"])
def test_a_question_that_was_avoided_was_deflected(verb: str) -> None:
    told = asked(f"{{Ana Ruiz}} {verb} a question about the bridge.")
    assert (told.asked, told.responses) == (["Ana Ruiz"], ["deflected"])


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("[Ana Ruiz: “We'll see,”] {Ana Ruiz} said.", "deflected"),
        ("[Ana Ruiz: “I'm not going to say,”] {Ana Ruiz} said.", "declined"),
        ("{Ana Ruiz} demurred. [Ana Ruiz: “It is late,”] {she=Ana Ruiz} said.", "deflected"),
        ("[Ana Ruiz: “No, it is safe,”] {Ana Ruiz} said.", "answered"),
    ],
)
def test_how_a_question_was_met_is_read_from_the_reply(answer: str, response: str) -> None:
    assert asked(f"{{Ana Ruiz}} was asked about the bridge. {answer}").responses == [response]
