"""``onrecord correct``: shown, corrected, undone; what cannot be says why."""

from __future__ import annotations

from typing import Any

import pytest

from tests.interfaces.kept.conftest import Ask


def sail(ask: Ask) -> str:
    [one] = ask("said", "never sail", "--json").json["results"]
    return str(one["id"])


def meeting(ask: Ask) -> str:
    entries: list[Any] = ask("diary", "--who", "Ann Lee", "--json").json["results"]
    return next(
        str(one["id"]) for entry in entries for one in entry["tellings"] if one["status"] == "held"
    )


def test_an_id_alone_shows_the_item(ask: Ask) -> None:
    done = ask("correct", sail(ask))
    assert done.code == 0
    assert "Bo Roe" in done.out
    assert "never sail again" in done.out
    assert "corrections" not in done.out


def test_a_correction_is_shown_with_what_stood_there(ask: Ask) -> None:
    id = sail(ask)
    done = ask("correct", id, "--source", "Joe Quill", "--act", "warns", "--note", "heard it")
    assert done.code == 0
    assert "Joe Quill" in done.out.splitlines()[0]
    assert "corrected by hand" in done.out
    assert "source: Bo Roe → Joe Quill; act: opposes → warns · heard it" in " ".join(
        done.out.split()
    )
    [one] = ask("said", "--by", "Joe Quill", "--json").json["results"]
    assert one["id"] == id


def test_json_is_one_object_with_the_corrections(ask: Ask) -> None:
    id = sail(ask)
    found = ask("correct", id, "--act", "warns", "--json").json
    assert found["query"] == {"item": id}
    [one] = found["results"]
    assert (one["id"], one["act"], one["corrected"]) == (id, "warns", True)
    [made] = found["corrections"]
    assert (made["who"], made["before"], made["after"]) == (
        "Eva Kim",
        {"act": "opposes"},
        {"act": "warns"},
    )


def test_an_undone_correction_is_shown_as_undone(ask: Ask) -> None:
    id = sail(ask)
    [made] = ask("correct", id, "--act", "warns", "--json").json["corrections"]
    done = ask("correct", "--undo", made["id"])
    assert done.code == 0
    assert "undone" in done.out
    assert "corrected by hand" not in done.out
    again = ask("correct", "--undo", made["id"])
    assert again.code == 1
    assert "undone already" in again.err


def test_an_engagement_is_corrected(ask: Ask) -> None:
    done = ask("correct", meeting(ask), "--status", "cancelled", "--when", "2024-06-01", "--place=")
    assert done.code == 0
    assert "Sat 1 Jun 2024" in done.out
    assert "Ely ·" not in done.out.splitlines()[0]


def test_what_is_struck_out_says_so(ask: Ask) -> None:
    id = sail(ask)
    done = ask("correct", id, "--strike")
    assert f"{id} is struck out" in done.out
    assert ask("said", "never sail").code == 1
    assert ask("correct", id, "--json").json["results"] == []
    assert "struck: no → yes" in ask("correct", id).out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--said-on", "lately"], 2, "2024-09-26"),
        (["--act", "sings"], 2, "sings"),
        (["--status", "held"], 1, "source, target, act, said_on"),
        (["--act", "opposes"], 1, "so already"),
        (["--source", "Lee"], 1, "Ann Lee (Q1)"),
    ],
)
def test_what_cannot_be_says_what_may_be(
    ask: Ask, arguments: list[str], code: int, told: str
) -> None:
    done = ask("correct", sail(ask), *arguments)
    assert done.code == code
    assert told in " ".join(done.err.replace("│", " ").split())


def test_wrong_usage_is_said(ask: Ask) -> None:
    assert ask("correct").code == 2
    assert ask("correct", sail(ask), "--undo", "c_0").code == 2
    done = ask("correct", "s_0")
    assert done.code == 1
    assert "no such statement or engagement" in done.err
