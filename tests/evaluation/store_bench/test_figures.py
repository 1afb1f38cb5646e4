"""The bench itself, over a record so small that its figures say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.store_bench.filling import fill, rows_by_table
from evaluation.store_bench.measuring import adding, answering, keeping
from evaluation.store_bench.peers import insert_rows
from evaluation.store_bench.sources import Sources
from evaluation.store_bench.stream import BATCH, Stream
from evaluation.store_bench.timing import percentile


@pytest.mark.parametrize(("of", "expected"), [(0.5, 2000.0), (0.95, 4000.0), (0.25, 1000.0)])
def test_a_percentile_is_a_time_that_was_measured(of: float, expected: float) -> None:
    assert percentile([3.0, 1.0, 4.0, 2.0], of) == expected


@pytest.fixture(scope="module")
def path(examples: Sources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("bench") / "a.onrecord"
    list(fill(found, Stream(examples, 1), 1))
    return found


def test_a_record_is_filled_by_whole_batches_and_gone_on_with(
    examples: Sources, path: Path
) -> None:
    there = rows_by_table(path)
    assert there["articles"] == BATCH
    assert list(fill(path, Stream(examples, 1), there["statements"])) == []


def test_all_is_measured(examples: Sources, path: Path) -> None:
    found = answering(path, Stream(examples, 1))
    assert found["said"]["asked"] == 180
    assert found["verify"]["right_first"] > 0.9
    assert keeping(path)["bytes_per_statement"] > 500


def test_rows_by_the_driver_alone_are_all_rows(path: Path, tmp_path: Path) -> None:
    with_alembic = insert_rows(path, tmp_path / "plain.sqlite").rows
    assert with_alembic - 1 == sum(rows_by_table(path).values())


def test_rates_are_of_what_was_added_in_the_time(examples: Sources, tmp_path: Path) -> None:
    calls = list(fill(tmp_path / "b.onrecord", Stream(examples, 1), 1))
    [call] = calls
    told = adding(calls, 10.0)
    assert told["statements_per_second"] == round(call.statements / call.seconds)
    assert told["rows_per_second"] == round(10 * call.statements / call.seconds)
