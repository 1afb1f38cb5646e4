"""A name is the name alone, and its words get its tags."""

import pytest

from onrecord.domain.tagging import NameKind
from onrecord.segment.article import segment
from training.name_labels import NamedSpan, apart, tags_of, trimmed


def name(text: str, kind: NameKind = NameKind.PERSON) -> str | None:
    found = trimmed(text, NamedSpan(0, len(text), kind))
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("Sir Keir Starmer", "Keir Starmer"),
        ("Prime Minister Theresa May", "Theresa May"),
        ("Mr. Trump's", "Trump"),
        ("Hillary Clinton’s", "Hillary Clinton"),
        ("George W. Bush", "George W. Bush"),
        ("Martin Luther King Jr.", "Martin Luther King Jr."),
        ("Dean Baquet", "Dean Baquet"),
        ("the President", None),
        ("him", None),
        ("X", None),
    ],
)
def test_titles_articles_and_possessives_are_no_part_of_a_person(
    given: str, left: str | None
) -> None:
    assert name(given) == left


def test_a_body_keeps_words_that_would_be_titles() -> None:
    assert name("The Senate Judiciary Committee", NameKind.ORGANISATION) == (
        "Senate Judiciary Committee"
    )


def test_of_names_that_overlap_the_longest_stays() -> None:
    place, body = NamedSpan(14, 22, NameKind.PLACE), NamedSpan(0, 22, NameKind.ORGANISATION)
    later = NamedSpan(30, 33, NameKind.PERSON)
    assert apart([later, place, body]) == (body, later)


def test_the_words_of_a_name_are_tagged_begin_and_inside() -> None:
    text = "So Ann Lee left Rome."
    names = [NamedSpan(3, 10, NameKind.PERSON), NamedSpan(16, 20, NameKind.PLACE)]
    assert tags_of(segment(text), names).tolist() == [0, 1, 2, 0, 5, 0]
