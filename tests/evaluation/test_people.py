"""The commands that measure who is known say plainly when there is nothing to measure on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation import chains, links, people, speakers

Main = Callable[[list[str]], int]


@pytest.mark.parametrize("main", [speakers.main, chains.main, links.main, people.main])
def test_without_the_labelled_sets_it_says_so(
    main: Main, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    assert "Nothing to measure on" in capsys.readouterr().err


def test_nothing_is_written_where_nothing_is_measured(tmp_path: Path) -> None:
    people.main(["--data", str(tmp_path), "--out", str(tmp_path / "out.json")])
    assert not (tmp_path / "out.json").exists()
