"""Taking support away is no support, and no announcement is none."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.domain.statement import Act
from onrecord.domain.words import Words
from onrecord.relate.deeds.reversals import Reversals
from onrecord.relate.deeds.statement_words import SIGNS, StatementWords
from onrecord.segment.article import segment

SUPPORTS, COMMITS = tuple(Act).index(Act.SUPPORTS), tuple(Act).index(Act.COMMITS)


def weighed(text: str) -> np.ndarray:
    words = Words(segment(text))
    said = StatementWords((), (), (), tuple(range(len(words))), np.zeros(SIGNS, np.float32))
    shares = np.zeros(len(Act), np.float32)
    shares[SUPPORTS], shares[COMMITS] = 0.75, 0.25
    return Reversals(words).weighed(said, shares)


@pytest.mark.parametrize(
    "content",
    [
        "that he would scale back support for the islands",
        "that they would cut off all aid",
        "to withdraw their backing",
        "an end to funding for the fleet",
    ],
)
def test_what_takes_support_away_does_not_support(content: str) -> None:
    found = weighed(content)
    assert found[SUPPORTS] == 0
    assert found[COMMITS] == pytest.approx(1)


@pytest.mark.parametrize(
    "content", ["that she would support the fleet", "more aid for the islands", "the end of winter"]
)
def test_other_words_leave_the_judge_alone(content: str) -> None:
    assert weighed(content)[SUPPORTS] == 0.75


def test_no_announcement_commits_to_nothing() -> None:
    assert weighed("there would be no announcement on the islands")[COMMITS] == 0
    assert weighed("without any new promises")[COMMITS] == 0
    assert weighed("that he would make an announcement")[COMMITS] == 0.25
