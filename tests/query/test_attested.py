"""Words that several reports have from somebody."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.article import Article
from onrecord.domain.asked import StatementsAsked
from onrecord.domain.kept import KeptStatement
from onrecord.domain.record import Record
from onrecord.domain.report import Report
from onrecord.query.attested import attested, outlets_of
from tests.interfaces.fakes import Called, Known, Said, When, record_of
from tests.query.fake_view import FakeView


def report(id: str, words: str, day: str, who: str = "Ann Lee", on: str | None = None) -> Record:
    article = Article(id, f"{who} said then: {words}.", outlet=f"The {id}", published=day)
    said = Said(words, who, "said", who="e1", on=When("then", on) if on else None)
    return record_of(article, [said], [Known(who, [Called(who)])])


def view_of(*records: Record, one: str = "u_1") -> FakeView:
    return FakeView(records, utterances={(each.article.id, "s1"): one for each in records})


def everything(view: FakeView) -> Iterator[KeptStatement]:
    return view.statements(StatementsAsked(limit=None))


def test_the_wordings_differ_from_the_one_reported_first() -> None:
    view = view_of(
        report("a", "bread is never to be dear", "2024-01-01"),
        report("b", "bread is not to be dear", "2024-01-02"),
        report("c", "Bread is never to be dear", "2024-01-03"),
    )
    [one] = attested(view, everything(view), None, 10)
    first, other = one.wordings
    assert [each.report.id for each in first.told_by] == ["a", "c"]
    assert not first.differs
    assert [each.report.id for each in other.told_by] == ["b"]
    assert other.differs


def test_who_else_is_taken_for_the_speaker_is_told_with_the_reports() -> None:
    view = view_of(
        report("a", "bread is dear", "2024-01-02"),
        report("b", "bread is dear", "2024-01-01", who="Bo Roe"),
    )
    [one] = attested(view, everything(view), None, 10)
    [(who, told)] = one.speakers_elsewhere
    assert (who.name, [each.report.id for each in told]) == ("Bo Roe", ["b"])


def test_days_are_those_of_reports_that_give_one() -> None:
    view = view_of(
        report("a", "bread is dear", "2024-01-02", on="2023-12-30"),
        report("b", "bread is dear", "2024-01-01"),
        report("c", "bread is dear", "2024-01-03", on="2023-12"),
    )
    [one] = attested(view, everything(view), None, 10)
    assert one.said_on == ("2023-12-30", "2023-12")


def test_no_more_is_looked_up_than_is_asked_for() -> None:
    records = [report(str(number), f"word {number}", "2024-01-01") for number in range(30)]
    view = FakeView(records)
    assert len(list(attested(view, everything(view), 3, 2))) == 3
    assert view.looked_at == 3


def test_outlets_are_named_once_whatever_their_case() -> None:
    names = ("The Post", None, "THE POST", "Fen News")
    reports = [Report("a", None, name, None, None, None) for name in names]
    assert outlets_of(reports) == ("The Post", "Fen News")
