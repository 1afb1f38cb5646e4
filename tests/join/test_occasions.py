"""One occasion in several reports: who, when and where agree; what became of it plays no part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.join.occasions import LONGEST, Occasion, keys, same_occasion

MONDAY, TUESDAY = date(2024, 5, 6), date(2024, 5, 7)
MET = Occasion(
    EngagementKind.MEETING,
    frozenset({"Q1", "person:bo roe"}),
    MONDAY,
    MONDAY,
    ("Ely",),
    Status.HELD,
    "2024-05-07",
    "1",
)
ELSEWHERE = replace(MET, published="2024-05-05", family="2")


@pytest.mark.parametrize(
    "other",
    [
        replace(ELSEWHERE, status=Status.PLANNED),
        replace(ELSEWHERE, status=Status.CANCELLED),
        replace(ELSEWHERE, kind=EngagementKind.VISIT),
        replace(ELSEWHERE, place=()),
        replace(ELSEWHERE, place=("the town hall in Ely",)),
        replace(ELSEWHERE, first=MONDAY, last=date(2024, 5, 12)),
        replace(ELSEWHERE, participants=frozenset({"Q1"})),
        replace(ELSEWHERE, participants=MET.participants | {"Q3"}),
    ],
)
def test_what_agrees_is_one_occasion_and_shares_a_key(other: Occasion) -> None:
    assert same_occasion(MET, other)
    assert set(keys(MET)) & set(keys(other))


@pytest.mark.parametrize(
    "other",
    [
        replace(ELSEWHERE, first=TUESDAY, last=TUESDAY),
        replace(ELSEWHERE, place=("Cambridge",)),
        replace(ELSEWHERE, participants=frozenset({"Q1", "Q9"})),
        replace(ELSEWHERE, participants=frozenset({"Q1"}), place=()),
        replace(ELSEWHERE, participants=frozenset({"Q1"}), kind=EngagementKind.VISIT),
        replace(ELSEWHERE, participants=frozenset()),
        replace(ELSEWHERE, kind=EngagementKind.VOTE),
        replace(ELSEWHERE, first=None, last=None),
        replace(ELSEWHERE, first=date(2024, 1, 1), last=date(2024, 12, 31)),
    ],
)
def test_another_day_place_company_or_kind_is_another_occasion(other: Occasion) -> None:
    assert not same_occasion(MET, other)


RALLY = replace(MET, kind=EngagementKind.RALLY, participants=frozenset({"Q1"}))


def test_two_rallies_of_one_day_are_not_joined_by_a_report_that_names_no_place() -> None:
    nowhere = replace(RALLY, place=(), family="3")
    for place in ("Ely", "Cambridge"):
        assert not same_occasion(nowhere, replace(RALLY, place=(place,)))
    assert same_occasion(nowhere, replace(nowhere, family="4"))
    assert same_occasion(nowhere, replace(RALLY, family="3"))  # its own copy, cut less


def test_without_days_only_copies_of_one_report_tell_of_one_occasion() -> None:
    one = replace(MET, first=None, last=None)
    assert same_occasion(one, replace(one, status=Status.PLANNED))
    assert not same_occasion(one, replace(one, family="2"))


DAYS = st.none() | st.dates(date(2024, 5, 1), date(2024, 5, 20))
OCCASIONS = st.builds(
    Occasion,
    st.sampled_from(EngagementKind),
    st.frozensets(st.sampled_from(["Q1", "Q2", "person:bo roe"]), max_size=3),
    DAYS,
    DAYS,
    st.sampled_from([(), ("Ely",), ("the hall in Ely",), ("Cambridge",)]),
    st.sampled_from(Status),
    st.none(),
    st.sampled_from("12"),
)


@given(OCCASIONS, OCCASIONS)
def test_oneness_does_not_depend_on_the_order_and_goes_with_a_key(
    one: Occasion, other: Occasion
) -> None:
    same = same_occasion(one, other)
    assert same == same_occasion(other, one)
    if same:
        assert set(keys(one)) & set(keys(other))


@given(OCCASIONS)
def test_keys_are_few_integers_that_a_database_takes(one: Occasion) -> None:
    found = keys(one)
    assert len(found) <= max(1, LONGEST * len(one.participants))
    assert all(0 <= key < 2**63 for key in found)
