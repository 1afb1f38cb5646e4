"""Where a record is, in whose name it is written to, and that asking makes none."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

import onrecord
from onrecord.archive.place import RECORD, WHO, record_path, who_acts
from onrecord.errors import NoRecord


def test_the_path_asked_for_is_before_the_environment_and_that_before_the_users_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(RECORD, "years.onrecord")
    assert record_path("asked") == Path("asked")
    assert record_path() == Path("years.onrecord")
    monkeypatch.delenv(RECORD)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert record_path().name == "record.onrecord"
    assert list(tmp_path.iterdir()) == []


def test_a_home_folder_is_spelled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert record_path("~/a") == Path("/home/ann/a")


def test_who_acts_is_told_by_the_environment_else_by_the_login(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(WHO, "  Ann  Lee ")
    assert who_acts() == "Ann Lee"
    monkeypatch.delenv(WHO)
    monkeypatch.setenv("LOGNAME", "bo")
    assert who_acts() == "bo"


def test_who_has_no_name_is_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.delenv(WHO, raising=False)
    monkeypatch.setattr(getpass, "getuser", nameless)
    assert who_acts() == "somebody"


def test_asking_a_record_that_is_not_there_says_how_to_make_one_and_makes_none(
    tmp_path: Path,
) -> None:
    path = tmp_path / "no" / "such.onrecord"
    with onrecord.open(path) as archive, pytest.raises(NoRecord, match="onrecord add"):
        archive.log()
    assert list(tmp_path.iterdir()) == []
