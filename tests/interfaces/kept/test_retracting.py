"""``onrecord retract``: told, asked, removed, proven; nothing goes that was not agreed to."""

from __future__ import annotations

import pytest

from tests.interfaces.kept.conftest import Ask

WALL = "https://post.example/wall"


def test_a_dry_run_lists_what_would_go(ask: Ask) -> None:
    done = ask("retract", WALL, "--dry-run")
    assert done.code == 0
    assert done.out.startswith("would be removed")
    for words in ("The Ely Post", "2 statements", "1 question", "1 engagement", "183 characters"):
        assert words in done.out
    assert ask("said", "never sail").code == 0


def test_with_yes_it_goes_and_the_file_is_clean(ask: Ask) -> None:
    done = ask("retract", WALL, "--yes", "--reason", "asked by the publisher")
    assert done.code == 0
    assert done.out.startswith("removed")
    assert "tombstone t_" in done.out
    assert "proven to be without its words" in done.out
    assert ask("said", "never sail").code == 1


def test_json_is_one_object(ask: Ask) -> None:
    found = ask("retract", "harbour.txt", "--yes", "--reason", "asked", "--json").json
    assert found["query"] == {"report": "harbour.txt"}
    assert (found["clean"], found["why_not"]) == (True, None)
    [one] = found["results"]
    assert (one["url"], one["removed"]["statements"]) == (WALL, 2)
    [stone] = found["tombstones"]
    assert (stone["article"], stone["reason"], stone["scrubbed"]) == (one["article"], "asked", True)


def test_where_nobody_can_be_asked_nothing_goes(ask: Ask) -> None:
    done = ask("retract", WALL)
    assert done.code == 2
    assert "--yes" in done.err
    assert ask("said", "never sail").code == 0


@pytest.mark.parametrize(("answer", "code", "left"), [("n\n", 1, 0), ("y\n", 0, 1), ("", 1, 0)])
def test_somebody_at_a_terminal_is_asked(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, answer: str, code: int, left: int
) -> None:
    monkeypatch.setattr("onrecord.interfaces.kept.retracting._can_be_asked", lambda: True)
    done = ask("retract", WALL, stdin=answer)
    assert done.code == code
    assert "2 statements" in done.err
    assert ask("said", "never sail").code == left


def test_what_is_not_there_is_said(ask: Ask) -> None:
    done = ask("retract", "nobody.txt", "--yes")
    assert done.code == 1
    assert "no report of that id, address or path" in done.err
    ask("retract", WALL, "--yes")
    assert "was retracted on" in ask("retract", WALL, "--yes").err
