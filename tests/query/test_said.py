"""What was said, each utterance once, with who reported it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.domain.asked import StatementsAsked
from onrecord.domain.entity import EntityKind
from onrecord.domain.exchange import Response
from onrecord.domain.record import Record
from onrecord.domain.statement import Act
from onrecord.query.attested import Attested
from onrecord.query.said import said
from tests.interfaces.fakes import Asked, Called, Does, Known, Said, When, record_of
from tests.query.fake_view import FakeView

LEE = "person:ann lee"
TAX = "we will never put a tax on bread"


@dataclass(frozen=True)
class Told:
    """A report of one statement; the words ``on`` a day stand in it where a day is given."""

    id: str
    words: str = TAX
    who: str = "Ann Lee"
    published: str | None = "2024-09-26"
    on: str | None = None
    outlet: str | None = None
    does: Act = Act.OPPOSES
    target: str = ""
    question: str = ""
    elsewhere: str = ""

    def record(self) -> Record:
        text = f"{self.question}\n{self.who} said of {self.target} then: {self.words}.\n"
        article = Article(
            id=self.id,
            text=text + self.elsewhere,
            outlet=self.outlet or self.id,
            published=self.published,
        )
        pact = [Called(self.target)] if self.target else []
        known = [
            Known(self.who, [Called(self.who)]),
            Known("Grain Pact", pact, EntityKind.ORGANISATION),
        ]
        one = Said(
            self.words,
            self.who,
            "said",
            who="e1",
            does=Does(self.does, "said", self.target, "e2" if self.target else None),
            on=When("then", self.on) if self.on else None,
            answers="x1" if self.question else None,
        )
        asked = [Asked(self.question, "e1", answers=("s1",), response=Response.DEFLECTED)]
        return record_of(article, [one], known, asked=asked if self.question else ())


def asked(*told: Told, families: dict[str, str] | None = None, **asked: object) -> list[Attested]:
    view = FakeView([one.record() for one in told], families=families or {})
    about = asked.pop("about", frozenset())
    return list(said(view, StatementsAsked(**asked), frozenset(about)))  # type: ignore[arg-type,call-overload]


def reports(found: list[Attested]) -> list[list[str]]:
    return [[one.report.id for one in each.attestations] for each in found]


def test_the_same_words_are_told_once_with_all_who_report_them_the_earliest_first() -> None:
    told = [Told("b", published="2024-09-27"), Told("a"), Told("c", "a tax on salt it is")]
    found = asked(*told, words="tax")
    assert reports(found) == [["a", "b"], ["c"]]
    assert [one.statement.report.id for one in found] == ["b", "c"]
    assert found[0].earliest.report.id == "a"


def test_outlets_are_counted_by_name_and_what_is_independent_by_family() -> None:
    told = [
        *(Told("a", outlet="Wire"), Told("b", outlet="WIRE"), Told("c", outlet="Post")),
        Told("d", outlet="Sun"),
    ]
    [one] = asked(*told, families={"c": "k1", "a": "k1", "b": "k1"})
    assert (one.outlets, one.independent) == (("Wire", "Post", "Sun"), 2)


def test_words_that_only_stand_in_the_same_paragraph_are_not_what_was_said() -> None:
    text = "The tax rose. Ann Lee said: bread is dear."
    article = Article(id="a", text=text)
    record = record_of(
        article, [Said("bread is dear", who="e1")], [Known("Ann Lee", [Called("Ann Lee")])]
    )
    view = FakeView([record])
    assert list(view.statements(StatementsAsked("tax")))
    assert not list(said(view, StatementsAsked("tax")))
    assert list(said(view, StatementsAsked("BREAD")))


def test_an_answer_speaks_of_what_was_asked_and_tells_what_came_of_it() -> None:
    [one] = asked(Told("a", "no idea", question="Will there be taxes?"), words="tax")
    assert one.asked
    assert (one.asked.question.text, one.asked.response) == (
        "Will there be taxes?",
        Response.DEFLECTED,
    )


def test_what_is_aimed_at_whom_the_words_name_speaks_of_them_under_another_name() -> None:
    told = [
        Told("a", "it is dead", target="that alliance"),
        Told("b", "the grain pact is dead", published="2024-09-28"),
        Told("c", "nothing more"),
    ]
    assert reports(asked(*told, words="grain pact")) == [["b"]]
    about = {"body:grain pact"}
    assert reports(asked(*told, words="pact", about=about)) == [["b"], ["a"]]
    assert reports(asked(*told, words="pact", about=about, to=frozenset(["other"]))) == []
    assert reports(asked(*told, to=frozenset(about))) == [["a"]]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"by": frozenset([LEE])}, ["a", "b"]),
        ({"by": frozenset(["person:bo roe"])}, ["c"]),
        ({"since": "2024-09-21"}, ["a", "c"]),
        ({"until": "2024-09-20"}, ["b"]),
        ({"acts": frozenset([Act.COMMITS])}, ["b"]),
        ({"outlet": "THE POST"}, ["c"]),
        ({"limit": 1}, ["a"]),
        ({"limit": 0}, []),
    ],
)
def test_all_conditions_hold(conditions: dict[str, object], found: list[str]) -> None:
    told = [
        Told("a", "one thing"),
        Told("b", "two things", on="2024-09-20", does=Act.COMMITS),
        Told("c", "three things", who="Bo Roe", published="2024-09-25", outlet="The Post"),
    ]
    assert [each[0] for each in reports(asked(*told, **conditions))] == found


def test_old_words_that_are_reported_anew_stand_by_the_newest_report_asked_for() -> None:
    told = [
        Told("a", published="2016-01-01"),
        Told("b", "other words"),
        Told("c", published="2024-12-01"),
    ]
    assert reports(asked(*told)) == [["a", "c"], ["b"]]
    assert reports(asked(*told, until="2024-10-01")) == [["b"], ["a", "c"]]
    [one] = asked(*told, since="2024-10-01")
    assert (one.statement.report.id, one.earliest.report.id) == ("c", "a")


def test_the_days_that_reports_words_give_are_told_apart_from_those_of_reports() -> None:
    told = [Told("a", published="2024-09-21", on="2024-09-20"), Told("b"), Told("c", on="2024-09")]
    [one] = asked(*told)
    assert one.said_on == ("2024-09-20", "2024-09")


def test_wordings_are_told_with_what_differs_from_the_first() -> None:
    reports = [
        Told("a").record(),
        Told("b", "We will never put a tax on bread").record(),
        Told("c", "we shall never put a tax on bread").record(),
    ]
    view = FakeView(reports, utterances={(name, "s1"): "u1" for name in "abc"})
    [one] = said(view, StatementsAsked())
    first, other = one.wordings
    assert ([each.report.id for each in first.told_by], first.differs) == (["a", "b"], ())
    assert [word for each in other.differs for word in each.words] == ["will"]
    assert [word for each in other.differs for word in each.other_words] == ["shall"]


def test_another_speaker_in_another_report_is_told() -> None:
    reports = [Told("a").record(), Told("b", who="Bo Roe").record()]
    [one] = said(FakeView(reports), StatementsAsked(by=frozenset([LEE])))
    [(who, told)] = one.speakers_elsewhere
    assert (who.name, [each.report.id for each in told]) == ("Bo Roe", ["b"])


def test_no_more_is_looked_at_than_is_asked_for() -> None:
    view = FakeView([Told(f"a{number}", f"{number} things").record() for number in range(300)])
    assert len(list(said(view, StatementsAsked(limit=5)))) == 5
    assert view.looked_at <= 6
    assert len(list(islice(said(view, StatementsAsked(limit=None)), 5))) == 5
    assert view.looked_at < 60


MANY = [
    Told("a", TAX, published="2024-09-26"),
    Told("b", TAX, published=None),
    Told("c", "a tax on salt", on="2024-09"),
    Told("d", "a tax on salt", published="2024-09-30"),
    Told("e", "a tax on air", who="Bo Roe", published=None),
]


@given(st.permutations(MANY), st.integers(0, 6))
def test_the_answer_does_not_hang_on_the_order_in_which_reports_were_added(
    told: list[Told], limit: int
) -> None:
    expected = asked(*MANY, words="tax")
    assert asked(*told, words="tax", limit=limit) == expected[:limit]


@given(st.text(max_size=15))
def test_any_words_are_answered(words: str) -> None:
    assert len(asked(replace(MANY[0]), words=words)) <= 1
