"""One name is the same however a report spells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.span import Span
from onrecord.join.names import Name, folded, name, names_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. D. Vance", "JD VANCE"),
        ("Luis Peña", "luis pena’s"),
        ("the Senate", "Senate"),
        ("“Ann Lee,”", "Ann Lee"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert name(one) == name(other)


def test_what_tells_a_child_from_a_parent_stands_apart() -> None:
    assert name("Ann Lee, Jr.") == Name(("ann", "lee"), "jr")
    assert name("Jr.") == Name(("jr",))


def test_an_entity_is_called_what_its_names_say_and_not_its_pronouns() -> None:
    text = "Ann Lee spoke. Lee left. She wept."
    mentions = (
        Mention(Span(0, 7), MentionForm.NAME, "full name"),
        Mention(Span(15, 18), MentionForm.NAME, "surname"),
        Mention(Span(25, 28), MentionForm.PRONOUN, "pronoun"),
    )
    entity = Entity("e1", "Ann Lee", EntityKind.PERSON, mentions)
    assert list(names_of(entity, text)) == [Name(("ann", "lee")), Name(("lee",))]


@given(st.text("abc XYZ.,", max_size=30))
def test_case_and_marks_around_words_make_no_difference(text: str) -> None:
    assert folded(text.upper()) == folded(f"“{text.lower()}”")
