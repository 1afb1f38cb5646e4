"""Whom a name means in a record of many reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.domain.entity import EntityKind
from onrecord.domain.record import Record
from onrecord.domain.register import Register
from onrecord.query.meant import Meant
from onrecord.query.whom import Somebody, whom
from tests.interfaces.fakes import Called, Known, OfLees, Said, record_of
from tests.query.fake_view import FakeView


def called(name: str, id: str | None = None, kind: EntityKind = EntityKind.PERSON) -> Known:
    return Known(name, [Called(name)], kind, wikidata=id, identity=id)


def report(*known: Known, silent: Sequence[int] = ()) -> Record:
    """A report in which everybody but the ``silent`` says something; its id is its text."""
    text = " and ".join(f"{one.name} {one.wikidata or ''}" for one in known)
    article = Article(id=f"{text} {silent}", text=text)
    places = [place for place in range(1, len(known) + 1) if place not in silent]
    return record_of(article, [Said(known[one - 1].name, who=f"e{one}") for one in places], known)


def asked(question: str, *records: Record, register: Register | None = None) -> Meant[Somebody]:
    return whom(FakeView(records), question, register)


def keys(answer: Meant[Somebody]) -> list[str]:
    return sorted(answer.person.keys) if answer.person else []


ANN = called("Ann Lee", "Q1")


@pytest.mark.parametrize("question", ["Ann Lee", "ann lee", "Mrs Lee", "Lee", "Q1", " Ann  LEE "])
def test_a_name_a_surname_and_an_id_mean_the_one_who_bears_them(question: str) -> None:
    answer = asked(question, report(ANN), report(called("Bo Roe")))
    assert (keys(answer), answer.others) == (["Q1"], ())


@pytest.mark.parametrize("question", ["Ann Lee", "Lee", "Q1"])
def test_the_one_whom_a_register_knows_is_found_under_a_full_name_too(question: str) -> None:
    answer = asked(question, report(ANN), report(called("Ann Lee")))
    assert keys(answer) == ["Q1", "person:ann lee"]
    assert answer.person
    assert (answer.person.told, answer.person.name, answer.person.known_as) == (2, "Ann Lee", "Q1")


def test_a_full_name_of_two_whom_a_register_knows_is_neithers() -> None:
    answer = asked("Ann Lee", report(ANN), report(called("Ann Lee", "Q2")))
    assert (keys(answer), len(answer.others)) == ([], 2)
    assert keys(asked("Q2", report(ANN), report(called("Ann Lee", "Q2")))) == ["Q2"]


def test_a_surname_of_several_who_speak_is_not_settled_and_the_most_quoted_is_told_first() -> None:
    reports = [report(called("Bo Lee")), report(ANN), report(ANN, called("Cy Roe"))]
    answer = asked("Lee", *reports)
    assert answer.person is None
    assert [one.name for one in answer.others] == ["Ann Lee", "Bo Lee"]


def test_a_surname_is_theirs_who_speak_where_others_are_only_mentioned() -> None:
    assert keys(asked("Lee", report(ANN, called("Bo Lee"), silent=[2]))) == ["Q1"]


def test_whom_reports_name_by_a_surname_only_is_left_out_and_told() -> None:
    answer = asked("Lee", report(called("Ann Lee")), report(called("Lee")))
    assert keys(answer) == ["person:ann lee"]
    assert [one.name for one in answer.others] == ["Lee"]


def test_a_child_named_after_a_parent_is_somebody_else() -> None:
    reports = [report(called("Ann Lee")), report(called("Ann Lee Jr"))]
    assert keys(asked("Ann Lee", *reports)) == ["person:ann lee"]
    assert keys(asked("Ann Lee Jr.", *reports)) == ["person:ann lee jr"]


def test_a_register_tells_who_bears_a_name_that_no_report_has() -> None:
    lee = Known("Lee", [Called("Lee")], identity="reg-7", row="offices.csv:12")
    answer = asked("Ann Lee", report(lee), report(called("Ann Lee")), register=OfLees())
    assert keys(answer) == ["person:ann lee", "reg-7"]


def test_a_body_is_found_by_its_whole_name() -> None:
    treasury = called("the Treasury", None, EntityKind.ORGANISATION)
    record = report(treasury, called("Shadow Treasury", None, EntityKind.GROUP))
    assert keys(asked("the Treasury", record)) == ["body:treasury"]
    assert keys(asked("Treasury", record)) == ["body:treasury"]


@pytest.mark.parametrize("question", ["Zed", "", "...", "Ann", "Q9", "Jr"])
def test_who_is_in_no_report_is_nobody(question: str) -> None:
    answer = asked(question, report(ANN))
    assert (answer.person, answer.others) == (None, ())


PEOPLE = [ANN, called("Ann Lee"), called("Lee"), called("Bo Lee", "Q2"), called("Ann B. Lee")]


@given(
    st.lists(st.sampled_from(PEOPLE), max_size=5, unique_by=id).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    ),
    st.sampled_from(["Lee", "Ann Lee", "Q1"]),
)
def test_who_is_meant_does_not_hang_on_the_order_of_reports(
    orders: tuple[list[Known], list[Known]], question: str
) -> None:
    one, other = (asked(question, *map(report, order)) for order in orders)
    assert keys(one) == keys(other)
    assert [sorted(who.keys) for who in one.others] == [sorted(who.keys) for who in other.others]


@given(st.text(max_size=12))
def test_any_question_is_answered(question: str) -> None:
    assert asked(question, report(ANN)).person is None or keys(asked(question, report(ANN)))
