"""Statements stand under the words of their source, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.span import Passage
from onrecord.domain.statement import Form, Source, Statement
from onrecord.interfaces.grouping import by_source, other_words


def statements(*sources: str) -> tuple[Statement, ...]:
    """One statement for each source, numbered; an empty source is none."""
    return tuple(
        Statement(
            id=f"s{number}",
            source=Source(Passage.cut(words, [(0, len(words))] if words else [])),
            cue=Passage.cut("", []),
            content=Passage.cut("x", [(0, 1)]),
            form=Form.DIRECT,
            probability=1.0,
        )
        for number, words in enumerate(sources, 1)
    )


@pytest.mark.parametrize(
    ("sources", "groups"),
    [
        (["Lee", "Roe", "Lee"], [("Lee", "s1 s3"), ("Roe", "s2")]),
        (["the mayor", "The  Mayor"], [("the mayor", "s1 s2")]),
        (["Lee", "Ann Lee"], [("Lee", "s1"), ("Ann Lee", "s2")]),
        (["", "Lee", ""], [("", "s1 s3"), ("Lee", "s2")]),
        ([], []),
    ],
)
def test_the_same_words_are_one_group_ordered_by_their_first_statement(
    sources: Sequence[str], groups: list[tuple[str, str]]
) -> None:
    found = by_source(statements(*sources))
    assert [(one.words, " ".join(s.id for s in one.statements)) for one in found] == groups


def test_a_pronoun_is_joined_only_with_the_one_right_before_it() -> None:
    found = by_source(statements("Lee", "he", "He", "Roe", "he"))
    assert [(one.words, len(one.statements)) for one in found] == [
        ("Lee", 1),
        ("he", 2),
        ("Roe", 1),
        ("he", 1),
    ]


def test_two_different_pronouns_in_a_row_are_two_groups() -> None:
    assert [one.words for one in by_source(statements("he", "she", "he"))] == ["he", "she", "he"]


def test_only_words_that_name_somebody_count_as_named() -> None:
    found = by_source(statements("Lee", "they", ""))
    assert [one.named for one in found] == [True, False, False]


def person(name: str, words: str) -> Entity:
    return Entity(name, words, EntityKind.PERSON, ())


def meant(statement: Statement, *ids: str) -> Statement:
    entity, *also = ids
    source = replace(statement.source, entity=entity, also=tuple(also))
    return replace(statement, source=source)


LEE, ROE = person("e1", "Ann Lee"), person("e2", "Jo Roe")


def test_whoever_is_one_person_is_one_group_under_the_fullest_name() -> None:
    mayor, she, roe = statements("the mayor", "she", "Roe")
    found = by_source([meant(mayor, "e1"), meant(roe, "e2"), meant(she, "e1")], [LEE, ROE])
    assert [(one.words, one.entities) for one in found] == [("Ann Lee", (LEE,)), ("Jo Roe", (ROE,))]
    assert [s.id for s in found[0].statements] == ["s1", "s2"]
    assert all(one.named for one in found)


def test_what_is_not_settled_keeps_its_words_beside_what_is() -> None:
    lee, she = statements("Lee", "she")
    assert [one.words for one in by_source([meant(lee, "e1"), she], [LEE])] == ["Ann Lee", "she"]


def test_words_like_a_name_are_not_joined_with_the_person_of_that_name() -> None:
    settled, unsettled = statements("Ann Lee", "Ann Lee")
    found = by_source([meant(settled, "e1"), unsettled], [LEE])
    assert [one.entities for one in found] == [(LEE,), ()]


def test_what_two_say_together_is_neither_ones_own() -> None:
    both, lee = statements("Lee and Roe", "Lee")
    found = by_source([meant(both, "e1", "e2"), meant(lee, "e1")], [LEE, ROE])
    assert [one.words for one in found] == ["Ann Lee and Jo Roe", "Ann Lee"]


def test_source_words_are_told_where_they_are_not_the_name() -> None:
    she, lee, none = statements("she", "ann  LEE", "")
    group = by_source([meant(she, "e1")], [LEE])[0]
    assert other_words(group, she) == "she"
    assert other_words(group, lee) is None
    assert other_words(group, none) is None
