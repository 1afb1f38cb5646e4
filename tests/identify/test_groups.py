"""Groups of people: which words are one, and that nothing found before them changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.entity import Entity, EntityKind
from tests.identify.marked import Told, identified

_SHOWN = """
the House Republicans voters anti - working class families Trump ’s supporters media . , police
officers illegal immigrants Affordable Care Act of Iran deal TPP ( ) Obamacare Title 8 é
"""
WORDS = st.sampled_from(_SHOWN.split())


def groups(told: Told) -> dict[str, list[str]]:
    """Each group's name with the words of its mentions."""
    return {
        one.name: [told.text[m.span.start : m.span.end] for m in one.mentions]
        for one in told.identified.spoken_of
        if one.kind is EntityKind.GROUP
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He blamed Republicans for it.", "Republicans"),
        ("He blamed House Republicans for it.", "House Republicans"),
        ("He wooed undecided voters.", "undecided voters"),
        ("The Norwegian refugees left.", "Norwegian refugees"),
        ("He scolded the mainstream media.", "mainstream media"),
        ("It hurts working-class families.", "working-class families"),
        ("It hurts African-Americans.", "African-Americans"),
        ("He met anti-war activists.", "anti-war activists"),
        ("He asked the American people.", "American people"),
        ("He asked the establishment.", "establishment"),
    ],
)
def test_a_group_is_named_with_the_words_that_tell_which(text: str, name: str) -> None:
    assert list(groups(identified(text))) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "He called police officers.",
        "Many people were there.",
        "He talked to families.",
        "It is a voters-only affair.",
        "It was an anti-establishment night, a middle-class one.",
        "He left the Green People's Party.",
        "He bought greens and danes.",
    ],
)
def test_other_words_are_no_group(text: str) -> None:
    assert groups(identified(text)) == {}


def test_a_name_before_it_belongs_to_the_group_and_stays_a_mention_of_its_own() -> None:
    told = identified("{Ana Ruiz} spoke. {Ruiz} supporters cheered. Then {Ruiz}'s critics left.")
    assert list(groups(told)) == ["Ruiz supporters", "Ruiz's critics"]
    assert told.who("Ruiz", 1) == "Ana Ruiz"


def test_the_same_words_are_one_group_whatever_their_case_and_article() -> None:
    told = identified("Voters left. The voters came. He met voters.")
    assert groups(told) == {"Voters": ["Voters", "voters", "voters"]}


def test_words_of_a_name_are_no_group() -> None:
    assert groups(identified("The {League of Women Voters|body} met.")) == {}


def test_a_group_is_nobodys_source_and_its_id_follows_the_others() -> None:
    told = identified(
        "Critics said it was late. {Ana Ruiz} left.", said=[("Critics", "it was late")]
    )
    assert told.identified.sources[0].entity is None
    assert [one.id for one in told.identified.entities] == ["e1"]
    assert [one.id for one in told.identified.spoken_of] == ["e2"]


def test_a_group_that_spoke_gets_no_second_entity() -> None:
    told = identified(
        "Republicans said it was late. He blamed Republicans.",
        said=[("Republicans", "it was late")],
    )
    assert [one.kind for one in told.entities] == [EntityKind.GROUP]
    assert groups(told) == {}


def test_a_group_is_the_same_in_every_report() -> None:
    first, second = identified("He blamed the Republicans."), identified("Republicans won.")
    assert identity(first) == identity(second) is not None


def identity(told: Told) -> str | None:
    return told.identified.spoken_of[0].identity


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_whatever_the_words_new_mentions_are_of_the_text_and_apart(text: str) -> None:
    check(text, identified(text).identified.spoken_of)


@given(st.text(max_size=80))
def test_whatever_the_letters_nothing_is_raised(text: str) -> None:
    check(text, identified(text.replace("{", "").replace("}", "")).identified.spoken_of)


def check(text: str, found: tuple[Entity, ...]) -> None:
    spans = sorted(mention.span for one in found for mention in one.mentions)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
