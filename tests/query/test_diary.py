"""The diary over many reports: each occasion once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.domain.asked import EngagementsAsked
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.record import Record
from onrecord.query.diary import diary
from onrecord.query.entries import Entry
from tests.interfaces.fakes import Called, Known, Met, When, record_of
from tests.query.fake_view import FakeView

PEOPLE = {"Ann Lee": "Q1", "Bo Roe": None, "Cy Poe": None}
ANN, BO, CY = "Q1", "person:bo roe", "person:cy poe"
TALKS = "d_talks"


@dataclass(frozen=True)
class Told:
    """A report of one occasion; those of one ``entry`` are of the same."""

    id: str
    day: str | None = "2024-09-27"
    status: Status = Status.HELD
    published: str | None = "2024-09-28"
    who: tuple[str, ...] = ("Ann Lee", "Bo Roe")
    place: str = ""
    kind: EngagementKind = EngagementKind.MEETING
    entry: str = TALKS
    clock: str | None = None
    probability: float = 0.9

    def record(self) -> Record:
        text = f"{', '.join(self.who)} met in {self.place} then."
        article = Article(id=self.id, text=text, outlet=f"The {self.id}", published=self.published)
        known = [Known(one, [Called(one)], wikidata=PEOPLE.get(one)) for one in self.who]
        met = Met(
            text,
            self.kind,
            tuple(f"e{number}" for number in range(1, len(known) + 1)),
            self.status,
            self.place,
            When("then", self.day, clock=self.clock) if self.day else None,
            self.probability,
        )
        return record_of(article, (), known, [met])


def view_of(
    *told: Told,
    families: Mapping[str, str] | None = None,
    corrected: Mapping[str, Mapping[str, Any]] | None = None,
) -> FakeView:
    return FakeView(
        [one.record() for one in told],
        families=families or {},
        entries_of={(one.id, "g1"): one.entry for one in told},
        corrected={(id, "g1"): changes for id, changes in (corrected or {}).items()},
    )


def asked(*told: Told, **conditions: Any) -> list[Entry]:
    return list(diary(view_of(*told), EngagementsAsked(**conditions)))


def ids(entries: list[Entry]) -> list[str]:
    return [one.id for one in entries]


PLANNED = Told("a", status=Status.PLANNED, published="2024-09-20")
HELD = Told("b")


def test_what_is_planned_and_then_held_is_one_entry_with_its_history() -> None:
    [one] = asked(HELD, PLANNED)
    assert [(step.status, step.day) for step in one.history] == [
        (Status.PLANNED, "2024-09-20"),
        (Status.HELD, "2024-09-28"),
    ]
    assert (one.status, one.disagreements) == (Status.HELD, ())
    assert [each.report.id for step in one.history for each in step.told_by] == ["a", "b"]
    assert (one.outlets, one.independent) == (("The a", "The b"), 2)


def test_what_was_planned_stays_planned_until_a_report_says_otherwise() -> None:
    [one] = asked(Told("a", day="1999-01-01", status=Status.PLANNED, published="1998-12-30"))
    assert one.status is Status.PLANNED


def test_the_latest_report_says_how_it_stands_however_many_say_otherwise() -> None:
    told = [Told(f"p{number}", status=Status.PLANNED) for number in range(5)]
    [one] = asked(*told, Told("z", status=Status.CANCELLED, published="2024-09-29"))
    assert one.status is Status.CANCELLED
    [one] = asked(*told, Told("z", status=Status.CANCELLED, published=None))
    assert one.status is Status.PLANNED


@pytest.mark.parametrize(
    ("held", "planned", "status"),
    [
        ("2024-09-28", "2024-09-28", Status.HELD),
        ("2024-09-28T08:00:00Z", "2024-09-28T09:00:00Z", Status.PLANNED),
        ("2024-09-28T10:30:00+02:00", "2024-09-28T09:00:00Z", Status.PLANNED),
        ("2024-09-28", "2024-09-28T09:00:00Z", Status.HELD),
        (None, None, Status.HELD),
    ],
)
def test_of_one_days_reports_the_moment_tells_or_else_what_is_further_on(
    held: str | None, planned: str | None, status: Status
) -> None:
    told = [Told("a", published=held), Told("b", status=Status.PLANNED, published=planned)]
    assert asked(*told)[0].status is status


def test_that_it_took_place_and_that_it_is_denied_is_shown_with_who_says_so() -> None:
    [one] = asked(HELD, Told("c", status=Status.DENIED, published="2024-09-29"), PLANNED)
    [differ] = one.disagreements
    assert (differ.about, one.status) == ("status", Status.DENIED)
    assert [(said, [each.report.id for each in by]) for said, by in differ.versions] == [
        ("held", ["b"]),
        ("denied", ["c"]),
    ]


@pytest.mark.parametrize(("day", "many"), [("2024-09-20", 0), ("2024-09-30", 1), (None, 1)])
def test_what_is_called_off_and_held_later_after_all_is_no_disagreement(
    day: str | None, many: int
) -> None:
    [one] = asked(HELD, Told("c", status=Status.CANCELLED, published=day))
    assert len(one.disagreements) == many


@given(
    st.lists(st.sampled_from([None, "2024-09-20", "2024-09-28", "2024-09-30"]), max_size=3),
    st.lists(st.sampled_from([None, "2024-09-20", "2024-09-28", "2024-09-30"]), max_size=3),
)
def test_of_many_reports_one_that_calls_it_off_no_earlier_than_another_holds_it_is_enough(
    held: list[str | None], off: list[str | None]
) -> None:
    took_place = [Told(f"h{n}", published=day) for n, day in enumerate(held)]
    cancelled = [Told(f"o{n}", status=Status.CANCELLED, published=day) for n, day in enumerate(off)]
    expected = any(not (one and two and two < one) for one in held for two in off)
    found = [differ for one in asked(*took_place, *cancelled) for differ in one.disagreements]
    assert bool(found) == expected


def test_two_days_and_two_places_are_shown_and_vaguer_words_are_no_others() -> None:
    told = [
        Told("a", "2024-09-27", place="Town Hall, Malaga"),
        Told("b", "2024-09", place="Malaga", published="2024-09-29"),
        Told("c", None, published="2024-09-30"),
    ]
    [one] = asked(*told)
    assert one.disagreements == ()
    assert one.when
    assert (one.when.value, one.place.text) == ("2024-09-27", "Town Hall, Malaga")
    [one] = asked(*told, Told("d", "2024-09-26", place="Ronda", published="2024-09-30"))
    date, place = one.disagreements
    assert [said for said, _ in date.versions] == ["2024-09-27", "2024-09", "2024-09-26"]
    assert [said for said, _ in place.versions] == ["Town Hall, Malaga", "Malaga", "Ronda"]
    assert one.when
    assert (one.when.value, one.place.text) == ("2024-09-26", "Ronda")


def test_a_clock_tells_more_than_none() -> None:
    [one] = asked(Told("a", clock="15:00"), Told("b", published="2024-09-29"))
    assert one.when
    assert one.when.clock == "15:00"


def test_a_persons_decision_stands_whatever_later_reports_say_and_is_told() -> None:
    told = [PLANNED, Told("z", published="2024-10-01")]
    view = view_of(*told, corrected={"a": {"status": Status.CANCELLED}})
    [one] = diary(view, EngagementsAsked())
    assert one.status is Status.CANCELLED
    assert one.decided["status"].who == "ed"
    assert not list(diary(view, EngagementsAsked(statuses=frozenset([Status.HELD]))))


def test_everybody_whom_a_report_names_takes_part_whom_most_name_first() -> None:
    told = [
        Told("a", who=("Cy Poe", "Bo Roe"), published="2024-09-20"),
        Told("b", who=("Bo Roe", "Ann Lee")),
        Told("c", who=("Bo Roe", "Ann Lee")),
    ]
    [one] = asked(*told)
    assert [who.key for who in one.participants] == [BO, ANN, CY]
    assert ids(asked(*told, who=frozenset([CY]), beside=frozenset([ANN]))) == [TALKS]
    assert ids(asked(*told, beside=frozenset([CY]))) == [TALKS]
    assert ids(asked(*told, who=frozenset(["Q9"]))) == []


def test_a_full_name_is_the_one_whom_a_register_knows_by_it() -> None:
    unknown = Told("a").record()
    unknown = record_of(
        unknown.article,
        (),
        [Known("Ann Lee", [Called("Ann Lee")])],
        [Met("met", who=("e1",), when=When("then", "2024-09-27"))],
    )
    view = FakeView([unknown, HELD.record()], entries_of={("a", "g1"): TALKS, ("b", "g1"): TALKS})
    [one] = diary(view, EngagementsAsked())
    assert [who.key for who in one.participants] == [ANN, BO]


def test_copies_count_once_and_what_most_independent_reports_call_it_is_its_kind() -> None:
    visit = EngagementKind.VISIT
    told = [Told("a", kind=visit), Told("b", kind=visit), Told("c"), Told("d")]
    [one] = diary(view_of(*told, families={"a": "k", "b": "k"}), EngagementsAsked())
    assert (one.kinds, one.independent) == ((EngagementKind.MEETING, visit), 3)


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"statuses": frozenset([Status.HELD])}, [TALKS]),
        ({"statuses": frozenset([Status.PLANNED])}, ["d_2"]),
        ({"kinds": frozenset([EngagementKind.CALL])}, ["d_2"]),
        ({"since": "2024-10-01"}, ["d_2"]),
        ({"until": "2024-09-30"}, [TALKS]),
        ({"who": frozenset([ANN])}, [TALKS]),
        ({"least": 0.8}, [TALKS]),
        ({"limit": 1}, ["d_2"]),
        ({"limit": 0}, []),
        ({}, ["d_2", TALKS]),
    ],
)
def test_what_is_asked_holds_for_the_entry(conditions: dict[str, Any], found: list[str]) -> None:
    later = Told(
        "c",
        "2024-10-05",
        Status.PLANNED,
        who=("Bo Roe",),
        kind=EngagementKind.CALL,
        entry="d_2",
        probability=0.5,
    )
    assert ids(asked(PLANNED, HELD, later, **conditions)) == found


def test_an_entry_stands_by_the_day_that_holds_now() -> None:
    told = [
        Told("a", "2024-09-29", published="2024-09-20", entry="d_1"),
        Told("b", "2024-09-25", published="2024-09-21", entry="d_1"),
        Told("c", "2024-09-27", entry="d_2"),
        Told("d", None, entry="d_3"),
    ]
    assert ids(asked(*told)) == ["d_2", "d_1", "d_3"]


def test_no_more_is_looked_at_than_is_shown() -> None:
    days = [f"{1900 + number}-01-01" for number in range(400)]
    view = view_of(*(Told(day, day, entry=f"d_{day}") for day in days))
    assert len(list(diary(view, EngagementsAsked(limit=5)))) == 5
    assert view.looked_at < 40
    assert len(list(islice(diary(view, EngagementsAsked(limit=None)), 50))) == 50
    assert view.looked_at < 150


told_in_some_way = st.builds(
    Told,
    id=st.uuids().map(str),
    day=st.sampled_from([None, "2024-09-26", "2024-09-27", "2024-09", "2024-09-27/2024-09-29"]),
    status=st.sampled_from(Status),
    published=st.sampled_from([None, "2024-09-20", "2024-09-28", "2024-09-28T09:00:00Z"]),
    who=st.sampled_from([("Ann Lee",), ("Bo Roe", "Ann Lee"), ("Cy Poe", "Bo Roe")]),
    place=st.sampled_from(["", "Malaga", "Ronda"]),
    entry=st.sampled_from(["d_1", "d_2", "d_3"]),
)
many = st.lists(told_in_some_way, max_size=9)


@given(many.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_answer_does_not_hang_on_the_order_in_which_reports_were_added(
    orders: tuple[list[Told], list[Told]],
) -> None:
    one, other = (asked(*told) for told in orders)
    assert one == other


@given(many, st.sampled_from([ANN, BO, CY]), st.integers(0, 4))
def test_each_entry_is_told_once_with_all_its_reports_and_a_shorter_answer_is_its_beginning(
    told: list[Told], who: str, limit: int
) -> None:
    every = asked(*told)
    assert sorted(each.report.id for one in every for each in one.tellings) == sorted(
        one.id for one in told
    )
    theirs = [one for one in every if any(who == each.key for each in one.participants)]
    assert sorted(ids(asked(*told, who=frozenset([who]), limit=None))) == sorted(ids(theirs))
    assert asked(*told, limit=limit) == every[:limit]


@given(many)
def test_the_status_is_that_of_a_latest_report_and_days_fall(told: list[Told]) -> None:
    every = asked(*told)
    for one in every:
        published = [(each.report.published or "")[:10] for each in one.tellings]
        latest = [
            each for each in one.tellings if (each.report.published or "")[:10] == max(published)
        ]
        assert one.status in {each.engagement.status for each in latest}
        assert one.history[-1].status in {each.engagement.status for each in latest}
    days = [one.days.last.isoformat() if one.days else "" for one in every]
    assert days == sorted(days, reverse=True) or any(one.disagreements for one in every)
