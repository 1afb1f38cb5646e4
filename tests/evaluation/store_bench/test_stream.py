"""Generated records are records: everything in them is cut out of their text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.store_bench.skeleton import _all_spans, _passages
from evaluation.store_bench.sources import Sources
from evaluation.store_bench.stream import BATCH, Stream
from onrecord.domain.record import Record
from onrecord.domain.statement import Form


@pytest.fixture(scope="module")
def batch(examples: Sources) -> list[Record]:
    return list(Stream(examples, 1).batch(0))


def test_a_batch_has_as_many_reports_as_it_says_all_different(batch: list[Record]) -> None:
    assert len(batch) == BATCH == len({one.article.id for one in batch})


def test_all_words_of_a_record_are_those_of_its_text(batch: list[Record]) -> None:
    for record in batch:
        text = record.article.text
        for passage in _passages(record):
            assert passage.pieces == tuple(text[a:b] for a, b in passage.spans)
        assert all(0 <= a < b <= len(text) for a, b in _all_spans(record))


def test_every_statement_has_a_content_and_every_entity_is_there(batch: list[Record]) -> None:
    for record in batch:
        known = {one.id for one in record.entities}
        for one in record.statements:
            assert one.content
            assert one.source.entity is None or one.source.entity in known
        for engagement in record.engagements:
            assert known.issuperset(engagement.participants)
        assert all(one.mentions for one in record.entities)


def test_sentences_follow_one_another(batch: list[Record]) -> None:
    for record in batch:
        ends = [place for sentence in record.sentences for place in sentence]
        assert ends == sorted(ends)
        assert record.sentences


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 99), number=st.integers(0, 99))
def test_the_same_seed_gives_the_same_records(examples: Sources, seed: int, number: int) -> None:
    def some() -> Iterator[Record]:
        return islice(Stream(examples, seed).batch(number), 5)

    assert list(some()) == list(some())


def test_batches_differ(examples: Sources) -> None:
    stream = Stream(examples, 1)
    first, second = (next(stream.batch(number)) for number in (0, 1))
    assert first.article.text != second.article.text


def test_some_reports_are_copies_of_others(batch: list[Record]) -> None:
    texts = [one.article.text for one in batch]
    begins = [text[:200] for text in texts]
    assert len(set(begins)) < len(begins)
    assert len({one.article.url for one in batch}) == len(batch)


def test_some_quotations_are_in_reports_that_are_no_copies(batch: list[Record]) -> None:
    told: dict[str, set[str]] = {}
    for record in batch:
        for one in record.statements:
            if one.form is Form.DIRECT:
                begin = record.article.text[:200]
                told.setdefault(one.content.text.strip("“”\"'"), set()).add(begin)
    assert any(len(reports) > 1 for reports in told.values())


def test_no_sentence_of_the_examples_comes_back(examples: Sources, batch: list[Record]) -> None:
    drawn = " ".join(one.article.text for one in batch).split()
    read = {tuple(words) for words in _runs(_example_words())}
    runs = list(_runs(drawn))
    assert sum(tuple(run) in read for run in runs) < len(runs) / 100


def _runs(words: list[str], length: int = 10) -> Iterator[list[str]]:
    return (words[at : at + length] for at in range(0, len(words) - length))


def _example_words() -> list[str]:
    from tests.evaluation.store_bench.conftest import EXAMPLES

    return " ".join(p.read_text(encoding="utf-8") for p in sorted(EXAMPLES.glob("*.txt"))).split()
