"""``onrecord said`` over a real file, as people read it and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interfaces.kept.conftest import Ask


def test_a_statement_reads_like_this(ask: Ask) -> None:
    done = ask("said", "wall winter")
    assert (done.code, done.err) == (0, "")
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0].startswith("Ann Lee · reported on Tue 7 May 2024 · said · commits")
    assert "“The harbour wall will be rebuilt before the winter storms,”" in lines
    assert "first: Fen News · Mon 6 May 2024 · Mayor on wall" in lines
    assert "in 2 outlets, 2 independent" in lines
    assert any(
        line.startswith("— The Ely Post · Tue 7 May 2024 · Wall and ferry") for line in lines
    )


def test_the_question_that_it_answers_and_its_sentence_stand_beside_it(ask: Ask) -> None:
    done = ask("said", "--by", "Roe", "--act", "opposes")
    assert "asked: the ferry" in done.out
    assert "in: Asked about the ferry, Mr Roe answered that it would “never sail" in done.out


def test_function_words_need_not_be_in_it(ask: Ask) -> None:
    assert ask("said", "the wall of a harbour", "--by", "Ann Lee").code == 0
    assert ask("said", "the bridge of a harbour").code == 1


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--since", "2025"], ["the ferry should sail after all"]),
        (["--until", "2022-12"], ["the ferry has to go", "the harbour wall is high enough"]),
        (["--act", "supports", "--act", "opposes", "--by", "Q1", "--since", "2025"], None),
        (["--outlet", "fen news", "--act", "opposes"], ["the ferry has to go"]),
        (["--to", "the ferry", "--by", "Ann Lee", "--until", "2023"], ["the ferry has to go"]),
    ],
)
def test_options_narrow_it(ask: Ask, options: list[str], found: list[str] | None) -> None:
    results = ask("said", *options, "--json").json["results"]
    said = sorted(" ".join(one["content"]) for one in results)
    assert said == sorted(found or ["the ferry should sail after all"])


def test_json_is_one_object_whose_spans_are_of_the_text(ask: Ask, file: Path) -> None:
    from onrecord.archive import Archive

    answer = ask("said", "ferry", "--by", "Ann Lee", "--json").json
    assert answer["query"]["words"] == "ferry"
    assert answer["people"][0]["is"]["known_as"] == "Q1"
    assert len(answer["results"]) == 2
    with Archive(file) as archive:
        for one in answer["results"]:
            text = archive.record(one["article"]).article.text
            assert one["entity"] == "Ann Lee"
            assert [text[start:end] for start, end in one["spans"]] == one["content"]
            [[start, end]] = one["sentence_spans"]
            assert text[start:end] == one["sentence"]
            assert one["target"]["name"] == "the ferry"


def test_what_is_beyond_the_limit_is_said(ask: Ask) -> None:
    done = ask("said", "--limit", "1")
    assert done.code == 0
    assert "there is more; --limit 2 shows it" in done.err


def test_a_surname_of_several_lists_them_and_nothing_else(ask: Ask) -> None:
    done = ask("said", "--by", "Lee")
    assert done.code == 1
    assert "Lee may be" in done.out
    assert "Ann Lee (Q1)" in done.out
    assert "Cy Lee · 1 statement" in done.out
    assert "it is not settled who Lee is; ask by the full name or the id" in done.err
    answer = ask("said", "--by", "Lee", "--json").json
    assert (answer["results"], answer["people"][0]["is"]) == ([], None)
    assert len(answer["people"][0]["may_be"]) == 2


def test_nobody_and_nothing_end_with_one(ask: Ask) -> None:
    nobody = ask("said", "--by", "Zoe Unknown")
    assert (nobody.code, nobody.out) == (1, "")
    assert "nobody in the record is called Zoe Unknown" in nobody.err
    nothing = ask("said", "submarine")
    assert (nothing.code, nothing.out) == (1, "")
    assert "nobody in the record said that" in nothing.err
    assert ask("said", "submarine", "--json").json["results"] == []


@pytest.mark.parametrize(
    "command", [["said"], ["diary"], ["positions", "Lee"], ["log"], ["verify", "a b c d"]]
)
def test_without_a_record_it_says_how_to_begin_one(
    run: Ask, file: Path, command: list[str]
) -> None:
    done = run(*command)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"onrecord: {file}: there is no record here yet; `onrecord add` begins one\n"
    )
    assert not file.exists()


def test_the_option_wins_over_the_environment(
    ask: Ask, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_RECORD", str(file.with_name("other.onrecord")))
    assert ask("said", "ferry").code == 1
    assert ask("said", "ferry", "--record", str(file)).code == 0


def test_wrong_dates_are_wrong_usage(ask: Ask) -> None:
    done = ask("said", "--since", "yesterday")
    assert done.code == 2
    assert "yesterday is no date" in done.err
