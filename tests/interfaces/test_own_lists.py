"""``onrecord register``: a user's lists imported, shown, asked and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.interfaces.cli import app

LIST = "name,title,place,start\nAna Ruiz,mayor,Malaga,2023-06-17\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "lists"
    monkeypatch.setenv("ONRECORD_REGISTER", str(place))
    return place


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.stdout, done.stderr


def test_a_list_is_added_asked_shown_and_removed(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "town.csv"
    path.write_text(LIST, encoding="utf-8")
    added = run("register", "add", str(path), "--as-of", "2026-08-01", "--licence", "CC0-1.0")
    assert added == (0, "town: 1 people, 1 offices\n", "")
    code, out, _ = run("who", "mayor of Malaga", "--on", "2024-01-01")
    assert code == 0
    assert "your list town.csv (CC0-1.0), known until 2026-08-01: line 2" in out
    assert run("register", "list")[1].startswith("town: 1 people, 1 offices (")
    assert run("register", "remove", "town") == (0, "", "")
    assert run("who", "Ana Ruiz")[0] == 1
    assert list(folder.iterdir()) == []


def test_every_wrong_row_is_told_on_its_own_line_and_nothing_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "town.csv"
    path.write_text("name,born\nAna,1970-13\n,1980\n", encoding="utf-8")
    code, out, err = run("register", "add", str(path))
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "onrecord: nothing was imported from town.csv",
        "  line 2: 'born' is '1970-13', which is no date; write 2024-07-05, 2024-07 or 2024",
        "  line 3: 'name' is empty",
    ]
    assert run("register", "list") == (0, "", "")


def test_a_list_that_is_not_there_cannot_be_added_or_removed() -> None:
    assert run("register", "add", "gone.csv")[0] == 1
    assert run("register", "remove", "gone") == (1, "", "onrecord: no list is called gone\n")


def test_a_wrong_as_of_is_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "town.csv"
    path.write_text(LIST, encoding="utf-8")
    assert run("register", "add", str(path), "--as-of", "soon")[0] == 2
