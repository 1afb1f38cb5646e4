"""Figures for the diary, exchanges and acts, equal to those of the scorer that judges records."""

from __future__ import annotations

import random
from pathlib import Path
from types import ModuleType

import pytest

from evaluation.record_labels import RecordReport, record_reports
from evaluation.relation_misses import misses
from evaluation.relations import Judgements, figures
from tests.evaluation.relation_records import altered


@pytest.fixture(scope="module")
def reports(labels: Path, polnear_dev: Path) -> tuple[RecordReport, ...]:
    return record_reports(labels, polnear_dev)


@pytest.mark.parametrize("seed", range(4))
def test_figures_equal_the_judging_scorers(
    seed: int,
    scorer: ModuleType,
    reports: tuple[RecordReport, ...],
    labels: Path,
    polnear_dev: Path,
    tmp_path: Path,
) -> None:
    chance = random.Random(seed)
    read = [(report, altered(report, chance)) for report in reports]
    for report, record in read:
        (tmp_path / f"{report.stem}.json").write_text(record.to_json(), encoding="utf-8")
    theirs, _ = scorer.score(str(labels), str(polnear_dev), str(tmp_path))
    ours = figures(read)
    assert _figure(ours["diary"]["diary"]) == _figure(theirs["diary"])
    assert _figure(ours["exchanges"]["exchanges"]) == _figure(theirs["exchanges"])
    gated = {key: value for part in ours.values() for key, value in part["gated"].items()}
    for name in ("diary_status", "diary_date", "diary_place", "response"):
        assert gated[name] == theirs[name], name
    for name in ("act_given_found", "act_macro_f1", "target_given_act"):
        assert gated[name] == theirs[name], name
        assert 0 < theirs[name] < 1, name


def test_every_wrong_item_is_told_in_a_line(reports: tuple[RecordReport, ...]) -> None:
    chance = random.Random(1)
    judged = Judgements((one, altered(one, chance)) for one in reports * 3)
    lines = list(misses(judged.entries, judged.askings, judged.done))
    for what in ("engagement missed", "engagement made up", "status", "date", "place"):
        assert any(f"| {what}: " in line for line in lines), what
    for what in ("exchange missed", "exchange made up", "response", "asked", "act", "target"):
        assert any(f"| {what}: " in line for line in lines), what
    assert not any("\n" in line for line in lines)


def _figure(one: dict[str, float]) -> list[float]:
    return [one[key] for key in ("p", "precision", "r", "recall", "f1") if key in one]
