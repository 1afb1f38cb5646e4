"""He and she go to the person meant, and to nobody where that is not sure."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.entity import MentionForm
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.words import Words
from onrecord.identify.anchors import Anchor, Referral, Spoken
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.identify.pronouns import (
    MOST_AHEAD,
    MOST_ANCHORS,
    MOST_NOUNS,
    MOST_PRONOUNS,
    Survey,
    answers,
    refer,
    sharpened,
)
from onrecord.segment.article import segment

WOMEN = {"Ana Ruiz": 0.99, "Ruiz": 0.99, "Mira Okafor": 0.98}
MEN = {"Peter Hall": 0.01, "Hall": 0.01, "Sam Duff": 0.02}
UNKNOWN = {"Lee Quarrie": None, "Quarrie": None}
PEOPLE = {**WOMEN, **MEN, **UNKNOWN}
CHAINS = {"Ruiz": 0, "Hall": 1, "Okafor": 2, "Duff": 3, "Quarrie": 4}


def anchors_in(article: SegmentedArticle) -> list[Anchor]:
    """Every name of ``PEOPLE`` in the report, the longest that stands at a place."""
    pattern = "|".join(sorted(PEOPLE, key=len, reverse=True))
    found = []
    for match in re.finditer(rf"\b(?:{pattern})\b", article.text):
        first, last = np.searchsorted(article.starts, match.span()).tolist()
        chain = CHAINS[match[0].split()[-1]]
        found.append(Anchor(first, last, chain, MentionForm.NAME, PEOPLE[match[0]]))
    return found


def referred(text: str, spoken: tuple[Spoken, ...] = ()) -> list[tuple[str, str | None]]:
    """Each pronoun with the surname of whom it was given to."""
    article = segment(text)
    names = {chain: surname for surname, chain in CHAINS.items()}
    return [
        (article.words[one.word], names[one.chain] if one.chain is not None else None)
        for one in by_hand(article, spoken)
    ]


def by_hand(article: SegmentedArticle, spoken: tuple[Spoken, ...] = ()) -> tuple[Referral, ...]:
    return refer(Words(article), anchors_in(article), spoken, None, PronounScorer.by_hand())


def place(article: SegmentedArticle, words: str) -> tuple[int, int]:
    """Where ``words`` stand first, in words of the report."""
    start = article.text.index(words)
    first, last = np.searchsorted(article.starts, (start, start + len(words))).tolist()
    return first, last


def test_she_is_the_woman_and_he_the_man() -> None:
    assert referred("Ana Ruiz met Peter Hall on Monday. She told him that it was over.") == [
        ("She", "Ruiz"),
        ("him", "Hall"),
    ]


def test_a_pronoun_with_a_verb_joined_to_it_is_one_too() -> None:
    assert referred("Ana Ruiz was tired. She’d slept badly.") == [("She’d", "Ruiz")]


def test_a_title_says_the_sex_of_whom_the_first_name_does_not() -> None:
    text = "Ms Quarrie met Peter Hall on Monday. She spoke first."
    assert referred(text) == [("She", "Quarrie")]


def test_an_earlier_pronoun_says_the_sex_of_whom_nothing_else_does() -> None:
    text = (
        "Lee Quarrie won. She beat Peter Hall. Quarrie thanked Hall. He left early. She stayed on."
    )
    assert referred(text) == [("She", "Quarrie"), ("He", "Hall"), ("She", "Quarrie")]


def test_nobody_answers_where_nobody_is_of_that_sex() -> None:
    assert referred("Ana Ruiz met Mira Okafor. He was late.") == [("He", None)]


def test_nobody_answers_where_nobody_is_named() -> None:
    assert referred("A man was found. He was alive.") == [("He", None)]


def test_two_men_side_by_side_leave_it_open() -> None:
    text = "The prize goes to Peter Hall and Sam Duff. Nobody knows if his friends will come."
    assert referred(text) == [("his", None)]


@pytest.mark.parametrize("words", ["he or she", "she or he", "he/she", "s/he"])
def test_he_or_she_is_nobody(words: str) -> None:
    assert {who for _, who in referred(f"Peter Hall asked who {words} might be.")} == {None}


def test_her_majesty_is_a_title() -> None:
    assert referred("Ana Ruiz knelt. Her Majesty smiled.") == [("Her", None)]


def test_nobody_is_he_in_his_own_quotation() -> None:
    text = "Peter Hall spoke of Sam Duff. “He will lose,” Hall said."
    article = segment(text)
    said = Spoken(
        (*place(article, "Hall said")[:1], place(article, "said")[0]),
        place(article, "said"),
        (place(article, "“He will lose,”"),),
    )
    assert ("He", "Hall") not in referred(text, (said,))


def test_he_may_be_the_speaker_of_an_indirect_statement() -> None:
    text = "Peter Hall said he would not resign."
    article = segment(text)
    said = Spoken(
        place(article, "Peter Hall"),
        place(article, "said"),
        (place(article, "he would not resign"),),
    )
    assert referred(text, (said,)) == [("he", "Hall")]


def test_a_long_run_of_pronouns_still_reaches_the_name() -> None:
    text = "Ana Ruiz won on Monday. " + "She thanked the voters of the city again. " * 12
    assert {who for _, who in referred(text)} == {"Ruiz"}


def test_the_deciding_anchor_is_of_the_chain_given() -> None:
    article = segment("Ana Ruiz met Peter Hall. She smiled. Hall said he was glad.")
    anchors = anchors_in(article)
    for one in by_hand(article):
        assert one.anchor is not None
        assert anchors[one.anchor].chain == one.chain


@given(
    st.lists(
        st.sampled_from(
            [*PEOPLE, "he", "She", "his", "her", "or", "said", ".", ",", "“", "”", "\n\n"]
        )
    )
)
def test_any_string_has_one_referral_a_pronoun_in_reading_order(words: list[str]) -> None:
    article = segment(" ".join(words))
    found = by_hand(article)
    pronouns = [
        at for at, w in enumerate(article.words) if w.lower() in ("he", "she", "his", "her")
    ]
    assert [one.word for one in found] == pronouns
    named = {anchor.chain for anchor in anchors_in(article)}
    for one in found:
        assert one.chain is None or one.chain in named
        assert 0 <= one.probability <= 1


def test_sharpened_shares_add_up_and_keep_their_order() -> None:
    found = sharpened({0: 0.6, 1: 0.3, -1: 0.1}, 2.0)
    assert sum(found.values()) == pytest.approx(1)
    assert found[0] > 0.6 > found[1] > found[-1]


def test_shares_too_small_to_matter_are_not_handed_on() -> None:
    assert set(sharpened({0: 0.9, 1: 0.0001, -1: 0.1}, 1.0)) == {0, -1}


def test_a_pronoun_looks_at_no_more_sites_however_long_the_report() -> None:
    names = " and ".join(f"Ana Ruiz, Peter Hall and a man met Mira Okafor {n}" for n in range(80))
    article = segment(names + " so he left. " + "He told her of him and her mother. " * 40)
    survey = Survey.of(Words(article), anchors_in(article), ())
    sizes = [
        len(answer.question.sites)
        for answer in answers(survey, None, PronounScorer.by_hand())
        if answer.question
    ]
    assert max(sizes) <= MOST_ANCHORS + MOST_AHEAD + MOST_NOUNS + MOST_PRONOUNS


def test_weights_of_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        PronounScorer({"linear": np.zeros(3), "none": np.zeros(3), "sharpness": np.ones(1)})
