"""What a reading costs is measured stage by stage, and nothing stays clocked afterwards."""

from __future__ import annotations

import pytest

from evaluation.bench_table import reading_cost_table
from evaluation.peers.reading_stages import ALONE, ENCODER, NETWORK, WHOLE, cost_of
from evaluation.reading_cost import measured
from onrecord import pipeline

RUN = {
    ALONE: 2.0,
    WHOLE: 2.5,
    "segment": 0.1,
    "attribute": 0.1,
    ENCODER: 1.8,
    NETWORK: 2.0,
    "identify": 0.2,
    "times": 0.05,
}
MACHINE = {"processor": "Some CPU", "instructions": ["avx2"], "python": "3.11"}


def test_every_stage_of_the_pipeline_is_clocked_and_left_as_it_was() -> None:
    before = pipeline.find_attributions  # type: ignore[attr-defined]
    spent = cost_of(["“It is over,” Ana Ruiz said on Monday.", "She left."])
    assert {ALONE, WHOLE, ENCODER, NETWORK, "segment", "attribute", "identify"} <= spent.keys()
    assert {"times", "exchanges"} <= spent.keys()
    assert spent[WHOLE] > spent[NETWORK] > 0
    assert pipeline.find_attributions is before  # type: ignore[attr-defined]


def test_the_ratio_is_the_median_of_the_runs() -> None:
    runs = [RUN, {**RUN, WHOLE: 2.4}, {**RUN, WHOLE: 4.0}]
    found = measured(runs, words=10_000)
    assert found["ratio"] == 1.25
    assert found["ratios"] == [1.25, 1.2, 2.0]


def test_the_stages_of_a_reading_add_up_to_the_whole() -> None:
    costs = measured([RUN], words=10_000)["microseconds_a_word"]
    assert costs["other heads"] == pytest.approx(20)
    assert NETWORK not in costs
    assert sum(costs.values()) - costs[ALONE] - costs[WHOLE] == pytest.approx(costs[WHOLE])


def test_the_table_shows_the_ratio_beside_what_is_wanted() -> None:
    texts = {"name": "reports", "reports": 2, "words": 10_000}
    result = {"machine": {**MACHINE, "onnxruntime": "1.30"}, "texts": texts}
    table = reading_cost_table({**result, **measured([RUN], words=10_000)})
    assert "| identify | 20.0 | 8 % |" in table
    assert "**1.25** times attribution alone (wanted: at most 1.3;" in table
