"""What the words around a name or a pronoun say of it."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.domain.entity import MentionForm
from onrecord.domain.words import Words
from onrecord.identify.anchors import Anchor, Spoken
from onrecord.identify.pronoun_sites import (
    NOBODY,
    Kind,
    Site,
    Surveyor,
    anchor_sites,
    is_generic,
    noun_sites,
    pronoun_sites,
)
from onrecord.segment.article import segment


def surveyed(text: str, spoken: tuple[Spoken, ...] = ()) -> Surveyor:
    return Surveyor(Words(segment(text)), spoken)


def site_of(text: str, name: str = "Ruiz", share: float | None = None) -> Site:
    """The site of the first ``name`` in the text."""
    surveyor = surveyed(text)
    at = surveyor.words.words.index(name)
    return anchor_sites(surveyor, [Anchor(at, at + 1, 0, MentionForm.NAME, share)])[0]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("They saw her.", "object"),
        ("They told her that it was over.", "object"),
        ("They saw her mother.", "possessive"),
        ("His mother came.", "possessive"),
        ("She’d come.", "subject"),
        ("He hurt himself.", "subject"),
    ],
)
def test_a_pronoun_has_its_case(text: str, case: str) -> None:
    assert pronoun_sites(surveyed(text))[0].case == case


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz won.",
        "Ruiz, the party’s new leader, won.",
        "Ruiz (Labour) won.",
        "On Monday Ruiz won.",
    ],
)
def test_a_name_before_its_verb(text: str) -> None:
    assert site_of(text).before_verb


@pytest.mark.parametrize("text", ["They beat Ruiz.", "Ruiz and Hall won.", "For Ruiz, it is over."])
def test_a_name_without_a_verb_of_its_own(text: str) -> None:
    assert not site_of(text).before_verb


def test_a_name_after_a_preposition_whatever_stands_between() -> None:
    assert site_of("They spoke with Mr. Ruiz.").after_preposition
    assert not site_of("Then Ruiz spoke.").after_preposition


def test_a_title_outweighs_the_share_of_a_first_name() -> None:
    assert site_of("Mr Ruiz won.", share=0.9).female == 0
    assert site_of("Dame Ruiz won.", share=None).female == 1
    assert site_of("The Ruiz won.", share=0.9).female == 0.9


def test_nouns_for_a_person_stand_in_for_who_is_not_named() -> None:
    found = noun_sites(surveyed("A woman waved at his father."), [])
    assert [(site.kind, site.female, site.chain) for site in found] == [
        (Kind.NOUN, 1.0, NOBODY),
        (Kind.NOUN, 0.0, NOBODY),
    ]


@pytest.mark.parametrize(
    "text", ["His wife Ruiz left.", "His wife, Ruiz, left.", "Ruiz, his wife, left."]
)
def test_a_noun_beside_a_name_is_that_person(text: str) -> None:
    surveyor = surveyed(text)
    at = surveyor.words.words.index("Ruiz")
    assert noun_sites(surveyor, [Anchor(at, at + 1, 0, MentionForm.NAME, None)]) == ()


def test_the_shortest_attribution_around_a_word_is_the_one_it_is_said_in() -> None:
    text = "Hall said that Ruiz said he won."
    said = (Spoken((0, 1), (1, 2), ((2, 7),)), Spoken((3, 4), (4, 5), ((5, 7),)))
    (he,) = pronoun_sites(surveyed(text, said))
    assert he.said_in == 1


def test_a_pronoun_knows_its_quotation() -> None:
    inside, outside = pronoun_sites(surveyed("“He won,” he said."))
    assert inside.quotation != NOBODY
    assert outside.quotation == NOBODY


@pytest.mark.parametrize("text", ["he or she", "his/her", "she or he", "s/he", "His Holiness"])
def test_generic_pronouns(text: str) -> None:
    surveyor = surveyed(f"They ask what {text} wants.")
    assert all(is_generic(surveyor, site.first) for site in pronoun_sites(surveyor))


def test_he_beside_another_pronoun_is_not_generic() -> None:
    surveyor = surveyed("Either he wins or she does, or his party.")
    assert not any(is_generic(surveyor, site.first) for site in pronoun_sites(surveyor))


def test_offsets_count_from_the_beginning_of_the_sentence() -> None:
    surveyor = surveyed("It rained. Then he left.\n\nHe slept.")
    assert [site.offset for site in pronoun_sites(surveyor)] == [1, 0]
    assert np.array_equal([site.opens_paragraph for site in pronoun_sites(surveyor)], [False, True])
