"""Laws, treaties and programmes: which words name one, and what else stands for it."""

from __future__ import annotations

import pytest

from onrecord.domain.entity import EntityKind
from tests.identify.marked import Told, identified


def laws(told: Told) -> dict[str, list[str]]:
    """Each law's name with the words of its mentions."""
    return {
        one.name: [told.text[m.span.start : m.span.end] for m in one.mentions]
        for one in told.identified.spoken_of
        if one.kind is EntityKind.LAW
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He signed the Clean Water Act on Monday.", "Clean Water Act"),
        ("He read the Freedom of Information Act of 1966.", "Freedom of Information Act of 1966"),
        ("Foes of the Land and Water Bill left.", "Land and Water Bill"),
        ("Under the Ruiz Doctrine it ended.", "Ruiz Doctrine"),
        ("He left the Trans-Arctic Partnership.", "Trans-Arctic Partnership"),
        ("It broke the Treaty of Bergen.", "Treaty of Bergen"),
        (
            "It broke the Convention on the Rights of the Child.",
            "Convention on the Rights of the Child",
        ),
        ("He backed Proposition 12.", "Proposition 12"),
        ("He backed Title IX.", "Title IX"),
        ("He left the Norway climate accord.", "Norway climate accord"),
        ("Critics of the Clean Water Act left.", "Clean Water Act"),
        ("He hates Obamacare.", "Obamacare"),
        ("He hates Dodd-Frank.", "Dodd-Frank"),
    ],
)
def test_a_law_is_found_by_its_name(text: str, name: str) -> None:
    assert list(laws(identified(text))) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The act was late, and the deal was off.",
        "The Act passed.",
        "He met Bill.",
        "He spoke at the Democratic National Convention.",
        "He hates obamacare and era.",
        "He made a climate deal.",
        "Title is what he asked for.",
    ],
)
def test_other_words_are_no_law(text: str) -> None:
    assert laws(identified(text)) == {}


def test_first_letters_stand_for_a_law_that_is_named() -> None:
    told = identified("The CWRA failed. He signed the Clean Water Repair Act. It was late.")
    assert laws(told) == {"Clean Water Repair Act": ["CWRA", "Clean Water Repair Act"]}


def test_what_stands_in_brackets_after_a_law_stands_for_it() -> None:
    told = identified("The Clean Water Treaty (CLEWAT) failed. CLEWAT was late.")
    assert laws(told) == {"Clean Water Treaty": ["Clean Water Treaty", "CLEWAT", "CLEWAT"]}


def test_a_nickname_and_the_full_name_are_one_law() -> None:
    told = identified("Obamacare failed. The Affordable Care Act did.")
    assert laws(told) == {"Affordable Care Act": ["Obamacare", "Affordable Care Act"]}


def test_a_name_within_a_law_stays_a_mention_of_its_own() -> None:
    told = identified("{Ana Ruiz} spoke. The {Ruiz} Amendment failed.")
    assert list(laws(told)) == ["Ruiz Amendment"]
    assert told.who("Ruiz", 1) == "Ana Ruiz"


def test_what_is_named_as_a_body_already_is_not_found_again() -> None:
    assert laws(identified("The {Clean Water Act|body} failed.")) == {}


def test_a_law_may_be_called_after_somebody_with_more_words() -> None:
    told = identified("{Ana Ruiz} spoke of the {Ana Ruiz} Clean Water Act.")
    assert list(laws(told)) == ["Ana Ruiz Clean Water Act"]


def test_whose_law_it_is_is_no_part_of_its_name() -> None:
    assert list(laws(identified("{Ana Ruiz}'s Clean Water Act failed."))) == ["Clean Water Act"]
