"""Statements stand under the words of their source, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.domain.span import Passage
from onrecord.domain.statement import Form, Source, Statement
from onrecord.interfaces.grouping import by_source


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
