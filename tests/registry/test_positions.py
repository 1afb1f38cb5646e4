"""Positions of the cabinets files as office, title and place; names of peers taken apart."""

from __future__ import annotations

import pytest

from registry.build import HERE
from registry.peerage import names_of
from registry.positions import Positions
from tests.register.people import LIST

POSITIONS = Positions.load(HERE / "positions.yaml", frozenset({"Ohio", "Alaska", "New York"}))


def read(position: str, country: str, home: str | None = None) -> tuple[str, str, str | None]:
    row = {"position": position, "start": "2015-01-03", "end": ""}
    term = POSITIONS.tenure(row, country, home, LIST)
    assert term is not None
    return term.office, term.title, term.place


@pytest.mark.parametrize(
    ("position", "country", "office"),
    [
        (
            "Prime Minister",
            "United Kingdom",
            ("Prime Minister (United Kingdom)", "prime minister", "United Kingdom"),
        ),
        (
            "President",
            "United States",
            ("President of the United States", "president", "United States"),
        ),
        ("Governor of Ohio", "United States", ("Governor of Ohio", "governor", "Ohio")),
        (
            "Secretary of State of Ohio",
            "United States",
            ("Secretary of State of Ohio", "secretary of state", "Ohio"),
        ),
        (
            "Governor of the Bank of England",
            "United Kingdom",
            (
                "Governor of the Bank of England (United Kingdom)",
                "bank of england governor",
                "United Kingdom",
            ),
        ),
        (
            "Secretary of Defence",
            "United States",
            ("Secretary of Defence (United States)", "defense secretary", "United States"),
        ),
        (
            "Secretary of State for Defence",
            "United Kingdom",
            (
                "Secretary of State for Defence (United Kingdom)",
                "defence secretary",
                "United Kingdom",
            ),
        ),
        (
            "Member of the 57th Parliament of the United Kingdom",
            "United Kingdom",
            ("Member of Parliament (United Kingdom)", "member of parliament", "United Kingdom"),
        ),
        (
            "member of the Alaska House of Representatives",
            "United States",
            ("Member of the Alaska House of Representatives", "state representative", "Alaska"),
        ),
        ("Mayor of London", "United Kingdom", ("Mayor of London", "mayor", "London")),
    ],
)
def test_a_position_is_read(position: str, country: str, office: tuple[str, str, str]) -> None:
    assert read(position, country) == office


def test_a_senators_place_is_the_home_state() -> None:
    assert read("United States senator", "United States", "Ohio") == (
        "United States Senator from Ohio",
        "senator",
        "Ohio",
    )


@pytest.mark.parametrize(
    "row",
    [
        {"position": "United States senator", "start": "2015", "end": ""},
        {"position": "Member of the Regional Council of Brittany", "start": "2015", "end": ""},
        {"position": "President", "start": "2015", "end": "2014"},
        {"position": "President", "start": "", "end": "2014"},
        {"position": "President", "start": "2030", "end": ""},
        {"position": "member of the State Senate of Ohio", "start": "1999", "end": "2003"},
    ],
)
def test_rows_that_say_too_little_or_that_nobody_asks_for_are_left_out(row: dict[str, str]) -> None:
    assert POSITIONS.tenure(row, "United States", None, LIST) is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Keir Starmer", {"Keir Starmer"}),
        ("Ray Lopez (politician)", {"Ray Lopez"}),
        (
            "David Cameron, Baron Cameron of Chipping Norton",
            {"David Cameron", "Lord Cameron", "Lord Cameron of Chipping Norton"},
        ),
        (
            "Susan Williams, Baroness Williams of Trafford",
            {"Susan Williams", "Baroness Williams", "Lady Williams"},
        ),
        ("Charles Wellesley, 9th Duke of Wellington", {"Charles Wellesley", "Duke of Wellington"}),
    ],
)
def test_a_peer_is_found_by_name_and_title(written: str, names: set[str]) -> None:
    found = names_of(written)
    assert names <= set(found)
    assert found[0] == written.split(",")[0].split(" (")[0]
