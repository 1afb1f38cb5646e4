"""The readable record: what statements do, questions with their answers, and the diary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.domain.article import Article
from onrecord.domain.engagement import Status
from onrecord.domain.record import Record
from onrecord.domain.statement import Act
from tests.interfaces.fakes import Asked, Does, Met, Said, When, record_of
from tests.interfaces.test_terminal import HOSTILE, printed


def test_a_record_with_a_diary_reads_like_this(
    day_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "96")
    assert printed(replace(day_record, entities=day_record.entities[:3])) == (
        """\
A day in Malaga
The Example · published 2024-09-26
2 statements: 2 direct · 2 questions · 4 engagements

Ana Ruiz · Q11
  s1  “Lind wasted the money,”
      — said (“Ruiz”) · criticises → Bo Lind · on Wed 25 Sep 2024, Malaga · direct · 0.90 · who
      0.98

  s2  “Ask me after the vote.”
      — answered (“Ruiz”) · declines · answers x1 · direct · 0.90 · who 1.00

questions and answers
  x1  whether she would resign
      — to Ana Ruiz · answered something else
      s2    “Ask me after the vote.”
  x2  Would Kim stand?
      — to Eva Kim · would not say

diary
  g4  May 2024 · hearing · cancelled
  g1  Wed 25 Sep 2024, night · meeting · Ana Ruiz, Bo Lind · Town Hall, Malaga · held
  g2  Fri 27 Sep 2024, 15:00 · call · Ana Ruiz, Bo Lind · planned
  g3  no date (“at a later date”) · meeting · Ana Ruiz, Eva Kim · sought, not obtained

who is in it
  Ana Ruiz · person · Q11 · 2 mentions
  Bo Lind · person · 2 mentions
  Eva Kim · person · 2 mentions

"""
    )


def test_asked_to_explain_it_says_by_which_words_and_how_probable_each_is(
    day_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = [line.strip() for line in printed(day_record, explain=True).splitlines()]
    for line in (
        "criticises: by “wasted” (222–228) · 0.80",
        "→ Bo Lind: by “Lind” (16–20) · 0.90",
        "said: Wed 25 Sep 2024: by “on Wednesday” (44–56) · 0.95",
        "declines: by “Ask me” (338–344) · 0.70",
        "by “whether she would resign” (296–320) · 0.85",
        "by “A hearing was called off in May” (183–214) · 0.90",
        "when: May 2024: by “in May” (208–214) · 0.95",
        "when: no date (vague): by “at a later date” (147–162) · 0.95",
    ):
        assert line in lines
    at = lines.index("times in it")
    assert lines[at + 2] == "no date (vague): by “at a later date” (147–162) · 0.95 · date · null"


def test_what_only_informs_says_so_only_when_asked() -> None:
    said = Said("rain", "Lee", "said", does=Does(Act.INFORMS))
    record = record_of(Article(id="a", text="Lee said rain"), [said])
    assert "informs" not in printed(record)
    assert "informs · 0.80" in printed(record, explain=True)


def test_a_target_that_is_no_entity_stays_in_its_words() -> None:
    said = Said("the pact", "Lee", "opposes", does=Does(Act.OPPOSES, "opposes", "the pact"))
    record = record_of(Article(id="a", text="Lee opposes the pact"), [said])
    assert "opposes → the pact" in printed(record)


def test_times_are_listed_only_when_asked(day_record: Record) -> None:
    assert "times in it" not in printed(day_record)


@pytest.mark.parametrize("status", Status)
def test_every_status_is_said_in_words(status: Status) -> None:
    met = Met("met", status=status, when=When("then", "2024-09-26"))
    shown = printed(record_of(Article(id="a", text="met then"), met=[met]))
    assert (
        f"{status.value}\n" in shown
        or {
            Status.ONGOING: "going on",
            Status.SOUGHT: "sought, not obtained",
            Status.DENIED: "denied by a party",
            Status.HYPOTHETICAL: "only a possibility",
        }[status]
        in shown
    )


def test_a_question_that_nobody_answers_says_so() -> None:
    record = record_of(Article(id="a", text="why?"), asked=[Asked("why?")])
    assert "— no answer is reported" in printed(record)


def test_of_hundreds_of_occasions_the_first_are_listed_and_the_rest_counted() -> None:
    text = " ".join(f"met{number}" for number in range(300))
    met = [Met(f"met{number}") for number in range(300)]
    shown = printed(record_of(Article(id="a", text=text), met=met))
    assert "and 260 more; --json has them all" in shown
    assert len(shown.splitlines()) < 60


def test_hostile_words_in_the_diary_are_shown_and_do_nothing() -> None:
    said = Said(HOSTILE, does=Does(Act.OPPOSES, HOSTILE, HOSTILE), on=When(HOSTILE), at=HOSTILE)
    met = Met(HOSTILE, place=HOSTILE, when=When(HOSTILE, why=HOSTILE))
    article = Article(id="a", text=HOSTILE)
    record = record_of(article, [said], (), [met], [Asked(HOSTILE)], [When(HOSTILE, HOSTILE)])
    assert not {"\x1b", "\x07", "\u202e"} & set(printed(record, explain=True))
