"""``onrecord positions`` over a record: what changed, each with its two quotations."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contracts.reports import harbour, later, silent
from tests.interfaces.kept.conftest import Ask, keep, with_probability, years_before

POSITION_FIELDS = {
    *("article", "title", "outlet", "url", "published", "retrieved_from", "entity", "wikidata"),
    *("statement", "exchange", "act", "act_probability", "target", "said_on", "date", "reported"),
    *("content", "spans", "sentence", "sentence_spans", "question", "probability"),
    "source_probability",
}
"""What docs/usage.md promises of positions over files."""


def test_positions_and_what_changed_read_like_this(ask: Ask) -> None:
    done = ask("positions", "Ann Lee", "--on", "ferry")
    assert (done.code, done.err) == (0, "")
    ids = [word for word in done.out.split() if word.startswith("s_")]
    assert (
        done.out.replace(ids[0], "s_1").replace(ids[1], "s_2")
        == """\
Ann Lee · Q1
2 positions on ferry in 2 reports, 1 change

changed on ferry: opposes, then supports
  March 2022 · opposes → the ferry
      the ferry has to go
      in: Ann Lee said in March that the ferry has to go.
      — Fen News · Sat 2 Apr 2022 · No ferry · s_1 · opposes .8, theirs 1
  May 2025 · supports → the ferry
      the ferry should sail after all
      in: Ann Lee said the ferry should sail after all.
      — Wed 7 May 2025 · later.txt · s_2 · supports .8, theirs 1

supports
  May 2025 → the ferry
      the ferry should sail after all
      in: Ann Lee said the ferry should sail after all.
      — Wed 7 May 2025 · later.txt · s_2 · supports .8, theirs 1

opposes
  March 2022 → the ferry
      the ferry has to go
      in: Ann Lee said in March that the ferry has to go.
      — Fen News · Sat 2 Apr 2022 · No ferry · s_1 · opposes .8, theirs 1

"""
    )


def test_json_names_both_of_a_change_and_has_the_fields_of_positions_over_files(ask: Ask) -> None:
    answer = ask("positions", "Q1", "--json").json
    assert answer["query"]["name"] == "Q1"
    assert answer["person"]["name"] == "Ann Lee"
    assert answer["person"]["positions"] == 3
    for one in answer["results"]:
        assert set(one) >= POSITION_FIELDS
    [change] = answer["changes"]
    by_id = {one["id"]: one for one in answer["results"]}
    assert [by_id[change["from"]]["act"], by_id[change["to"]]["act"]] == ["opposes", "supports"]
    assert change["both"] == [by_id[change["from"]], by_id[change["to"]]]
    assert not change["perhaps"]
    assert by_id[change["from"]]["days"] == ["2022-03-01", "2022-03-31"]


def test_a_position_in_several_reports_is_told_once_with_all_of_them(ask: Ask) -> None:
    [one] = ask("positions", "Ann Lee", "--on", "harbour wall", "--json").json["results"]
    assert (one["outlets"], one["independent"]) == (["Fen News", "The Ely Post"], 2)
    assert "in 2 outlets, 2 independent" in ask("positions", "Ann Lee", "--on", "wall").out


def test_where_one_is_not_sure_it_is_perhaps_a_change(run: Ask, file: Path) -> None:
    keep(file, later(), with_probability(years_before(), 0, 0.8))
    done = run("positions", "Ann Lee")
    assert "2 positions in 2 reports, 0 changes and perhaps 1 more" in done.out
    assert "perhaps changed on the ferry: opposes, then supports" in done.out
    assert "opposes .8, theirs .8" in done.out


def test_what_is_less_likely_than_asked_for_is_left_out(ask: Ask) -> None:
    assert ask("positions", "Ann Lee", "--min-probability", "0.95").code == 1


def test_somebody_without_a_position_nobody_and_somebody_of_several_end_with_one(ask: Ask) -> None:
    none = ask("positions", "Ann Lee", "--on", "submarines")
    assert (none.code, none.out) == (1, "")
    assert "no position of Ann Lee on submarines is in the record" in none.err
    nobody = ask("positions", "Zoe Unknown")
    assert (nobody.code, nobody.out) == (1, "")
    assert "nobody in the record is called Zoe Unknown" in nobody.err
    several = ask("positions", "Lee")
    assert several.code == 1
    assert "Lee may be" in several.out
    answer = ask("positions", "Lee", "--json").json
    assert (answer["person"], answer["results"]) == (None, [])
    assert [one["name"] for one in answer["may_be"]] == ["Ann Lee", "Cy Lee"]


def test_options_for_files_are_refused_over_a_record(ask: Ask) -> None:
    done = ask("positions", "Ann Lee", "--published", "2024-01-01")
    assert done.code == 2
    assert ask("positions", "Ann Lee", "--min-probability", "nan").code == 2


@pytest.mark.parametrize("json", [[], ["--json"]])
def test_the_same_question_gives_the_same_bytes(run: Ask, file: Path, json: list[str]) -> None:
    keep(file, harbour(), later(), years_before())
    assert run("positions", "Ann Lee", *json) == run("positions", "Ann Lee", *json)


def test_a_question_that_was_not_answered_is_listed_without_a_statement(
    run: Ask, file: Path
) -> None:
    keep(file, silent())
    done = run("positions", "Ann Lee")
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
Ann Lee · Q1
1 position in 1 report, 0 changes

would not say
  reported on Mon 3 Jun 2024
      asked: whether the ferry will sail
      in: Ann Lee did not say whether the ferry will sail.
      — The Ely Post · Mon 3 Jun 2024 · No answers · x1 · .85

"""
    )
    [one] = run("positions", "Ann Lee", "--on", "ferry", "--json").json["results"]
    assert set(one) >= POSITION_FIELDS
    assert (one["statement"], one["exchange"], one["act"]) == (None, "x1", "declines")
    assert one["content"] == ["whether the ferry will sail"]
    assert run("positions", "Ann Lee", "--on", "wall").code == 1


def test_where_a_statement_says_so_it_is_listed_once_and_all_have_the_same_fields(
    run: Ask, file: Path
) -> None:
    keep(file, silent())
    [said] = run("positions", "Bo Roe", "--json").json["results"]
    assert (said["statement"], said["exchange"]) == ("s1", "x2")
    [refused] = run("positions", "Ann Lee", "--json").json["results"]
    assert sorted(said) == sorted(refused)
