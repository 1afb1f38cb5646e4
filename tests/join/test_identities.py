"""Who is the same person, body or law over reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.entity import Entity, EntityKind
from onrecord.join.identities import fuller, identity_of

PERSON = EntityKind.PERSON


def somebody(name: str, kind: EntityKind = PERSON, **known: str) -> Entity:
    return replace(Entity("e1", name, kind, ()), **known)


def key(entity: Entity, article: str = "a_1") -> str:
    return identity_of(entity, article).key


def test_whom_a_register_knows_is_joined_by_the_row_and_not_by_the_name() -> None:
    assert key(somebody("Ann Lee", wikidata="Q7", identity="Q7", row="r1")) == "Q7"
    assert key(somebody("Lee", identity="us:lee", row="us:lee")) == "us:lee"


def test_an_identity_without_a_row_does_not_keep_one_full_name_apart() -> None:
    mayor = somebody("Ann Lee", identity="local:mayor")
    unknown = somebody("ANN LEE", identity="local:other")
    assert key(mayor, "a_1") == key(unknown, "a_2") == "person:ann lee"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Lee", "Bo Lee"), ("Ann Lee", "Ann Lee Jr."), ("Ann Lee", "Ann B. Lee")],
)
def test_two_people_of_one_surname_stay_apart(one: str, other: str) -> None:
    assert key(somebody(one)) != key(somebody(other))


def test_a_surname_alone_is_nobody_in_particular() -> None:
    assert key(somebody("Lee"), "a_1") != key(somebody("Lee"), "a_2")
    assert key(somebody("Lee"), "a_1") == key(somebody("Lee"), "a_1")


def test_a_single_name_that_the_report_made_sure_of_is_joined_by_its_digest() -> None:
    lula = somebody("Lula", identity="local:12ab")
    assert key(lula, "a_1") == key(lula, "a_2") == "local:12ab"


@pytest.mark.parametrize("kind", [EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP])
def test_a_body_is_joined_by_one_word_whatever_sort_of_thing_it_is_taken_for(
    kind: EntityKind,
) -> None:
    assert key(somebody("the White House", kind)) == "body:white house"
    assert key(somebody("NATO", kind), "a_2") == "body:nato"


def test_a_person_a_body_and_a_law_of_one_name_stay_apart() -> None:
    kinds = (PERSON, EntityKind.ORGANISATION, EntityKind.LAW)
    assert len({key(somebody("Lincoln Pine", kind)) for kind in kinds}) == len(kinds)


def test_the_identity_says_who_it_is() -> None:
    found = identity_of(somebody("Ann Lee", wikidata="Q7"), "a_1")
    assert (found.name, found.kind, found.wikidata) == ("Ann Lee", PERSON, "Q7")


@given(st.permutations([somebody("Lee"), somebody("Ann Lee"), somebody("Ann LEE")]))
def test_the_fullest_name_is_shown_whichever_report_comes_first(order: list[Entity]) -> None:
    first, *rest = (identity_of(one, "a_1") for one in order)
    for one in rest:
        first = fuller(first, one)
    assert first.name == "Ann LEE"


@given(st.text(max_size=20), st.sampled_from(EntityKind))
def test_any_name_has_a_key(name: str, kind: EntityKind) -> None:
    assert key(somebody(name, kind))
