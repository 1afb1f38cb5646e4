"""Role phrases stand for people by what the report says, then by offices held on its day."""

from __future__ import annotations

from tests.identify.marked import FakeRegister, identified, person

RUIZ = person("Ana Ruiz", ("prime minister", "Norway", "2020-01-01", "2024-07-05"))
LOUD = person("John Loud", ("prime minister", "Norway", "2024-07-05", None), gender="male")
REGISTER = FakeRegister((RUIZ, LOUD))


def test_a_role_said_of_one_person_stands_for_that_person() -> None:
    told = identified("{Ana Ruiz}, the mayor, spoke. Then the mayor left.")
    assert told.who("mayor", 1) == "Ana Ruiz"
    assert told.rule("Ana Ruiz") == "full-name"


def test_a_title_before_a_name_is_a_role_said_of_it() -> None:
    told = identified("Senator {Ana Ruiz} spoke. Then the senator left.")
    assert told.who("senator") == "Ana Ruiz"
    (role,) = told.entities[0].roles
    assert role.title == "Senator"


def test_a_role_said_of_two_people_stands_for_neither() -> None:
    told = identified("Senator {Ana Ruiz} met Senator {Ida Lund}. Then the senator left.")
    assert told.who("senator") is None


def test_an_office_stands_for_whoever_held_it_on_the_day() -> None:
    before = identified(
        "{Ana Ruiz} met {John Loud}. The prime minister left.", day="2024-07-04", register=REGISTER
    )
    after = identified(
        "{Ana Ruiz} met {John Loud}. The prime minister left.", day="2024-07-06", register=REGISTER
    )
    assert before.who("prime minister") == "Ana Ruiz"
    assert after.who("prime minister") == "John Loud"


def test_a_former_office_stands_for_whoever_held_it_before() -> None:
    told = identified(
        "{Ana Ruiz} met {John Loud}. The former prime minister left.",
        day="2024-07-06",
        register=REGISTER,
    )
    assert told.who("former prime minister") == "Ana Ruiz"


def test_somebody_who_is_not_named_is_known_by_an_office_of_a_named_country() -> None:
    told = identified(
        "The {Norwegian|place} prime minister spoke.", day="2024-07-06", register=REGISTER
    )
    assert "John Loud" in told.names


def test_without_a_date_an_office_decides_nothing() -> None:
    told = identified("The {Norwegian|place} prime minister spoke.", register=REGISTER)
    assert "John Loud" not in told.names


def test_a_person_of_the_register_carries_its_identity() -> None:
    told = identified("{Ana Ruiz} spoke.", day="2023-01-01", register=REGISTER)
    (ruiz,) = told.entities
    assert (ruiz.wikidata, ruiz.identity, ruiz.row) == ("QAnaRuiz",) * 3


def test_the_same_name_and_role_is_the_same_local_person_in_two_reports() -> None:
    one = identified("Mayor {Ida Lund} spoke.")
    other = identified("There was {Ida Lund}, the mayor, again.")
    assert one.entities[0].identity == other.entities[0].identity
    assert str(one.entities[0].identity).startswith("local:")


def test_the_same_name_alone_is_not_the_same_person_in_two_reports() -> None:
    one = identified("{Ida Lund} spoke.")
    other = identified("There was {Ida Lund} again.")
    assert one.entities[0].identity != other.entities[0].identity


def test_a_surname_alone_is_nobody_in_particular() -> None:
    assert identified("{Lund} spoke.").entities[0].identity is None
