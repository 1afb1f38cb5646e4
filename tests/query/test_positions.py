"""What somebody stands for, statement by statement, newest first."""

from __future__ import annotations

from onrecord.domain.article import Article
from onrecord.domain.exchange import Response
from onrecord.domain.record import Record
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act
from onrecord.query.positions import ACTS, Position, newest_first, positions_in
from tests.interfaces.fakes import Asked, Called, Does, Known, Said, When, record_of

TEXT = "Lee likes the pact and Roe. Asked why, Lee said no. When? on Monday then once. Roe agrees."
WHO = [Known("Ann Lee", [Called("Lee")]), Known("Jo Roe", [Called("Roe")])]


def whole(article: Article, passages: tuple[Passage, ...]) -> Passage:
    return Passage.cut(article.text, [(0, len(article.text))])


def record_with(
    *said: Said, published: str | None = "2024-09-26", asked: tuple[Asked, ...] = ()
) -> Record:
    return record_of(Article(id="a", text=TEXT, published=published), said, WHO, asked=asked)


def of_lee(record: Record) -> list[Position]:
    return list(positions_in(record, ["e1"], whole)["e1"])


def test_it_holds_the_words_the_target_and_what_it_was_read_from() -> None:
    does = Does(Act.SUPPORTS, "likes", "Roe", "e2", 0.7)
    [one] = of_lee(record_with(Said("the pact", "Lee", "likes", who="e1", sure=0.6, does=does)))
    assert (one.act, one.words.text, one.target_name) == (Act.SUPPORTS, "the pact", "Jo Roe")
    assert (one.probability, one.source_probability, one.act_probability) == (0.9, 0.6, 0.7)
    assert (one.statement, one.report.id, one.sentence.text) == ("s1", "a", TEXT)


def test_a_plan_without_an_owner_is_named_by_its_words() -> None:
    does = Does(Act.OPPOSES, target="the pact")
    [one] = of_lee(record_with(Said("no", "Lee", who="e1", does=does)))
    assert one.target_name == "the pact"


def test_only_acts_that_take_a_position_count() -> None:
    said = [Said("no", "Lee", who="e1", does=Does(act)) for act in Act]
    assert {one.act for one in of_lee(record_with(*said))} == set(Act) - {Act.INFORMS, Act.ASKS}
    assert set(ACTS) == set(Act) - {Act.INFORMS, Act.ASKS}


def test_what_is_said_together_is_everybodys_and_what_others_say_is_not() -> None:
    does = Does(Act.SUPPORTS)
    together = Said("no", "Lee", who="e2", also=("e1",), does=does)
    other = Said("agrees", "Roe", who="e2", does=does)
    nobody = Said("agrees", does=does)
    assert [one.statement for one in of_lee(record_with(together, other, nobody))] == ["s1"]


def test_a_question_that_was_not_answered_is_a_position() -> None:
    [one] = of_lee(record_with(asked=(Asked("why", "e1", response=Response.DECLINED),)))
    assert (one.act, one.words.text, one.statement, one.exchange) == (
        Act.DECLINES,
        "why",
        None,
        "x1",
    )


def test_a_question_that_a_statement_declines_is_told_once_with_the_question() -> None:
    said = Said("no", "Lee", who="e1", does=Does(Act.DECLINES), answers="x1")
    asked = Asked("why", "e1", answers=("s1",), response=Response.DECLINED)
    [one] = of_lee(record_with(said, asked=(asked,)))
    assert one.question
    assert (one.statement, one.question.text) == ("s1", "why")


def test_the_day_is_that_of_the_words_else_of_the_report_and_else_none() -> None:
    does = Does(Act.DENIES)
    said = [
        Said("no", who="e1", does=does, on=When("on Monday", "2024-09-23")),
        Said("no", who="e1", does=does, on=When("once", None)),
    ]
    days = [(one.day, one.reported) for one in of_lee(record_with(*said))]
    assert days == [("2024-09-23", False), ("2024-09-26", True)]
    days = [(one.day, one.reported) for one in of_lee(record_with(*said, published=None))]
    assert days == [("2024-09-23", False), (None, False)]


def test_the_newest_stands_first_and_what_has_no_day_last() -> None:
    values = ["2024-09-23", None, "2024-10", "2023", "2024-09-25/2024-09-26"]
    said = [Said("no", who="e1", does=Does(Act.DENIES), on=When("then", value)) for value in values]
    found = newest_first(of_lee(record_with(*said, published=None)))
    assert [one.day for one in found] == [
        "2024-10",
        "2024-09-25/2024-09-26",
        "2024-09-23",
        "2023",
        None,
    ]
