"""``onrecord positions``: what somebody stands for, as people read it and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.domain.statement import Act
from onrecord.errors import ArticleError, UnreadableInput
from onrecord.interfaces.cli import app
from onrecord.interfaces.composition import Parts
from onrecord.query.asking import asked_for
from tests.interfaces.fakes import Called, Does, Known, OfLees, Said, parts_of, record_of

MISSING = UnreadableInput("gone.txt", "there is no such file; check the name")


class Knowing:
    """A reader that knows the record of each article."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = {record.article.id: record for record in records}

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        for article in articles:
            yield self._records[article.id]


def program(*records: Record) -> Parts:
    """The program, with a report called by the id of each record and one that is not there."""
    found: dict[str, list[Article | ArticleError]] = {
        record.article.id: [record.article] for record in records
    }
    parts = parts_of({**found, "gone": [MISSING]})
    return replace(parts, reader=lambda threads: Knowing(records))


def ask(parts: Parts, *arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["positions", *arguments], obj=parts, catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def parts(day_record: Record) -> Parts:
    return program(day_record)


def test_positions_read_like_this(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "96")
    assert ask(parts, "Ana Ruiz", "day") == (
        0,
        """\
Ana Ruiz · Q11
2 positions in 1 report

criticises
  Wed 25 Sep 2024 → Bo Lind
      “Lind wasted the money,”
      in: “Lind wasted the money,” Ruiz said in Malaga on Wednesday.
      — The Example · A day in Malaga · s1 · 0.80

would not say
  reported on Thu 26 Sep 2024
      “Ask me after the vote.”
      asked: whether she would resign
      in: Asked by The Example whether she would resign, Ruiz answered: “Ask me after the
        vote.”
      — The Example · A day in Malaga · s2 · 0.70

""",
        "",
    )


def test_a_question_without_an_answer_is_listed(parts: Parts) -> None:
    code, out, _ = ask(parts, "Eva Kim", "day")
    assert code == 0
    assert "would not say\n  reported on Thu 26 Sep 2024\n      asked: Would Kim stand?\n" in out


def test_a_topic_keeps_only_what_speaks_of_it(parts: Parts) -> None:
    _, out, _ = ask(parts, "Ruiz", "day", "--on", "votes")
    assert "1 position on votes in 1 report" in out
    assert "Ask me after the vote" in out
    assert ask(parts, "Ruiz", "day", "--on", "whether she stays")[0] == 1
    assert "Lind wasted" in ask(parts, "Ruiz", "day", "--on", "Bo Lind")[1]


def test_json_is_one_object_whose_spans_slice_to_its_words(
    parts: Parts, day_record: Record
) -> None:
    code, out, _ = ask(parts, "Ruiz", "day", "--json")
    answer = json.loads(out)
    assert (code, answer["query"]) == (0, {"name": "Ruiz", "on": None})
    assert answer["person"]["name"] == "Ana Ruiz"
    second, first = answer["results"]
    assert (first["article"], first["entity"], first["act"]) == ("day", "Ana Ruiz", "criticises")
    assert first["target"] == {
        "name": "Bo Lind",
        "entity": "e2",
        "spans": [[16, 20]],
        "probability": 0.9,
    }
    assert (first["date"], first["reported"]) == ("2024-09-25", False)
    assert (second["date"], second["reported"]) == ("2024-09-26", True)
    assert second["question"] == "whether she would resign"
    text = day_record.article.text
    for one in answer["results"]:
        assert [text[start:end] for start, end in one["spans"]] == one["content"]
        assert [text[start:end] for start, end in one["sentence_spans"]] == [one["sentence"]]


def test_who_is_not_in_the_reports_is_said_and_ends_with_1(parts: Parts) -> None:
    assert ask(parts, "Zed", "day") == (1, "", "onrecord: nobody is called Zed in 1 report\n")
    code, out, _ = ask(parts, "Zed", "day", "--json")
    assert (code, json.loads(out)["results"], json.loads(out)["person"]) == (1, [], None)


def test_who_takes_no_position_is_said_and_ends_with_1(parts: Parts) -> None:
    assert ask(parts, "Bo Lind", "day") == (1, "", "onrecord: no position of Bo Lind in 1 report\n")


def of(name: str, article: str, wikidata: str | None = None) -> Record:
    said = Said(name, name, who="e1", does=Does(Act.SUPPORTS))
    known = Known(name, [Called(name)], wikidata=wikidata)
    return record_of(Article(id=article, text=name, title=article), [said], [known])


def test_a_surname_of_two_lists_who_it_may_be_and_nothing_else() -> None:
    parts = program(of("Ann Lee", "a", "Q1"), of("Bo Lee", "b"))
    assert ask(parts, "Lee", "a", "b") == (
        1,
        "Lee may be\n  Ann Lee (Q1) · 1 position\n  Bo Lee (in b) · 1 position\n\n",
        "onrecord: it is not settled who Lee is; ask by the full name or the id\n",
    )
    answer = json.loads(ask(parts, "Lee", "a", "b", "--json")[1])
    assert (answer["person"], answer["results"]) == (None, [])
    assert [one["name"] for one in answer["may_be"]] == ["Ann Lee", "Bo Lee"]


def test_who_may_be_the_same_is_named_and_left_out() -> None:
    code, out, err = ask(program(of("Ann Lee", "a"), of("Lee", "b")), "Ann Lee", "a", "b")
    assert code == 0
    assert "1 position in 1 report" in out
    assert err == "onrecord: left out, as it is not settled that they are the same: Lee (in b)\n"


def test_a_report_that_cannot_be_read_is_one_line_and_the_others_are_answered_from(
    parts: Parts,
) -> None:
    code, out, err = ask(parts, "Ruiz", "gone", "day")
    assert (code, err) == (3, f"{MISSING}\n")
    assert "2 positions" in out


def test_unlikely_statements_are_left_out(parts: Parts) -> None:
    assert ask(parts, "Ruiz", "day", "--min-probability", "0.95")[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["", "day"],
        ["Ruiz", "day", "--published", "soon"],
        ["Ruiz", "-", "-"],
        ["Ruiz", "day", "--record", "a.onrecord"],
        ["Ruiz", "--published", "2024-09-26"],
    ],
)
def test_wrong_usage_is_refused(parts: Parts, arguments: list[str]) -> None:
    code, out, err = ask(parts, *arguments)
    assert (code, out) == (2, "")
    assert "Usage:" in err


def test_the_register_says_who_a_full_name_is() -> None:
    assert asked_for("Sir Ann  Lee", OfLees()).identities == {"reg-3", "reg-7"}
    assert asked_for("Lee", OfLees()).identities == frozenset()
    assert asked_for("Mr Lee", None).text == "Lee"


def test_hostile_words_are_shown_and_do_nothing() -> None:
    hostile = "\x1b]0;owned\x07[red] \u202eevil"
    said = Said(hostile, who="e1", does=Does(Act.SUPPORTS, target=hostile))
    article = Article(id="h", text=hostile, title=hostile, outlet=hostile)
    known = Known("Ann Lee", [Called(hostile)], wikidata=hostile)
    _, out, err = ask(program(record_of(article, [said], [known])), "Lee", "h", "--on", "evil")
    assert "owned" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out + err)
