"""Questions that somebody would not answer, as every store gives them; ``conftest`` names them."""

from __future__ import annotations

from onrecord.domain.kept import KeptExchange
from onrecord.store.protocol import Store
from tests.contracts.reports import harbour, retold, silent
from tests.query.fake_view import FakeView

LEE, ROE = "Q1", "person:bo roe"


def add(store: Store, *records: object) -> None:
    with store.writing() as writer:
        for record in records:
            writer.add(record, "ann")  # type: ignore[arg-type]


def refused(store: Store, *keys: str) -> list[KeptExchange]:
    with store.view() as view:
        return list(view.refusals(keys))


def test_a_question_without_an_answer_is_given_with_its_sentence_and_report(store: Store) -> None:
    add(store, silent(), harbour())
    [one] = refused(store, LEE)
    assert one.exchange == silent().exchanges[0]
    assert one.sentence.text == "Ann Lee did not say whether the ferry will sail."
    assert (one.asked.name, one.day, one.report.outlet) == ("Ann Lee", "2024-06-03", "The Ely Post")


def test_a_statement_of_theirs_that_says_so_stands_for_it(store: Store) -> None:
    add(store, silent())
    assert refused(store, ROE) == []


def test_when_that_statement_is_struck_out_the_question_is_given(store: Store) -> None:
    add(store, silent())
    with store.view() as view:
        [said], _ = view.items(silent().article.id)
    with store.writing() as writer:
        writer.correct(said.id, {"struck": True}, "bea", "nobody said so")
    assert [one.exchange.id for one in refused(store, ROE)] == ["x2"]


def test_the_newest_report_comes_first_and_those_without_a_day_last(store: Store) -> None:
    older = retold(silent(), id="older", published="2023-01-01")
    undated = retold(silent(), id="an undated one", published=None)  # type: ignore[arg-type]
    newer = retold(silent(), id="newer", published="2025-01-01T08:00:00Z")
    add(store, older, undated, newer)
    found = refused(store, LEE, "nobody")
    assert [one.report.id for one in found] == ["newer", "older", "an undated one"]
    assert found[-1].day is None
    assert len({one.family for one in found}) == 1


def test_what_was_retracted_is_given_no_more(store: Store) -> None:
    add(store, silent())
    with store.writing() as writer:
        writer.remove(silent().article.id, "dan", "")
    assert refused(store, LEE) == []


def test_a_fake_view_gives_the_same(store: Store) -> None:
    records = [silent(), harbour(), retold(silent(), id="again", published="2024-07-01")]
    add(store, *records)
    for keys in ([LEE], [ROE], [LEE, ROE], []):
        told = [(one.report.id, one.exchange) for one in refused(store, *keys)]
        assert told == [(one.report.id, one.exchange) for one in FakeView(records).refusals(keys)]
