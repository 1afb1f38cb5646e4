"""Many reports in a real store: a statement with its attestations, an occasion with a history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.engagement import Status
from onrecord.domain.record import Record
from onrecord.ingest import article_from_text
from onrecord.query.attested import Attested
from onrecord.query.diary import diary
from onrecord.query.disagreements import About
from onrecord.query.entries import Entry
from onrecord.query.said import said
from onrecord.store.opening import open_store
from onrecord.store.protocol import Store
from tests.contracts.reports import lee, sentences
from tests.interfaces.fakes import Said, record_of
from tests.join.reports import (
    OF_THE_SAME_EVENING,
    WALL,
    agency_copies,
    met,
    printed,
    with_slogan,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "record.onrecord")
    yield opened
    opened.close()


def add(store: Store, *records: Record) -> None:
    with store.writing() as writer:
        for record in records:
            writer.add(record, "ann")


def utterances(store: Store, words: str = "") -> list[Attested]:
    with store.view() as view:
        return list(said(view, StatementsAsked(words=words)))


def entries(store: Store) -> list[Entry]:
    with store.view() as view:
        return list(diary(view, EngagementsAsked()))


def test_a_statement_of_41_outlets_is_one_with_three_independent_reports(store: Store) -> None:
    third = OF_THE_SAME_EVENING.replace("Ely’s fishermen are angry", "No calm in Ely").split("\n\n")
    others = [
        printed(OF_THE_SAME_EVENING, "fen", "2024-05-11"),
        printed("\n\n".join((third[0], third[2])), "post", "2024-05-09"),
    ]
    add(store, *agency_copies(), *others)
    [one] = utterances(store, "sea")
    assert len(one.attestations) == len(one.outlets) == 41
    assert one.independent == 3
    assert one.earliest.report.outlet == "post"


def test_it_is_the_same_whatever_came_first(store: Store) -> None:
    for record in reversed([printed(OF_THE_SAME_EVENING, "fen"), *agency_copies()]):
        add(store, record)
    [one] = utterances(store, "sea")
    assert (len(one.outlets), one.independent) == (40, 2)


def test_the_wordings_tell_who_has_which_and_where_they_differ(store: Store) -> None:
    mended = WALL.replace("any calmer", "any [safer]")
    article = article_from_text(mended, outlet="late", published="2024-05-12")
    words = mended[mended.index("“") : mended.index("”") + 1]
    spoken = Said(words, "Ann Lee", "told", who="e1")
    add(
        store,
        printed(WALL, "first"),
        sentences(record_of(article, said=[spoken], known=[lee("Ann Lee")])),
    )
    [one] = utterances(store, "sea")
    first, other = one.wordings
    assert [each.report.outlet for each in other.told_by] == ["late"]
    assert [(each.words, each.other_words) for each in other.differs] == [
        (("calmer",), ("safer",)),
    ]
    assert first.differs == ()


def test_a_slogan_of_two_days_is_two_utterances_each_with_its_reports(store: Store) -> None:
    add(
        store,
        with_slogan("post", "2024-05-07", "2024-05-06"),
        with_slogan("fen", "2024-05-08"),
        with_slogan("bell", "2024-09-02", "2024-09-01"),
    )
    found = utterances(store)
    assert [set(one.outlets) for one in found] == [{"bell"}, {"post", "fen"}]


def test_what_was_planned_and_held_later_is_one_entry_with_a_history(store: Store) -> None:
    add(
        store,
        met("bell", Status.HELD, "2024-05-06", published="2024-05-07"),
        met("post", Status.PLANNED, "2024-05-06"),
    )
    [entry] = entries(store)
    assert entry.status is Status.HELD
    assert [(step.status, step.day) for step in entry.history] == [
        (Status.PLANNED, "2024-05-05"),
        (Status.HELD, "2024-05-07"),
    ]
    assert entry.disagreements == ()


def test_reports_that_give_other_days_are_shown_with_who_says_what(store: Store) -> None:
    range_ = met("post", Status.HELD, "2024-05-06/2024-05-07", published="2024-05-08")
    add(
        store,
        range_,
        met("bell", Status.HELD, "2024-05-06", published="2024-05-08"),
        met("fen", Status.HELD, "2024-05-07", published="2024-05-08"),
    )
    [entry] = entries(store)
    [told] = entry.disagreements
    assert told.about is About.DATE
    assert {day: [each.report.outlet for each in by] for day, by in told.versions} == {
        "2024-05-06/2024-05-07": ["post"],
        "2024-05-06": ["bell"],
        "2024-05-07": ["fen"],
    }


@pytest.mark.parametrize(
    "other",
    [
        met("bell", Status.HELD, "2024-05-07"),
        met("bell", Status.HELD, "2024-05-06", place="Cambridge"),
    ],
)
def test_another_day_or_place_is_another_entry(store: Store, other: Record) -> None:
    add(store, met("post", Status.HELD, "2024-05-06"), other)
    assert len(entries(store)) == 2


def test_other_company_is_another_entry(store: Store) -> None:
    one = met("post", Status.HELD, "2024-05-06")
    other = met("bell", Status.HELD, "2024-05-06")
    strangers = tuple(
        replace(each, name=f"Cy {at}", wikidata=f"Q9{at}", identity=f"Q9{at}")
        for at, each in enumerate(other.entities)
    )
    add(store, one, replace(other, entities=strangers))
    assert len(entries(store)) == 2
