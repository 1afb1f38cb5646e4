"""Who is meant by a name over several reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.domain.article import Article
from onrecord.domain.entity import EntityKind
from onrecord.domain.record import Record
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act
from onrecord.query.meant import Meant
from onrecord.query.names import Asked
from onrecord.query.people import Person, sightings, who_is_meant
from tests.interfaces.fakes import Called, Does, Known, Said, record_of


def whole(article: Article, passages: tuple[Passage, ...]) -> Passage:
    return Passage.cut(article.text, [(0, len(article.text))])


def report(*known: Known, silent: Sequence[int] = ()) -> Record:
    """A report in which everybody but the ``silent`` supports something."""
    article = Article(id=str(report_number()), text=" ".join(one.name for one in known))
    said = [
        Said(one.name, who=f"e{place}", does=Does(Act.SUPPORTS))
        for place, one in enumerate(known, 1)
        if place not in silent
    ]
    return record_of(article, said, known)


_numbers = iter(range(10**6))


def report_number() -> int:
    return next(_numbers)


def called(name: str, wikidata: str | None = None, kind: EntityKind = EntityKind.PERSON) -> Known:
    return Known(name, [Called(name)], kind, wikidata=wikidata, identity=wikidata)


def meant(asked: str, *records: Record) -> Meant[Person]:
    found = [one for record in records for one in sightings(Asked(asked), record, whole)]
    return who_is_meant(found)


def seen(answer: Meant[Person]) -> list[str]:
    return [one.entity.name for one in answer.person.sightings] if answer.person else []


def test_one_identity_is_one_person_whatever_the_reports_call_them() -> None:
    records = [report(called("Donald Trump", "Q1")), report(called("Trump", "Q1"))]
    assert seen(meant("Donald Trump", *records)) == ["Donald Trump", "Trump"]
    assert seen(meant("Q1", *records)) == ["Donald Trump", "Trump"]


def test_two_people_of_one_surname_are_never_merged() -> None:
    records = [report(called("Hillary Clinton", "Q1")), report(called("Bill Clinton", "Q2"))]
    answer = meant("Clinton", *records)
    assert answer.person is None
    assert {one.name for one in answer.others} == {"Hillary Clinton", "Bill Clinton"}
    assert seen(meant("Bill Clinton", *records)) == ["Bill Clinton"]


def test_a_surname_is_theirs_who_speak_where_the_others_are_only_mentioned() -> None:
    answer = meant("Clinton", report(called("Hillary Clinton"), called("Bill Clinton"), silent=[2]))
    assert seen(answer) == ["Hillary Clinton"]


def test_a_surname_alone_joins_nobody() -> None:
    records = [report(called("Ann Lee")), report(called("Lee"))]
    answer = meant("Ann Lee", *records)
    assert seen(answer) == ["Ann Lee"]
    assert [one.name for one in answer.others] == ["Lee"]
    answer = meant("Lee", *records)
    assert (seen(answer), [one.name for one in answer.others]) == (["Ann Lee"], ["Lee"])
    assert [one.name for one in meant("Ann Lee", report(called("Lee"))).others] == ["Lee"]


def test_another_first_name_is_somebody_else() -> None:
    answer = meant("Ann Lee", report(called("Bo Lee")))
    assert (answer.person, answer.others) == (None, ())


def test_a_full_name_is_joined_over_reports_and_to_the_one_whom_a_register_knows() -> None:
    records = [
        report(called("Ann Lee")),
        report(called("Ann Lee", "Q1")),
        report(called("Ann Lee")),
    ]
    assert len(seen(meant("Ann Lee", *records))) == 3


def test_namesakes_whom_a_register_knows_apart_stay_apart() -> None:
    records = [report(called("Ann Lee", "Q1")), report(called("Ann Lee", "Q2"))]
    assert len(meant("Ann Lee", *records).others) == 2
    assert seen(meant("Q2", *records)) == ["Ann Lee"]


def test_a_middle_name_is_told_and_not_joined() -> None:
    answer = meant("George Bush", report(called("George Bush")), report(called("George W. Bush")))
    assert seen(answer) == ["George Bush"]
    assert [one.name for one in answer.others] == ["George W. Bush"]


@pytest.mark.parametrize("asked", ["Zed", "", "Ann", "Q9"])
def test_who_is_in_no_report_is_nobody(asked: str) -> None:
    answer = meant(asked, report(called("Ann Lee", "Q1")))
    assert (answer.person, answer.others) == (None, ())


def test_a_body_is_found_by_its_whole_name() -> None:
    record = report(called("Labour Party", None, EntityKind.ORGANISATION), called("Jo Party"))
    assert seen(meant("the Labour Party", record)) == ["Labour Party"]
