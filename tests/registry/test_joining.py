"""Rows that are one person are joined; rows that may not be stay apart."""

from __future__ import annotations

import pytest

from onrecord.domain.register import Origin, RegisteredPerson
from registry.joining import joined
from registry.origins import CABINETS, FACTBOOK, HAND_CHECKED, OPENSTATES
from tests.register.people import held, person

BELIEVED = Origin(HAND_CHECKED, "Apache-2.0", "2026-08-22", "x")
OLDER = Origin(f"{CABINETS} x", "x", "2022-07-08", "line 2")
BOOK = Origin(FACTBOOK, "x", "2026-01-17", "x")
STATES = Origin(OPENSTATES, "CC0-1.0", "2026-02-24", "x.yml")
ONE_HOLDER = frozenset({("president", "freedonia")})


def names(*rows: RegisteredPerson) -> list[set[str]]:
    return [{one.name, *one.aliases} for one in joined(rows, ONE_HOLDER)]


def president(name: str, start: str, origin: Origin) -> RegisteredPerson:
    return person(name, held("president", "Freedonia", start, origin=origin), origin=origin)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ann Lee", id="1", wikidata="Q1"), person("A. Lee", id="2", wikidata="Q1")),
        (
            person("Ann Lee", id="1", born="1960-01-02"),
            person("Ann Lee", id="2", born="1960-01-02"),
        ),
        (
            person("Ann Lee", held("mayor", "Malaga", "2001"), id="1"),
            person("Ann Lee", held("mayor", "Malaga", "2020"), id="2"),
        ),
        (
            person("Ann Lee", held("governor", "Ohio", "2020", origin=STATES), origin=STATES),
            person("Ann Lee", held("state senator", "Ohio", "2001"), id="2"),
        ),
        (
            president("Mohammed bin Lee", "2020-01-01", BOOK),
            president("M. Lee", "2020-02-09", OLDER),
        ),
    ],
)
def test_rows_of_one_person_are_joined(one: RegisteredPerson, other: RegisteredPerson) -> None:
    assert names(one, other) == [{one.name, other.name}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ann Lee", id="1"), person("Ann Lee", id="2")),
        (
            person("Ann Lee", id="1", wikidata="Q1", born="1960-01-02"),
            person("Ann Lee", id="2", wikidata="Q2", born="1960-01-02"),
        ),
        (
            person("Ann Lee", held("mayor", "Malaga", "2001"), id="1", born="1960"),
            person("Ann Lee", held("mayor", "Malaga", "2001"), id="2", born="1930-02-02"),
        ),
        (president("Ann Lee", "2010", OLDER), president("Bo Lee", "2025", BOOK)),
        (
            person("Ann Lee", held("senator", "Ohio", "2020"), id="1"),
            person("Ann Lee", held("state senator", "Ohio", "2001"), id="2"),
        ),
    ],
)
def test_rows_that_may_be_two_people_stay_apart(
    one: RegisteredPerson, other: RegisteredPerson
) -> None:
    assert len(names(one, other)) == 2


def test_the_most_believed_name_is_the_name_and_facts_come_from_all() -> None:
    rows = (
        person("Anne Lee", id="2", wikidata="Q1", gender="female", origin=OLDER),
        person("Ann Lee", id="1", wikidata="Q1", origin=BELIEVED),
    )
    (one,) = joined(rows, ONE_HOLDER)
    assert (one.id, one.name, one.aliases, one.gender) == ("Q1", "Ann Lee", ("Anne Lee",), "female")
