"""The readable record: everything of a statement, on a screen of any width, as plain text."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from onrecord.domain.article import Article, Byline
from onrecord.domain.entity import EntityKind
from onrecord.domain.record import Record
from onrecord.domain.register import Register
from onrecord.interfaces.terminal import TerminalView
from tests.interfaces.fakes import Called, Known, OfLees, Said, record_of


def printed(*records: Record, explain: bool = False, register: Register | None = None) -> str:
    stream = io.StringIO()
    view = TerminalView(stream, explain, register)
    for record in records:
        view.write(record)
    view.finish()
    return stream.getvalue()


def test_a_record_reads_like_this(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert (
        printed(record)
        == """\
Bridge is safe
The Example · by Jo Roe (Reporter) · published 2024-09-26
3 statements: 1 direct, 1 mixed, 1 indirect

Ann Lee
  s1  “The bridge is safe,”
      “I cross it daily.
      “So does my son.”
      — said · direct · 0.90

no source named
  s2  to agree
      — is said · indirect · 0.40

Poe
  s3  rain was “a worry”
      — warned · mixed · 0.75

"""
    )


def test_statements_stand_under_the_people_they_are_by(
    who_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert (
        printed(who_record)
        == """\
Trains run
no date
4 statements: 1 direct, 1 mixed, 2 indirect

Ana Ruiz · the transport minister · Q11
  s1  “Trains run,”
      — told (“she”) · direct · 0.90 · who 0.91

Kim · perhaps Al Kim (.6) or Bea Kim (.3)
  s2  of “delays”
      — warned · mixed · 0.75 · who 0.60

Ana Ruiz and Bo Lind
  s3  buses would go
      — said (“Ruiz and Bo Lind”) · indirect · 0.90 · who 0.98

An official
  s4  it
      — doubted · indirect · 0.40

who is in it
  Ana Ruiz · person · the transport minister · Q11 · 4 mentions
  Kim · person · perhaps Al Kim (.6) or Bea Kim (.3) · 1 mention
  Bo Lind · person · 1 mention
  Malaga · place · 1 mention

"""
    )


def test_asked_to_explain_it_says_why_for_every_source_and_every_mention(
    who_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = [line.strip() for line in printed(who_record, explain=True).splitlines()]
    assert "“she” is Ana Ruiz: pronoun, by “Ana Ruiz” (0–8) · 0.91" in lines
    assert "“Kim”: surname · 0.60" in lines
    assert "“Bo Lind”: full-name · 1.00" in lines
    at = lines.index("Ana Ruiz · person · the transport minister · Q11 · 4 mentions")
    assert lines[at + 1 : at + 5] == [
        "0–8 “Ana Ruiz” full-name · 1.00",
        "10–32 “the transport minister” role-in-text, by “Ana Ruiz” (0–8) · 0.99",
        "63–66 “she” pronoun, by “Ana Ruiz” (0–8) · 0.91",
        "107–111 “Ruiz” surname, by “Ana Ruiz” (0–8), register row offices.csv:12 · 0.98",
    ]


def test_asked_to_explain_it_says_what_the_register_has_and_where_from(article: Article) -> None:
    known = Known("Ann Lee", [Called("Ann Lee")], row="reg-7")
    record = record_of(article, (), [known])
    assert "offices.csv, line 12, as of 2024-01-31" in " ".join(
        printed(record, explain=True, register=OfLees()).split()
    )
    assert "offices.csv" not in printed(record, register=OfLees())


def test_of_hundreds_of_names_the_most_mentioned_are_listed_and_the_rest_counted() -> None:
    names = [f"Person{number}" for number in range(500)]
    text = " ".join([*names, "Person499"])
    known = [Known(name, [Called(name)]) for name in names[:-1]]
    known.append(Known("Person499", [Called("Person499"), Called("Person499")]))
    shown = printed(record_of(Article(id="a", text=text), (), known))
    assert shown.index("Person499 · person · 2 mentions") < shown.index("Person0 ·")
    assert "and 460 more; --json has them all" in shown
    assert len(shown.splitlines()) < 60


def test_groups_and_laws_share_a_line_each_after_everybody_else() -> None:
    known = [
        Known("Dream Act", [Called("Dream Act")], EntityKind.LAW),
        Known("critics", [Called("critics")], EntityKind.GROUP),
        Known("voters", [Called("voters"), Called("voters")], EntityKind.GROUP),
        Known("Malaga", [Called("Malaga")], EntityKind.PLACE),
    ]
    article = Article(id="a", text="Dream Act critics in Malaga, voters, voters")
    record = record_of(article, (), known)
    lines = [line.strip() for line in printed(record).splitlines()]
    assert lines[lines.index("who is in it") + 1 :][:3] == [
        "Malaga · place · 1 mention",
        "groups: voters, critics",
        "laws: Dream Act",
    ]
    assert "critics · group · 1 mention" in printed(record, explain=True)


def test_of_many_groups_the_rest_is_counted() -> None:
    names = [f"group{number}" for number in range(15)]
    known = [Known(name, [Called(name)], EntityKind.GROUP) for name in names]
    shown = printed(record_of(Article(id="a", text=" ".join(names)), (), known))
    assert "and 3 more" in " ".join(shown.split())


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_fit_the_screen_and_lose_no_word(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    words = " ".join(f"word{number}" for number in range(300))
    text = f"“{words}” Lee said."
    shown = printed(record_of(Article(id="a", text=text), [Said(f"“{words}”", "Lee", "said")]))
    assert max(map(len, shown.splitlines())) <= columns
    assert words in " ".join(shown.split())


def test_a_pipe_gets_no_colour_codes(record: Record) -> None:
    assert "\x1b" not in printed(record)


def test_records_are_parted_by_a_rule(record: Record) -> None:
    assert printed(record, record).count("────") > printed(record).count("────") == 0


def test_an_unusual_encoding_is_said(article: Article) -> None:
    assert "read as cp1252" in printed(record_of(replace(article, encoding="cp1252")))
    assert "utf-8" not in printed(record_of(replace(article, encoding="utf-8")))


HOSTILE = "\x1b]0;owned\x07[red]\x1b[2J:smile: \u202eevil"


def test_hostile_words_are_shown_and_do_nothing() -> None:
    text = f"“{HOSTILE}” {HOSTILE}"
    article = Article(
        id="a", text=text, title=HOSTILE, outlet=HOSTILE, byline=(Byline(HOSTILE, HOSTILE),)
    )
    known = Known(
        HOSTILE, [Called(HOSTILE, rule=HOSTILE, row=HOSTILE)], roles=[HOSTILE], wikidata=HOSTILE
    )
    said = Said(f"“{HOSTILE}”", HOSTILE, who="e1")
    shown = printed(record_of(article, [said], [known]), explain=True)
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert shown.count("[red]") == shown.count(":smile:") > 6


def test_a_title_without_end_is_cut(article: Article) -> None:
    assert len(printed(record_of(replace(article, title="long " * 100_000)))) < 1000
