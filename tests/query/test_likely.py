"""A record without what is unlikely points at nothing that is gone."""

from __future__ import annotations

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.query.likely import likely
from tests.interfaces.fakes import Asked, Met, Said, record_of

TEXT = "yes no met asked left"


def record() -> Record:
    said = [Said("yes", answers="x1"), Said("no", probability=0.3, answers="x1")]
    asked = [Asked("asked", answers=("s1", "s2"))]
    met = [Met("met"), Met("left", probability=0.2)]
    return record_of(Article(id="a", text=TEXT), said, met=met, asked=asked)


def test_what_is_less_likely_than_the_floor_is_left_out_and_the_rest_keeps_its_id() -> None:
    kept = likely(record(), 0.5)
    assert [one.id for one in kept.statements] == ["s1"]
    assert [one.id for one in kept.engagements] == ["g1"]
    assert [one.answers for one in kept.exchanges] == [("s1",)]


def test_an_answer_to_a_question_that_is_left_out_answers_none() -> None:
    kept = likely(record(), 0.9)
    assert kept.exchanges == ()
    assert [one.exchange for one in kept.statements] == [None]


def test_it_says_that_it_is_not_the_whole_record() -> None:
    whole = record()
    assert likely(whole, 0) is whole
    digests = {likely(whole, floor).derivation.options_sha256 for floor in (0, 0.5, 0.6)}
    assert len(digests) == 3
    assert likely(whole, 0.5) == likely(whole, 0.50)
