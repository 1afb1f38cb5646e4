"""What somebody is told to leave open, or to rule out, is kept as a statement of theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribute.hedges import hedges
from onrecord.attribute.linking import Candidate
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.tagging import NameKind, Role, TaggedName, TaggedSpan, Tagging
from onrecord.resources import word_list
from onrecord.segment.article import segment


def tagged(article: SegmentedArticle, *names: str) -> Tagging:
    """A tagging in which the one-word ``names`` are names of persons."""
    places = [at for at, word in enumerate(article.words) if word in names]
    return Tagging((), (), tuple(TaggedName(NameKind.PERSON, at, at + 1, 0.9) for at in places))


def words(article: SegmentedArticle, part: TaggedSpan) -> str:
    return article.text[article.starts[part.first] : article.ends[part.last - 1]]


def found(text: str, *taken: Candidate) -> list[tuple[str, str, str]]:
    """Source, cue and content of each hedge; Ruiz, Dale and Reed are names."""
    article = segment(text)
    return [
        (words(article, one.source), words(article, one.cue), words(article, one.contents[0]))
        for one in hedges(article, tagged(article, "Ruiz", "Dale", "Reed"), taken)
        if one.source
    ]


def candidate(first: int, last: int) -> Candidate:
    """A candidate whose content is words ``[first, last)``, its cue the word before."""
    content = TaggedSpan(Role.CONTENT, first, last, 0.9)
    return Candidate(TaggedSpan(Role.CUE, first - 1, first, 0.9), (content,), None, 0.9, 0.9)


@pytest.mark.parametrize(
    "cue",
    [
        "did not rule out",
        "didn’t rule out",
        "has not ruled out",
        "has not yet ruled out",
        "would not rule out",
        "wouldn't explicitly rule out",
        "refused to rule out",
        "ruled out",
        "also ruled out",
        "left the door open to",
    ],
)
def test_what_is_left_open_or_ruled_out_is_found_however_it_is_put(cue: str) -> None:
    assert found(f"She {cue} a second vote.") == [("She", cue, "a second vote")]


def test_the_subject_is_a_pronoun_or_a_name_with_its_title() -> None:
    assert found("On Monday former Gov. Dale did not rule out a deal.")[0][0] == "former Gov. Dale"
    assert found("On Monday Mr. Dale did not rule out a deal.")[0][0] == "Mr. Dale"
    assert found("Ruiz did not rule out a deal.")[0][0] == "Ruiz"
    assert found("They did not rule out a deal.")[0][0] == "They"


@pytest.mark.parametrize(
    "text",
    [
        "The law did not rule out a deal.",
        "It did not rule out a deal.",
        "A spokesman for Ruiz did not rule out a deal.",
        "Reed and Dale did not rule out a deal.",
        "The judges who met Ruiz. Did not rule out a deal.",
        "If she ruled out a deal, the talks would end.",
        "A deal was ruled out.",
        "“He did not rule out a deal.”",
        "He did not rule out.",
        "She did not",
        "She did not rule",
    ],
)
def test_nothing_is_found_without_a_subject_of_its_own_or_without_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("She did not rule out a vote, but said it was late.", "a vote"),
        ("She did not rule out a vote; he did.", "a vote"),
        ("She did not rule out cuts, loans and sales.", "cuts, loans and sales"),
        ("She did not rule out “a vote, but a late one”, he wrote.", "“a vote, but a late one”"),
        ("She did not rule out a vote\n\nThe mayor left.", "a vote"),
    ],
)
def test_what_is_left_open_runs_to_the_end_of_its_clause(text: str, content: str) -> None:
    assert found(text)[0][2] == content


def test_words_that_another_attribution_has_are_left_to_it() -> None:
    text = "She did not rule out a second vote."
    assert found(text, candidate(6, 8)) == []
    assert found(text, candidate(2, 3)) == []


def test_attributions_beside_it_do_not_hinder() -> None:
    text = "He said no. She did not rule out a vote. He said so again."
    article = segment(text)
    both = candidate(2, 3), candidate(14, 15)
    assert [article.words[one.cue.first] for one in both] == ["said", "said"]
    assert len(found(text, *both)) == 1


PARTS = [
    *["She", "Ruiz", "Mr.", "did", "not", "has", "yet", "rule", "ruled", "out", "a", "vote"],
    *[",", ".", ";", "but", "“", "”", "\n\n", "if", "for"],
]


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_whatever_the_words_bounds_are_in_order_and_in_one_sentence(parts: list[str]) -> None:
    article = segment(" ".join(parts))
    proposed = hedges(article, tagged(article, "Ruiz"), ())
    for one in proposed:
        assert one.source is not None
        (content,) = one.contents
        assert one.source.first < one.source.last == one.cue.first < one.cue.last == content.first
        assert content.first < content.last <= len(article)
        assert article.sentences[one.source.first] == article.sentences[content.last - 1]
    ends = [one.contents[-1].last for one in proposed]
    assert all(end <= one.cue.first for end, one in zip(ends, proposed[1:], strict=False))


def test_no_phrase_is_without_a_word_that_reports_are_searched_for() -> None:
    telling = set(word_list("attribute", "hedges")["telling"])
    assert all(
        telling & set(phrase.split()) for phrase in word_list("attribute", "hedges")["alone"]
    )
    assert "rule" in telling
    assert "ruled" in telling
