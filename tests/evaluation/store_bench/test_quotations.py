"""Altered quotations differ from what was said, and only so much; being right is being first."""

from __future__ import annotations

from random import Random

import pytest

from evaluation.store_bench.quotations import WORDS, Altered, altered, check, right_first
from evaluation.store_bench.sources import Sources
from evaluation.store_bench.stream import Stream
from onrecord.domain.record import Record
from onrecord.query.verify.verifying import verify
from onrecord.store.tables.ids import statement_ids
from tests.query.fake_view import FakeView


@pytest.fixture(scope="module")
def batch(examples: Sources) -> list[Record]:
    return list(Stream(examples, 1).batch(0))[:20]


@pytest.fixture(scope="module")
def quotations(batch: list[Record]) -> list[Altered]:
    return altered(batch, Random(7), 40)


def test_each_is_of_a_statement_with_one_to_three_changes(
    batch: list[Record], quotations: list[Altered]
) -> None:
    texts = {one.article.id: one.article.text for one in batch}
    ids = {id_ for one in batch for id_ in statement_ids(one.article.id, one.statements)}
    assert len(quotations) == 40
    for one in quotations:
        assert one.statement in ids
        words = [texts[one.article][start:end] for start, end in one.spans]
        assert " ".join(words) == one.original
        assert WORDS[0] <= len(words) <= WORDS[1]
        assert 1 <= len(one.changes) <= 3


def test_words_are_altered_in_every_way(quotations: list[Altered]) -> None:
    assert {change for one in quotations for change in one.changes} == {
        "slip",
        "dropped",
        "swapped",
    }
    # Two equal neighbours swapped are what they were.
    assert sum(one.words != one.original for one in quotations) >= 38


def test_the_same_chance_alters_the_same(batch: list[Record], quotations: list[Altered]) -> None:
    assert altered(batch, Random(7), 40) == quotations


def test_the_right_statement_comes_first_where_it_is_and_never_where_it_is_not(
    batch: list[Record], quotations: list[Altered]
) -> None:
    there, elsewhere = FakeView(batch[:10]), FakeView(batch[10:])
    kept = {one.article.id for one in batch[:10]}
    mine = [one for one in quotations if one.article in kept]
    found = right_first(check(lambda words: verify(there, words), mine))
    assert found >= 0.9
    assert right_first(check(lambda words: verify(elsewhere, words), mine)) < found
    assert right_first([]) == 0
