"""A chain is tied to a person of the register only where more than the name speaks for it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.register import RegisteredPerson
from tests.identify.marked import ORIGIN, FakeRegister, identified, person


def little_known(
    name: str, title: str, place: str, start: str, end: str | None
) -> RegisteredPerson:
    """Somebody whom no report would name by the surname alone."""
    one = person(name, (title, place, start, end))
    tenures = tuple(replace(t, origin=replace(ORIGIN, name="a list")) for t in one.tenures)
    return replace(one, tenures=tenures)


MAYOR = little_known("Ana Ruiz", "mayor", "Norway", "2020-01-01", None)
MINISTER = person("Ida Lund", ("prime minister", "Norway", "2020-01-01", None))


def test_the_place_of_the_office_speaks_for_a_full_name() -> None:
    told = identified(
        "In {Norway|place}, {Ana Ruiz} spoke.", day="2023-01-01", register=FakeRegister((MAYOR,))
    )
    assert told.wikidata("Ana Ruiz") == "QAnaRuiz"


def test_a_full_name_alone_is_not_enough_for_the_little_known() -> None:
    told = identified("{Ana Ruiz} spoke.", day="2023-01-01", register=FakeRegister((MAYOR,)))
    assert told.wikidata("Ana Ruiz") is None


def test_the_role_in_the_text_speaks_for_a_full_name() -> None:
    told = identified("Mayor {Ana Ruiz} spoke.", day="2023-01-01", register=FakeRegister((MAYOR,)))
    assert told.wikidata("Ana Ruiz") == "QAnaRuiz"


def test_an_office_not_yet_held_speaks_for_nobody() -> None:
    told = identified("Mayor {Ana Ruiz} spoke.", day="2019-01-01", register=FakeRegister((MAYOR,)))
    assert told.wikidata("Ana Ruiz") is None


def test_a_surname_alone_is_a_holder_of_a_top_office_that_day_and_no_other() -> None:
    register = FakeRegister((MINISTER, MAYOR))
    top = identified("{Lund} spoke.", day="2023-01-01", register=register)
    other = identified("{Ruiz} spoke in {Norway|place}.", day="2023-01-01", register=register)
    assert top.names == ["Ida Lund"]
    assert other.wikidata("Ruiz") is None


def test_two_people_the_name_fits_are_candidates_and_neither_is_chosen() -> None:
    twin = replace(MAYOR, id="Q2", wikidata="Q2")
    told = identified(
        "Mayor {Ana Ruiz} spoke.", day="2023-01-01", register=FakeRegister((MAYOR, twin))
    )
    (entity,) = told.entities
    assert entity.wikidata is None
    assert [(one.wikidata, one.probability) for one in entity.candidates] == [
        ("Q2", 0.5),
        ("QAnaRuiz", 0.5),
    ]


def test_the_long_dead_are_not_meant() -> None:
    register = FakeRegister((replace(MAYOR, died="2001-05-05"),))
    told = identified("Mayor {Ana Ruiz} spoke.", day="2023-01-01", register=register)
    assert told.wikidata("Ana Ruiz") is None


def test_each_mention_of_a_known_person_names_the_registers_row() -> None:
    told = identified(
        "{Ida Lund} came. {Lund} spoke.", day="2023-01-01", register=FakeRegister((MINISTER,))
    )
    assert [mention.row for mention in told.entities[0].mentions] == ["QIdaLund", "QIdaLund"]
