"""``onrecord who``: who is found, in which order, and what says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.interfaces.answers import as_json, as_text
from onrecord.interfaces.cli import app
from onrecord.interfaces.who import find
from onrecord.register import Together
from onrecord.register.opened import OpenedRegister
from onrecord.register.tables import packed

LIST = Origin("a list", "CC0-1.0", "2026-08-22", "line 7")
PLACES = {"freedonia": "Freedonia", "freedonian": "Freedonia", "ohio": "Ohio", "us": "Freedonia"}


def held(title: str, place: str, start: str, end: str | None = None) -> Tenure:
    return Tenure(f"{title.title()} of {place}", title, place, start, end, LIST)


def person(name: str, gender: str | None, *tenures: Tenure) -> RegisteredPerson:
    return RegisteredPerson(
        name.casefold(),
        name,
        (),
        None,
        gender,
        None,
        None,
        tenures,
        LIST,  # type: ignore[arg-type]
    )


KEIR = person("Keir Poe", "male", held("prime minister", "Freedonia", "2024-07-05"))
ANN = person("Ann Poe", "female", held("prime minister", "Freedonia", "2019", "2024-07-05"))
KEIR_LIND = person("Keir Lind", "male")
LEX = person(
    "Lex Poe", None, held("mayor", "Ohio", "2001", "2003"), held("governor", "Ohio", "2011", "2023")
)
EVERYBODY = Together([OpenedRegister(packed([KEIR, ANN, KEIR_LIND, LEX], PLACES))])


def found(question: str, day: str | None = None) -> list[str]:
    return [one.person.name for one in find(EVERYBODY, question, day)]


@pytest.mark.parametrize(
    ("question", "day", "names"),
    [
        ("Keir Poe", None, ["Keir Poe"]),
        ("Poe", "2020-01-01", ["Ann Poe", "Lex Poe", "Keir Poe"]),
        ("Mr Poe", "2020-01-01", ["Lex Poe", "Keir Poe"]),
        ("Ms Poe", None, ["Ann Poe", "Lex Poe"]),
        ("Sir Keir", "2024-09-26", ["Keir Poe", "Keir Lind"]),
        ("Sir Keir Poe", "2024-09-26", ["Keir Poe"]),
        ("Sir Poe", None, []),
        ("Keir", "2024-09-26", ["Keir Poe", "Keir Lind"]),
        ("President Poe", "2024-09-26", ["Keir Poe", "Ann Poe", "Lex Poe"]),
        ("prime minister of Freedonia", "2020-01-01", ["Ann Poe"]),
        ("the Freedonian prime minister", "2025-01-01", ["Keir Poe"]),
        ("Freedonia's PM", "2025-01-01", ["Keir Poe"]),
        ("U.S. prime minister", "2025-01-01", ["Keir Poe"]),
        ("prime minister", None, ["Keir Poe", "Ann Poe"]),
        ("governor of Ohio", "2020-01-01", ["Lex Poe"]),
        ("governor of Sylvania", "2020-01-01", []),
        ("nobody at all", None, []),
        ("Поэ", None, []),
    ],
)
def test_the_likeliest_stand_first(question: str, day: str | None, names: list[str]) -> None:
    assert found(question, day) == names


def test_the_answer_shows_offices_of_the_day_with_origin_licence_and_as_of() -> None:
    lines = list(as_text(find(EVERYBODY, "Sir Keir", "2024-09-26"), "2024-09-26"))
    assert lines == [
        "Keir Poe",
        "  Prime Minister of Freedonia, since 2024-07-05",
        "    a list (CC0-1.0), known until 2026-08-22: line 7",
        "Keir Lind",
        "  no office is known on 2024-09-26",
        "    a list (CC0-1.0), known until 2026-08-22: line 7",
    ]


def test_all_offices_are_shown_when_no_day_is_asked_for_the_last_first() -> None:
    lines = list(as_text(find(EVERYBODY, "Lex Poe", None), None))
    assert [line.strip() for line in lines if " of " in line] == [
        "Governor of Ohio, 2011 to 2023",
        "Mayor of Ohio, 2001 to 2003",
    ]


def test_json_holds_everything_that_is_known() -> None:
    answer = json.loads(as_json("Poe", "2020-01-01", find(EVERYBODY, "Poe", "2020-01-01")))
    assert (answer["question"], answer["on"]) == ("Poe", "2020-01-01")
    first = answer["people"][0]
    assert (first["name"], first["gender"], first["found_by"]) == ("Ann Poe", "female", "surname")
    assert first["offices"] == [
        {
            "office": "Prime Minister of Freedonia",
            "title": "prime minister",
            "place": "Freedonia",
            "start": "2019",
            "end": "2024-07-05",
            "origin": {
                "name": "a list",
                "licence": "CC0-1.0",
                "as_of": "2026-08-22",
                "row": "line 7",
            },
        }
    ]


def test_a_name_that_a_terminal_would_obey_is_shown_and_not_sent() -> None:
    odd = OpenedRegister(packed([person("Eve \x1b[2J\u202e Poe", None)]))
    lines = list(as_text(find(Together([odd]), "Poe", None), None))
    assert lines
    assert not set("\x1b\u202e") & set("".join(lines))


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["who", *arguments])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture(autouse=True)
def no_own_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_REGISTER", str(tmp_path))


def test_sir_keir_is_keir_starmer() -> None:
    code, out, err = run("Sir Keir", "--on", "2024-09-26")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith("Keir Starmer (Q6383803")
    assert "Prime Minister of the United Kingdom, 2024-07-05 to 2026-07-20" in out


def test_a_question_may_stand_without_quotation_marks() -> None:
    assert run("governor", "of", "Ohio", "--on", "2016-10-20")[1].startswith("John Kasich")


def test_nobody_found_is_said_and_ends_with_one() -> None:
    assert run("Zzyzx") == (1, "", "onrecord: nobody is known as Zzyzx\n")
    code, out, _ = run("Zzyzx", "--json")
    assert (code, json.loads(out)["people"]) == (1, [])


@pytest.mark.parametrize("day", ["2024-13-01", "2024", "yesterday", "2024-02-30", "20240926"])
def test_a_day_that_is_none_is_wrong_usage(day: str) -> None:
    code, out, err = run("Starmer", "--on", day)
    assert (code, out) == (2, "")
    assert "write 2024-09-26" in err


def test_an_empty_question_is_wrong_usage() -> None:
    assert run(" ")[0] == 2
