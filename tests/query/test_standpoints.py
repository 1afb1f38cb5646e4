"""Where somebody stands over reports, and where they said otherwise than before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.domain.asked import StatementsAsked
from onrecord.domain.entity import EntityKind
from onrecord.domain.record import Record
from onrecord.domain.statement import Act
from onrecord.query.changes import Change, changes
from onrecord.query.contrary import at_odds, contrary_to
from onrecord.query.positions import ACTS
from onrecord.query.standpoints import Standpoint, standpoints
from tests.interfaces.fakes import Called, Does, Known, Said, When, record_of
from tests.query.fake_view import FakeView

LEE, FERRY = "person:ann lee", "body:ferry board"


@dataclass(frozen=True)
class Told:
    """A report in which Ann Lee does something, to the ferry board unless nobody is named."""

    id: str
    does: Act = Act.SUPPORTS
    day: str | None = None
    words: str = ""
    published: str | None = "2024-06-01"
    target: str = "Ferry Board"
    sure: float = 1.0
    act_sure: float = 0.9
    who: str = "Ann Lee"

    def record(self) -> Record:
        words = self.words or f"these are the words of {self.id}"
        text = f"{self.who} said then of {self.target or 'nothing'}: {words}."
        article = Article(self.id, text, outlet=f"The {self.id}", published=self.published)
        aimed_at = [Called(self.target)] if self.target else []
        target = Does(self.does, "said", self.target, "e2" if self.target else None, self.act_sure)
        one = Said(
            words,
            self.who,
            "said",
            who="e1",
            sure=self.sure,
            does=target,
            on=When("then", self.day) if self.day else None,
        )
        known = [
            Known(self.who, [Called(self.who)]),
            Known(self.target or "Nobody", aimed_at, EntityKind.ORGANISATION),
        ]
        return record_of(article, [one], known)


def stands(
    *told: Told, on: str = "", about: frozenset[str] = frozenset(), **view: Mapping[str, str]
) -> list[Standpoint]:
    records = FakeView([one.record() for one in told], **view)  # type: ignore[arg-type]
    asked = StatementsAsked(words=on, by=frozenset([LEE]), limit=None)
    return list(standpoints(records, asked, about))


def told_changes(*told: Told, **more: object) -> list[Change]:
    return list(changes(stands(*told, **more)))  # type: ignore[arg-type]


def pairs(found: list[Change]) -> list[tuple[str, str]]:
    return [(article(one.earlier), article(one.later)) for one in found]


def article(one: Standpoint) -> str:
    return one.utterance.statement.report.id


FOR = Told("for", Act.SUPPORTS, "2023-05-01")
AGAINST = Told("against", Act.OPPOSES, "2024-05-01")


def test_positions_are_told_newest_first_and_what_only_informs_is_none() -> None:
    found = stands(FOR, AGAINST, Told("news", Act.INFORMS, "2024-01-01"))
    assert [article(one) for one in found] == ["against", "for"]
    assert found[0].probability == pytest.approx(0.9)


def test_the_same_words_in_two_reports_are_one_position() -> None:
    words = "the ferry shall sail every day"
    [one] = stands(Told("a", words=words), Told("b", words=words, published="2024-06-02"))
    assert one.utterance.outlets == ("The a", "The b")


def test_a_later_act_that_says_otherwise_is_a_change_with_both_utterances() -> None:
    [change] = told_changes(FOR, AGAINST)
    assert pairs([change]) == [("for", "against")]
    assert (change.perhaps, change.one_day, change.answers) == (False, False, False)
    assert change.earlier.act is Act.SUPPORTS


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Act.OPPOSES, Act.SUPPORTS),
        (Act.SUPPORTS, Act.CRITICISES),
        (Act.CRITICISES, Act.SUPPORTS),
        (Act.COMMITS, Act.OPPOSES),
        (Act.OPPOSES, Act.DEMANDS),
        (Act.ADMITS, Act.DENIES),
        (Act.DENIES, Act.ADMITS),
    ],
)
def test_contrary_acts_are_a_change(earlier: Act, later: Act) -> None:
    assert len(told_changes(Told("a", earlier, "2023-01-01"), Told("b", later, "2024-01-01"))) == 1


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Act.SUPPORTS, Act.COMMITS),
        (Act.SUPPORTS, Act.WARNS),
        (Act.ADMITS, Act.OPPOSES),
        (Act.SUPPORTS, Act.DECLINES),
    ],
)
def test_acts_that_go_together_are_none(earlier: Act, later: Act) -> None:
    assert not told_changes(Told("a", earlier, "2023-01-01"), Told("b", later, "2024-01-01"))


def test_saying_what_one_would_not_say_is_an_answer() -> None:
    silent = Told("silent", Act.DECLINES, "2023-01-01")
    [change] = told_changes(silent, AGAINST)
    assert change.answers


def test_only_what_is_towards_the_same_target_is_compared() -> None:
    assert not told_changes(FOR, Told("b", Act.OPPOSES, "2024-05-01", target="Bridge Fund"))
    assert not told_changes(
        Told("a", day="2023-05-01", target=""), Told("b", Act.OPPOSES, "2024-05-01", target="")
    )


def test_with_a_topic_what_is_said_of_it_is_compared_though_nobody_is_aimed_at() -> None:
    told = (
        Told("a", day="2023-05-01", words="a toll is right", target=""),
        Told("b", Act.OPPOSES, "2024-05-01", words="no toll at all", target=""),
    )
    assert pairs(told_changes(*told, on="tolls")) == [("a", "b")]


def test_what_is_aimed_at_somebody_else_is_not_towards_the_topic() -> None:
    told = (
        Told("a", day="2023-05-01", words="a toll is right", target=""),
        Told("b", Act.OPPOSES, "2024-05-01", words="the board and its toll are a shame"),
    )
    assert not told_changes(*told, on="toll")


def test_what_is_aimed_at_whom_the_topic_names_is_towards_it() -> None:
    told = (
        Told("a", day="2023-05-01", words="the ferry board is dear to me", target=""),
        Told("b", Act.OPPOSES, "2024-05-01", words="it has to go"),
    )
    found = told_changes(*told, on="ferry board", about=frozenset([FERRY]))
    assert pairs(found) == [("a", "b")]


@pytest.mark.parametrize("day", ["2024", "2024-05", "2023-05-01/2024-05-02"])
def test_days_that_overlap_tell_nothing(day: str) -> None:
    assert not told_changes(Told("a", day=day), AGAINST)


def test_unknown_days_tell_nothing() -> None:
    assert not told_changes(Told("a", published=None), AGAINST)


def test_a_month_before_is_before() -> None:
    assert pairs(told_changes(Told("a", day="2024-04"), AGAINST)) == [("a", "against")]


def test_without_a_day_of_its_own_words_stand_where_they_were_reported_first() -> None:
    words = "the ferry shall sail every day"
    first = Told("first", words=words, published="2023-01-01")
    again = Told("again", words=words, published="2024-12-01")
    [change] = told_changes(first, again, AGAINST)
    assert change.earlier.reported
    assert change.earlier.utterance.earliest.report.id == "first"


def test_what_is_only_reported_later_is_perhaps_older() -> None:
    reported = Told("b", Act.OPPOSES, published="2024-12-01")
    [change] = told_changes(FOR, reported)
    assert change.perhaps
    [change] = told_changes(Told("a", published="2023-05-01"), AGAINST)
    assert not change.perhaps


def test_both_on_one_day_is_no_change_and_told_as_such() -> None:
    [one] = told_changes(FOR, Told("b", Act.OPPOSES, "2023-05-01"))
    assert one.one_day


def test_the_change_is_from_the_last_before_to_the_first_after() -> None:
    told = (
        Told("a", Act.SUPPORTS, "2021-01-01"),
        Told("b", Act.SUPPORTS, "2022-01-01"),
        Told("c", Act.OPPOSES, "2023-01-01"),
        Told("d", Act.CRITICISES, "2024-01-01"),
        Told("e", Act.SUPPORTS, "2025-01-01"),
    )
    assert pairs(told_changes(*told)) == [("d", "e"), ("b", "c")]


def test_of_several_on_the_first_day_after_the_surest_is_told() -> None:
    told = (
        Told("less", Act.CRITICISES, "2024-05-01", act_sure=0.8),
        Told("most", Act.OPPOSES, "2024-05-01", act_sure=0.95),
        Told("later", Act.OPPOSES, "2024-06-01"),
    )
    assert pairs(told_changes(FOR, *told)) == [("for", "most")]


def test_who_said_both_on_one_day_has_not_changed_by_saying_one_of_them_again() -> None:
    both = Told("a", Act.SUPPORTS, "2021-01-01"), Told("b", Act.OPPOSES, "2021-01-01")
    [one] = told_changes(*both, AGAINST)
    assert one.one_day


@pytest.mark.parametrize("doubt", [{"sure": 0.7}, {"act_sure": 0.7}])
def test_what_is_not_sure_is_perhaps_a_change(doubt: dict[str, float]) -> None:
    [one] = told_changes(Told("a", day="2023-05-01", **doubt), AGAINST)  # type: ignore[arg-type]
    assert one.perhaps


def test_what_is_less_likely_right_than_wrong_is_compared_with_nothing() -> None:
    assert not told_changes(Told("a", day="2023-05-01", sure=0.7, act_sure=0.6), AGAINST)


def test_doubtful_words_between_hide_no_change() -> None:
    doubtful = Told("doubtful", Act.OPPOSES, "2024-01-01", sure=0.65)
    found = told_changes(FOR, doubtful, AGAINST)
    assert ("for", "against") in pairs([one for one in found if not one.perhaps])


def test_words_that_another_report_has_from_somebody_else_are_only_perhaps_theirs() -> None:
    words = "the ferry shall sail every day"
    told = Told("a", day="2023-05-01", words=words), Told("b", words=words, who="Bo Roe")
    [one] = told_changes(*told, AGAINST)
    assert one.perhaps


def test_contrary_acts_are_read_from_positions_only() -> None:
    for act in ACTS:
        assert contrary_to(act) <= set(ACTS)
        assert act not in contrary_to(act)
    assert at_odds([Act.SUPPORTS, Act.OPPOSES])
    assert not at_odds([Act.SUPPORTS, Act.COMMITS])


histories = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 40), st.integers(0, 5)), max_size=12
)


@given(histories)
def test_whatever_was_said_a_change_is_contrary_and_its_days_are_apart(
    history: list[tuple[Act, int, int]],
) -> None:
    start = date(2024, 1, 1)
    told = [
        Told(
            f"r{number}",
            act,
            f"{start + timedelta(day)}/{start + timedelta(day + length)}",
        )
        for number, (act, day, length) in enumerate(history)
    ]
    found = told_changes(*told)
    for one in found:
        earlier, later = one.earlier.days, one.later.days
        assert earlier
        assert later
        if one.one_day:
            assert earlier == later
            assert at_odds([one.earlier.act, one.later.act]) or one.answers
        else:
            assert earlier.last < later.first
            assert one.earlier.act in contrary_to(one.later.act)
    assert len({one.later.id for one in found if not one.one_day}) == sum(
        not one.one_day for one in found
    )
