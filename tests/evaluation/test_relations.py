"""The command that measures relations, and what it writes down."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import relations
from evaluation.floors import floors
from evaluation.relations import figures
from evaluation.results import gated
from evaluation.tables import relations_table


def test_every_gated_figure_has_a_floor() -> None:
    assert set(gated(figures([]))) <= set(floors().relations)


def test_the_table_shows_every_floor_and_says_what_was_not_measured() -> None:
    table = relations_table({"diary": {"gated": {"diary_f1": 0.7}}}, floors())
    assert "| – | ≥ .65 | ≥ .80 | **.700** |" in table
    assert table.count("\n") == len(floors().relations) + 1
    assert "not measured" in table


def test_without_the_labelled_sets_it_says_so_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    assert relations.main(["--data", str(tmp_path), "--out", str(out)]) == 2
    assert "Nothing to measure on" in capsys.readouterr().err
    assert not out.exists()
