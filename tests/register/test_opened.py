"""A register's look-ups, on people made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.register import RegisteredPerson
from onrecord.errors import RegisterError
from onrecord.register.opened import OpenedRegister, opened
from onrecord.register.tables import packed
from tests.register.people import held, person, register

OLD = person("Ada Old", held("prime minister", "Freedonia", "2010-01-01", "2024-07-05"))
NEW = person(
    "Bea van New",
    held("prime minister", "Freedonia", "2024-07-05"),
    held("senator", "Ohio", "2020", "2024-06"),
    aliases=("Bebe New",),
    wikidata="Q1",
    gender="female",
    born="1970-02-03",
)
SON = person("Cal New Jr.", died="2001")
PLACES = {"freedonia": "Freedonia", "freedonian": "Freedonia"}


@pytest.fixture(scope="module")
def three() -> OpenedRegister:
    return register(OLD, NEW, SON, places=PLACES)


def names(people: tuple[RegisteredPerson, ...]) -> list[str]:
    return [one.name for one in people]


def test_a_person_comes_back_as_written(three: OpenedRegister) -> None:
    assert set(three) == {OLD, NEW, SON}
    assert three.named("Bea van New") == (NEW,)


def test_a_name_an_alias_and_a_name_with_an_initial_more_find_somebody(
    three: OpenedRegister,
) -> None:
    assert names(three.named("BEBE NEW")) == ["Bea van New"]
    assert names(three.named("Ada B. Old")) == ["Ada Old"]
    assert three.named("Ada") == ()


def test_a_surname_finds_all_who_have_it_and_a_longer_one_fewer(three: OpenedRegister) -> None:
    assert set(names(three.surnamed("New"))) == {"Bea van New", "Cal New Jr."}
    assert names(three.surnamed("van New")) == ["Bea van New"]
    assert three.surnamed("ew") == ()
    assert three.surnamed("") == ()


def test_a_first_name_finds_all_who_have_it(three: OpenedRegister) -> None:
    assert names(three.first_named("Bebe")) == ["Bea van New"]
    assert three.first_named(".*") == ()


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2009-12-31", []),
        ("2024-07-04", ["Ada Old"]),
        ("2024-07-05", ["Bea van New", "Ada Old"]),
        ("2024-07-06", ["Bea van New"]),
        ("2026-08-22", ["Bea van New"]),
        ("2026-08-23", []),
    ],
)
def test_an_office_is_held_until_its_term_ends_or_is_known(
    three: OpenedRegister, day: str, holders: list[str]
) -> None:
    assert names(three.in_office("prime minister", "Freedonia", day)) == holders


def test_a_term_known_by_month_or_year_covers_all_of_it(three: OpenedRegister) -> None:
    assert names(three.in_office("senator", "Ohio", "2024-06-30")) == ["Bea van New"]
    assert three.in_office("senator", "Ohio", "2024-07-01") == ()
    assert three.in_office("senator", "Ohio", "2019-12-31") == ()


def test_a_place_may_be_left_out_or_be_an_adjective(three: OpenedRegister) -> None:
    assert names(three.in_office("the PM", None, "2025-01-01")) == ["Bea van New"]
    assert names(three.in_office("PM", "Freedonian", "2025-01-01")) == ["Bea van New"]
    assert three.in_office("PM", "Sylvania", "2025-01-01") == ()


def test_an_office_called_otherwise_there_is_found_by_the_common_title() -> None:
    lone = register(person("Ed Ex", held("chancellor", "Austria", "2000")))
    assert names(lone.in_office("prime minister", "Austria", "2010-01-01")) == ["Ed Ex"]


def test_another_office_does_not_stand_in_for_a_vacant_one() -> None:
    both = register(
        person("Pia", held("prime minister", "Austria", "2000", "2001")),
        person("Ed Ex", held("chancellor", "Austria", "2000")),
    )
    assert both.in_office("prime minister", "Austria", "2010-01-01") == ()


def test_everybody_is_found_by_id(three: OpenedRegister) -> None:
    assert [three.identified(one.id) for one in three] == list(three)
    assert three.identified("Q2") is None


PEOPLE = st.lists(
    st.builds(
        person,
        st.text(st.characters(categories=("Lu", "Ll", "Zs", "Lo")), min_size=1, max_size=12),
        wikidata=st.one_of(st.none(), st.just("Q7")),
        id=st.uuids().map(str),
    ),
    max_size=12,
)


@given(PEOPLE, st.randoms())
def test_the_order_of_people_does_not_matter(
    people: list[RegisteredPerson], random: object
) -> None:
    shuffled = list(people)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert packed(shuffled) == packed(people)
    assert set(OpenedRegister(packed(people))) == set(people)


@pytest.mark.parametrize("content", [b"", b"{}", b"no register\n", b'{"tables": {}}\n', b"[1]\n"])
def test_a_file_that_is_no_register_is_refused_by_name(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "people.register"
    path.write_bytes(content)
    with pytest.raises(RegisterError, match=r"people\.register"):
        opened(path)


def test_a_register_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "later.register"
    path.write_bytes(packed([]).replace(b'"format":1', b'"format":2'))
    with pytest.raises(RegisterError, match="another version"):
        opened(path)


def test_a_register_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="gone"):
        opened(tmp_path / "gone.register")
