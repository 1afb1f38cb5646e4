"""All steps of relating together, on a report whose entities are marked by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from onrecord.domain.article import Article
from onrecord.domain.statement import Act, Statement
from onrecord.domain.tagging import Tagging
from onrecord.relate.relate import Related, Relater
from tests.relate.deeds.judges import RANK, Weights, by_cue
from tests.relate.deeds.told import people, statement, words_of

TEXT = "Asked whether it would rain, Ruiz said on Wednesday that it would. Ruiz accused Dale."
SAID = statement(TEXT, "it would.", "said", "Ruiz", "e1")
ACCUSED = replace(statement(TEXT, "Dale", "accused", "Ruiz", "e1"), id="s2")
NOTHING: Weights = {}


def related(
    deeds: Weights, *statements: Statement, published: str | None = "2024-09-26"
) -> Related:
    words = words_of(TEXT)
    tagging = Tagging((), (), traces=np.zeros((len(words), RANK), np.float16))
    relater = Relater(deeds, NOTHING)
    entities = people(TEXT, "Ruiz", "Dale")
    article = Article("one", TEXT, published=published)
    return relater.relate(article, words, tagging, statements, entities)


def test_a_statement_gets_its_deed_its_day_and_the_question_that_it_answers() -> None:
    found = related(by_cue(), SAID, ACCUSED)
    said, accused = found.statements
    (exchange,) = found.exchanges
    assert said.deed is not None
    assert said.deed.act is Act.INFORMS
    assert said.said_on is not None
    assert said.said_on.value == "2024-09-25"
    assert said.exchange == exchange.id
    assert accused.deed is not None
    assert accused.deed.act is Act.CRITICISES
    assert accused.said_on is None


def test_times_are_those_of_the_whole_report() -> None:
    assert [time.words.text for time in related(NOTHING).times] == ["Wednesday"]


def test_without_the_heads_times_and_questions_are_still_found() -> None:
    found = related(NOTHING, SAID)
    (said,) = found.statements
    assert said.deed is None
    assert said.said_on is not None
    assert len(found.exchanges) == 1
    assert found.engagements == ()


def test_without_a_publication_date_no_weekday_is_dated() -> None:
    (said,) = related(NOTHING, SAID, published=None).statements
    assert said.said_on is None
