"""Whether a name that is asked for is somebody's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.domain.entity import EntityKind
from onrecord.join.names import name, names_of
from onrecord.query.names import Asked, Fit, fit
from tests.interfaces.fakes import Called, Known, record_of


def fits(asked: str, *called: str, kind: EntityKind = EntityKind.PERSON) -> Fit:
    text = " ".join(called)
    known = Known(called[0], [Called(one) for one in called], kind, wikidata="Q1")
    entity = record_of(Article(id="a", text=text), (), [known]).entities[0]
    return fit(Asked(asked), entity, names_of(entity, text))


@pytest.mark.parametrize(
    ("asked", "called", "how"),
    [
        ("Donald Trump", "Donald Trump", Fit.WHOLE),
        ("donald TRUMP", "Donald Trump", Fit.WHOLE),
        ("J. D. Vance", "JD Vance", Fit.WHOLE),
        ("Luis Pena", "Luis Peña", Fit.WHOLE),
        ("Luis Peña", "Luis Peña’s", Fit.WHOLE),
        ("Q1", "Donald Trump", Fit.WHOLE),
        ("Hillary Clinton", "Hillary Rodham Clinton", Fit.AROUND),
        ("George W. Bush", "George Bush", Fit.AROUND),
        ("George H. W. Bush", "George W. Bush", Fit.SHARED),
        ("Trump", "Donald Trump", Fit.PART),
        ("von der Leyen", "Ursula von der Leyen", Fit.PART),
        ("Trump", "Trump", Fit.PART),
        ("Donald Trump", "Donald Trump Jr.", Fit.PART),
        ("Donald Trump", "Trump", Fit.SHARED),
        ("Donald Trump", "Ivanka Trump", Fit.SHARED),
        ("Donald", "Donald Trump", Fit.NONE),
        ("Trump", "Trumper", Fit.NONE),
        ("", "Trump", Fit.NONE),
        ("...", "Trump", Fit.NONE),
    ],
)
def test_a_person_fits_by_name(asked: str, called: str, how: Fit) -> None:
    assert fits(asked, called) is how


@pytest.mark.parametrize(
    ("asked", "how"),
    [
        ("Federal Election Commission", Fit.WHOLE),
        ("the Federal Election Commission", Fit.WHOLE),
        ("FEC", Fit.WHOLE),
        ("Commission", Fit.NONE),
    ],
)
def test_a_body_fits_by_its_whole_name_or_what_the_report_calls_it(asked: str, how: Fit) -> None:
    body = ("Federal Election Commission", "FEC")
    assert fits(asked, *body, kind=EntityKind.ORGANISATION) is how


def test_what_the_report_calls_somebody_fits_too() -> None:
    assert fits("Lula", "Luiz Inácio Lula da Silva", "Lula") is Fit.PART
    assert fits("Donald Trump", "Donald J. Trump", "Donald Trump") is Fit.WHOLE


def test_who_a_register_knows_by_the_name_fits_whatever_the_report_calls_them() -> None:
    known = Known("Trump", [Called("Trump")], wikidata="Q1")
    entity = record_of(Article(id="a", text="Trump"), (), [known]).entities[0]
    asked = Asked("Donald Trump", frozenset({"Q1"}))
    assert fit(asked, entity, [name("Trump")]) is Fit.WHOLE


@given(st.text(max_size=20), st.text(min_size=1, max_size=20))
def test_any_two_strings_can_be_compared(asked: str, called: str) -> None:
    assert fits(asked, called) in Fit


@given(st.lists(st.sampled_from(["Ana", "Ruiz", "de", "Kim"]), min_size=2, max_size=4))
def test_everybody_fits_their_own_name(words: list[str]) -> None:
    assert fits(" ".join(words), " ".join(words)) is Fit.WHOLE
